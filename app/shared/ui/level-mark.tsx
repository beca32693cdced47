import styles from './level-mark.module.css'

/** A level as one of five steps of a hue with its figure; a yellow line below means that it rose. `label` is read aloud. */
export function LevelMark({
  level,
  rose = false,
  label,
}: {
  level: number
  rose?: boolean
  label?: string | undefined
}) {
  return (
    <span className={styles.mark} data-level={level} data-rose={rose} title={label}>
      <span aria-hidden={label === undefined ? undefined : true}>{level === 0 ? '–' : level}</span>
      {label !== undefined && <span className="visually-hidden">{label}</span>}
    </span>
  )
}
