import { useEffect } from 'react'
import { paths } from '~/shared/paths'

/**
 * Keeps the opened list and the files it needs on this device, so that it opens again without a connection. The worker
 * sees addresses under the attendance pages alone, and everything it keeps goes at sign-out.
 */
export function useListWorker(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !('serviceWorker' in navigator)) return
    const keep = async () => {
      await navigator.serviceWorker.register('/narvaro-worker.js', { scope: paths.attendance('') })
      const { active } = await navigator.serviceWorker.ready
      const files = performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name))
        .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
        .map(({ pathname }) => pathname)
      active?.postMessage({ page: location.pathname, files: [...new Set(files)] })
    }
    keep().catch(() => undefined)
  }, [wanted])
}
