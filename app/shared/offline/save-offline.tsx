import { type ComponentType, useEffect, useState } from 'react'
import { useT } from '~/i18n/use-t'
import { savedCache } from './saved-names'
import type { SaveOfflineProps } from './saving'

/** Offers to save what is read. Its workings are fetched when the reader opens it, or has saved of the course before. */
export function SaveOffline(props: SaveOfflineProps) {
  const t = useT('common')
  const [able, setAble] = useState(false)
  const [open, setOpen] = useState(false)
  const [loaded, setLoaded] = useState<{ Panel: ComponentType<SaveOfflineProps> }>()
  const cache = savedCache(props.viewerKey, props.course.slug)

  useEffect(() => {
    if (!('caches' in window) || !('serviceWorker' in navigator)) return
    setAble(true)
    caches.has(cache).then(
      (isSaved) => isSaved && setOpen(true),
      () => setAble(false),
    )
  }, [cache])
  useEffect(() => {
    if (!open) return
    import('./save-panel').then(
      ({ SavePanel }) => setLoaded({ Panel: SavePanel }),
      () => setOpen(false),
    )
  }, [open])

  if (!able) return null
  if (loaded !== undefined) return <loaded.Panel {...props} />
  return (
    <p className="no-print">
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t('offline.save')}
      </button>
    </p>
  )
}
