import { useT } from '~/i18n/use-t'
import { euEmblem } from '~/shared/eu-emblem'

/** The EU emblem with the words spelled out, as Annex IX of Regulation (EU) 2021/1060 asks of all outward material. */
export function EuLockup({ height = 44 }: { height?: number }) {
  const t = useT('common')
  return (
    <span className="eu-lockup">
      <svg viewBox="0 0 810 540" width={height * 1.5} height={height} aria-hidden="true" focusable="false">
        <rect width="810" height="540" fill={euEmblem.blue} />
        {euEmblem.stars.map((points) => (
          <polygon key={points} points={points} fill={euEmblem.yellow} />
        ))}
      </svg>
      <span>{t('eu')}</span>
    </span>
  )
}
