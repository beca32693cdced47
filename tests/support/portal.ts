import routes from '~/routes'
import type { Actor } from '~/domains/identity'
import { sessions } from '~/session.server'
import { openedDatabase } from './database'

type Handler = (args: {
  request: Request
  params: Record<string, string>
  context: Record<string, unknown>
}) => Promise<unknown>

interface RouteModule {
  loader?: Handler
  action?: Handler
  default?: unknown
}

const modules = import.meta.glob<RouteModule>('../../app/routes/*.{ts,tsx}')

export interface SiteRoute {
  /** The address as the site map writes it: `kurser/:slug`; the start page is empty. */
  path: string
  file: string
}

/** The site map, one entry a page. */
export const siteRoutes: SiteRoute[] = routes.map((entry) => ({ path: entry.path ?? '', file: entry.file }))

export async function moduleOf(route: SiteRoute): Promise<RouteModule> {
  const load = modules[`../../app/${route.file}`]
  if (load === undefined) throw new Error(`${route.file} does not exist`)
  return load()
}

/** Lets loaders and actions find the test database, and gives a cookie header for each person who signs in. */
export async function openPortal(): Promise<{ signIn: (actor: Actor) => Promise<string> }> {
  const holder = globalThis as { portalDatabase?: unknown }
  holder.portalDatabase = await openedDatabase()
  return {
    signIn: async ({ personId }) => {
      const cookie = await sessions().start(personId, 'test', null)
      return cookie.split(';')[0] ?? ''
    },
  }
}

export interface Answer {
  status: number
  location: string
  /** Everything that leaves the server. */
  body: string
  headers: string
  /** The body as it is, for files. */
  bytes: Buffer
}

function paramsOf(pattern: string, address: string): Record<string, string> {
  const given = new URL(address, 'http://portal.example').pathname.split('/').slice(1)
  const named = pattern.split('/').map((part, index) => [part, decodeURIComponent(given[index] ?? '')] as const)
  return Object.fromEntries(named.flatMap(([part, value]) => (part.startsWith(':') ? [[part.slice(1), value]] : [])))
}

function pageOf(page: unknown): Answer {
  const body = JSON.stringify(page) ?? ''
  return { status: 200, location: '', body, headers: '', bytes: Buffer.from(body) }
}

async function answerOf(result: unknown): Promise<Answer> {
  if (result instanceof Response) {
    const bytes = Buffer.from(await result.arrayBuffer())
    const { status, headers } = result
    const location = headers.get('location') ?? ''
    return { status, location, body: bytes.toString('utf8'), headers: JSON.stringify([...headers]), bytes }
  }
  const wrapped = result as { type?: string; data?: unknown; init?: ResponseInit } | null | undefined
  if (wrapped?.type === 'DataWithResponseInit') {
    const headers = JSON.stringify([...new Headers(wrapped.init?.headers)])
    return { ...pageOf(wrapped.data), status: wrapped.init?.status ?? 200, headers }
  }
  return pageOf(result)
}

/** Asks a route as the server does: its loader for GET, its action for a form. A route without a loader shows a page. */
export async function ask(
  route: SiteRoute,
  address: string,
  options: { cookie?: string; form?: Record<string, string> } = {},
): Promise<Answer> {
  const { loader, action } = await moduleOf(route)
  const handler = options.form === undefined ? loader : action
  if (handler === undefined) return { ...pageOf(''), body: '', status: options.form === undefined ? 200 : 405 }
  const request = new Request(new URL(address, 'http://portal.example'), {
    headers: options.cookie === undefined ? {} : { cookie: options.cookie },
    ...(options.form === undefined ? {} : { method: 'POST', body: new URLSearchParams(options.form) }),
  })
  const context = { nonce: 'nonce', requestId: 'request', address: '192.0.2.1' }
  try {
    return await answerOf(await handler({ request, params: paramsOf(route.path, address), context }))
  } catch (thrown) {
    if (thrown instanceof Response) return answerOf(thrown)
    const wrapped = thrown as { type?: string }
    if (wrapped.type === 'DataWithResponseInit') return answerOf(thrown)
    throw thrown
  }
}
