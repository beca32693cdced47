import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']
/** Of an address whose routes are known by it: its first part when that is plain words. */
const plainPart = /^[a-z0-9-]+$/

function firstPartOf(routes: Routes, id: string): string | undefined {
  const parts: string[] = []
  for (let at = routes[id]; at !== undefined; at = at.parentId === undefined ? undefined : routes[at.parentId]) {
    parts.unshift(...(at.path ?? '').split('/').filter((part) => part !== ''))
  }
  return parts[0]
}

function lineage(routes: Routes, id: string): string[] {
  const parentId = routes[id]?.parentId
  return parentId === undefined ? [id] : [...lineage(routes, parentId), id]
}

/** The parts of a build by the first part of an address; what has none that is plain belongs to every part. */
function partsOf(build: ServerBuild): Map<string, ServerBuild> {
  const common: string[] = []
  const byFirst = new Map<string, string[]>()
  for (const id of Object.keys(build.routes)) {
    const first = firstPartOf(build.routes, id)
    if (first === undefined || !plainPart.test(first)) common.push(id)
    else byFirst.set(first, [...(byFirst.get(first) ?? []), id])
  }
  const only = <T>(all: Record<string, T>, ids: ReadonlySet<string>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
  return new Map(
    [['', []] as [string, string[]], ...byFirst].map(([first, own]) => {
      const ids = new Set([...common, ...own].flatMap((id) => lineage(build.routes, id)))
      const assets = { ...build.assets, routes: only(build.assets.routes, ids) }
      return [first, { ...build, routes: only(build.routes, ids) as Routes, assets }]
    }),
  )
}

const known = new WeakMap<ServerBuild, Map<string, ServerBuild>>()

/**
 * The part of a build that an address can lead to. The router weighs every route that it knows for every request, and
 * the page is drawn from all of them; with some hundred and fifty routes that costs more than most pages do.
 */
export function partOfBuild(build: ServerBuild, pathname: string): ServerBuild {
  const parts = known.get(build) ?? partsOf(build)
  known.set(build, parts)
  const [, first = ''] = pathname.toLowerCase().split('/')
  return parts.get(first.replace(/\.data$/, '')) ?? build
}
