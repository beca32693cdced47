import { useOfficeT } from '~/i18n/use-office-t'
import type { CueFinding } from '~/shared/video/caption-check'
import styles from './cue-editor.module.css'

const MOST = 30

/** What is wrong, which stops publishing, and advice; each line opens its cue. */
export function CueFindings({ findings, onOpen }: { findings: readonly CueFinding[]; onOpen: (at: number) => void }) {
  const t = useOfficeT('captioning')
  const wordsOf = (finding: CueFinding) =>
    finding.isFault
      ? t(`editor.faults.${finding.kind}`, { figure: finding.figure })
      : t(`editor.hintTexts.${finding.kind}`, { figure: finding.figure })
  const list = (some: readonly CueFinding[]) => (
    <ul className={styles.findings}>
      {some.slice(0, MOST).map((finding) => (
        <li key={`${finding.cue}.${finding.kind}`}>
          <button type="button" className={styles.finding} onClick={() => onOpen(finding.cue)}>
            {t('editor.finding', { number: finding.cue + 1, what: wordsOf(finding) })}
          </button>
        </li>
      ))}
    </ul>
  )
  const faults = findings.filter(({ isFault }) => isFault)
  const hints = findings.filter(({ isFault }) => !isFault)
  return (
    <section aria-label={t('editor.findings')}>
      <h2>{t('editor.findings')}</h2>
      {faults.length === 0 ? <p className="small">{t('editor.noFindings')}</p> : list(faults)}
      {hints.length > 0 && (
        <details>
          <summary>
            {t('editor.hints')} ({hints.length})
          </summary>
          {list(hints)}
        </details>
      )}
    </section>
  )
}
