import { useEffect } from 'react'
import { startWorker } from '~/shared/offline/start-worker'

/**
 * Keeps the opened list and the files it needs on this device, so that it opens again without a connection. Everything
 * that is kept goes at sign-out, and when somebody else signs in.
 */
export function useListWorker(wanted: boolean, viewerKey: string): void {
  useEffect(() => {
    if (!wanted || !('serviceWorker' in navigator)) return
    const keep = async () => {
      const files = performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name))
        .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
        .map(({ pathname }) => pathname)
      await startWorker({ person: viewerKey, page: location.pathname, files: [...new Set(files)] })
    }
    keep().catch(() => undefined)
  }, [wanted, viewerKey])
}
