import { useT } from '~/i18n/use-t'

/** The EU emblem with the words spelled out, as Annex IX of Regulation (EU) 2021/1060 asks of all outward material. */
export function EuLockup({ height = 44 }: { height?: number }) {
  const t = useT('common')
  return (
    <span className="eu-lockup">
      <img src="/eu-emblem.svg" alt="" width={height * 1.5} height={height} />
      <span>{t('eu')}</span>
    </span>
  )
}
