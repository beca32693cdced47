import { useEffect, useState } from 'react'
import { useLanguage, useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { KEPT_EVENT } from '~/shared/unsent'
import { type Unsent, countUnsent, listKept } from './kept-work'

/** What waits for a connection, in words, and the way to what is saved. */
export function OfflineLine({ viewerKey }: { viewerKey: string }) {
  const t = useT('common')
  const language = useLanguage()
  const [unsent, setUnsent] = useState<Unsent>(() => countUnsent(listKept(localStorage, viewerKey)))
  useEffect(() => {
    const look = () => setUnsent(countUnsent(listKept(localStorage, viewerKey)))
    window.addEventListener(KEPT_EVENT, look)
    return () => window.removeEventListener(KEPT_EVENT, look)
  }, [viewerKey])
  const parts = (['answers', 'handedIn', 'marks'] as const)
    .filter((kind) => unsent[kind] > 0)
    .map((kind) => t(`offline.${kind}`, { count: unsent[kind] }))
  const what = new Intl.ListFormat(language).format(parts)
  return (
    <>
      {parts.length > 0 && (
        <>
          {t('offline.unsent', { what })} {t('offline.later')}{' '}
        </>
      )}
      {navigator.serviceWorker?.controller != null && <a href={paths.saved()}>{t('offline.saved')}</a>}
    </>
  )
}
