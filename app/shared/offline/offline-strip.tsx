import { type ComponentType, useEffect, useState } from 'react'
import { useT } from '~/i18n/use-t'
import { HELD_EVENT, KEPT_EVENT, forgetWork, hasKept } from '~/shared/unsent'

interface Loaded {
  Sender?: ComponentType<{ viewerKey: string; round: number }>
  Line?: ComponentType<{ viewerKey: string }>
}

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
 * back, and what others have left on this device is removed. Its words and its workings are fetched when something is
 * kept.
 */
export function OfflineStrip({ viewerKey }: { viewerKey: string }) {
  const t = useT('common')
  const [online, setOnline] = useState(true)
  const [round, setRound] = useState(0)
  const [loaded, setLoaded] = useState<Loaded>({})

  useEffect(() => {
    forgetWork(viewerKey)
    tellWorker(viewerKey)
    const add = (part: Promise<Loaded>) =>
      part.then(
        (one) => setLoaded((before) => ({ ...before, ...one })),
        () => undefined,
      )
    const look = () => {
      setOnline(navigator.onLine)
      if (!navigator.onLine || hasKept(viewerKey))
        void add(import('./offline-line').then(({ OfflineLine }) => ({ Line: OfflineLine })))
    }
    const connection = () => {
      look()
      if (!navigator.onLine || !hasKept(viewerKey)) return
      setRound((before) => before + 1)
      void add(import('./kept-sender').then(({ KeptSender }) => ({ Sender: KeptSender })))
    }
    connection()
    const on = window.addEventListener.bind(window)
    const off = window.removeEventListener.bind(window)
    on('click', openSaved, true)
    on('online', connection)
    on('offline', connection)
    on(KEPT_EVENT, look)
    on(HELD_EVENT, connection)
    return () => {
      off('click', openSaved, true)
      off('online', connection)
      off('offline', connection)
      off(KEPT_EVENT, look)
      off(HELD_EVENT, connection)
    }
  }, [viewerKey])

  return (
    <>
      <div className="offline-strip no-print" role="status">
        {!online && (
          <p className="wrap">
            <strong>{t('offline.now')}</strong> {loaded.Line !== undefined && <loaded.Line viewerKey={viewerKey} />}
          </p>
        )}
      </div>
      {loaded.Sender !== undefined && <loaded.Sender viewerKey={viewerKey} round={round} />}
    </>
  )
}
