/** What the browser gives a service worker, as far as this one uses it; the types of pages know nothing of it. */
interface LifeEvent {
  waitUntil: (work: Promise<unknown>) => void
}
export interface FetchedEvent extends LifeEvent {
  request: Request
  respondWith: (answer: Promise<Response>) => void
}
interface Told extends LifeEvent {
  data: unknown
}
interface WorkerScope {
  location: Location
  clients: { claim: () => Promise<void> }
  skipWaiting: () => Promise<void>
  addEventListener: ((type: 'install' | 'activate', listener: (event: LifeEvent) => void) => void) &
    ((type: 'fetch', listener: (event: FetchedEvent) => void) => void) &
    ((type: 'message', listener: (event: Told) => void) => void)
}

export const scope = globalThis as unknown as WorkerScope
