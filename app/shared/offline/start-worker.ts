/** What a page tells the worker: who is signed in, and of an attendance list what it shows. */
export interface ToldWorker {
  person: string
  page?: string
  files?: readonly string[]
}

/** The worker when it is at work; `navigator.serviceWorker.ready` never comes before one is registered. */
function activeWorker(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  return new Promise((resolve, reject) => {
    const worker = registration.installing ?? registration.waiting ?? registration.active
    if (worker === null) return reject(new Error('No worker'))
    const look = () => {
      if (worker.state === 'activated') resolve(worker)
      if (worker.state === 'redundant') reject(new Error('The worker could not fetch its files'))
    }
    worker.addEventListener('statechange', look)
    look()
  })
}

/**
 * Starts the worker that serves saved pages, the one for the whole portal, and tells it who is signed in. Workers of
 * parts of the portal give way to it. Rejects where the browser has none, as on a page without a secure connection.
 */
export async function startWorker(told: ToldWorker): Promise<void> {
  for (const other of await navigator.serviceWorker.getRegistrations())
    if (new URL(other.scope).pathname !== '/') await other.unregister()
  const registration = await navigator.serviceWorker.register('/portal-worker.js', { scope: '/' })
  const worker = await activeWorker(registration)
  worker.postMessage(told)
}
