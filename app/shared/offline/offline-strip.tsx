import { type ComponentType, useEffect, useState } from 'react'
import { useLanguage, useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { KEPT_EVENT, TOLD_PREFIX, forgetWork } from '~/shared/unsent'
import { type Unsent, countUnsent, listKept } from './kept-work'

type Sender = ComponentType<{ viewerKey: string; round: number }>

/** With saved pages at hand an address is opened as a document: the worker has the page, not the data of it. */
function openSaved(event: MouseEvent): void {
  const isLink = event.target instanceof Element && event.target.closest('a[href^="/"]') !== null
  if (isLink && !navigator.onLine && navigator.serviceWorker?.controller != null) event.stopPropagation()
}

function tellWorker(person: string): void {
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker.getRegistration('/').then((found) => found?.active?.postMessage({ person }))
}

/**
 * Says that there is no connection and what waits for one; silent otherwise. What waits is sent when the connection is
 * back, and what others have left on this device is removed.
 */
export function OfflineStrip({ viewerKey }: { viewerKey: string }) {
  const [online, setOnline] = useState(true)
  const [unsent, setUnsent] = useState<Unsent>()
  const [round, setRound] = useState(0)
  const [loaded, setLoaded] = useState<{ Sender: Sender }>()

  useEffect(() => {
    forgetWork(viewerKey)
    tellWorker(viewerKey)
    let held = 0
    const look = () => {
      const count = countUnsent(listKept(localStorage, viewerKey))
      const before = held
      held = count.handedIn + count.marks
      setUnsent(count)
      // Something is held though the browser believes that it is connected.
      if (held > before && navigator.onLine) connection()
    }
    const connection = () => {
      setOnline(navigator.onLine)
      setUnsent(countUnsent(listKept(localStorage, viewerKey)))
      const isWaiting = listKept(localStorage, viewerKey).length > 0
      if (!navigator.onLine || (!isWaiting && localStorage.getItem(TOLD_PREFIX + viewerKey) === null)) return
      setRound((before) => before + 1)
      import('./kept-sender').then(
        ({ KeptSender }) => setLoaded({ Sender: KeptSender }),
        () => undefined,
      )
    }
    connection()
    window.addEventListener('click', openSaved, true)
    window.addEventListener('online', connection)
    window.addEventListener('offline', connection)
    window.addEventListener(KEPT_EVENT, look)
    return () => {
      window.removeEventListener('click', openSaved, true)
      window.removeEventListener('online', connection)
      window.removeEventListener('offline', connection)
      window.removeEventListener(KEPT_EVENT, look)
    }
  }, [viewerKey])

  return (
    <>
      <div className="offline-strip no-print" role="status">
        {!online && <OfflineLine unsent={unsent} />}
      </div>
      {loaded !== undefined && <loaded.Sender viewerKey={viewerKey} round={round} />}
    </>
  )
}

function OfflineLine({ unsent }: { unsent: Unsent | undefined }) {
  const t = useT('common')
  const language = useLanguage()
  const parts = (['answers', 'handedIn', 'marks'] as const)
    .filter((kind) => (unsent?.[kind] ?? 0) > 0)
    .map((kind) => t(`offline.${kind}`, { count: unsent?.[kind] ?? 0 }))
  const what = new Intl.ListFormat(language).format(parts)
  return (
    <p className="wrap">
      <strong>{t('offline.now')}</strong>{' '}
      {parts.length > 0 && (
        <>
          {t('offline.unsent', { what })} {t('offline.later')}{' '}
        </>
      )}
      {navigator.serviceWorker?.controller != null && <a href={paths.saved()}>{t('offline.saved')}</a>}
    </p>
  )
}
