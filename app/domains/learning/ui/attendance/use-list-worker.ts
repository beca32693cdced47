import { useEffect } from 'react'
import { paths } from '~/shared/paths'

/**
 * The worker when it is at work. `navigator.serviceWorker.ready` never comes on a page that was reached by a link from
 * outside the attendance pages, since the document began elsewhere.
 */
function activeWorker(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  return new Promise((resolve) => {
    const worker = registration.installing ?? registration.waiting ?? registration.active
    if (worker === null) return
    if (worker.state === 'activated') resolve(worker)
    else worker.addEventListener('statechange', () => worker.state === 'activated' && resolve(worker))
  })
}

/**
 * Keeps the opened list and the files it needs on this device, so that it opens again without a connection. The worker
 * sees addresses under the attendance pages alone, and everything it keeps goes at sign-out.
 */
export function useListWorker(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !('serviceWorker' in navigator)) return
    const keep = async () => {
      const registration = await navigator.serviceWorker.register('/narvaro-worker.js', { scope: paths.attendance('') })
      const worker = await activeWorker(registration)
      const files = performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name))
        .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
        .map(({ pathname }) => pathname)
      worker.postMessage({ page: location.pathname, files: [...new Set(files)] })
    }
    keep().catch(() => undefined)
  }, [wanted])
}
