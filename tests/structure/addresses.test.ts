import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import routes from '~/routes'
import { paths } from '~/shared/paths'

const app = path.resolve(import.meta.dirname, '../../app')

/** A pattern of the site map as a regular expression over addresses. */
function matcher(pattern: string | undefined): RegExp {
  const segments = (pattern ?? '')
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
  return new RegExp(`^/${segments.join('/')}$`)
}

function leadsSomewhere(address: string, patterns: readonly RegExp[]): boolean {
  const [pathname = ''] = address.split(/[?#]/)
  return patterns.some((pattern) => pattern.test(pathname))
}

const site = routes.filter((route) => route.path !== '*').map((route) => matcher(route.path))

/** Builders of paths.ts that code asks for, with the files that do. */
function askedFor(): Map<string, string> {
  const found = new Map<string, string>()
  for (const file of readdirSync(app, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file)) continue
    for (const [, name = ''] of readFileSync(path.join(app, file), 'utf8').matchAll(/\bpaths\.(\w+)\(/g))
      found.set(name, file)
  }
  return found
}

/** Builders of the addresses that the server itself answers, before the site map. */
const mounted = new Set(
  [
    ...readFileSync(path.join(app, 'server/portal.server.ts'), 'utf8').matchAll(
      /app\.(?:all|post|use)\(\[?paths\.(\w+)\(/g,
    ),
  ].map(([, name = '']) => name),
)

test('every address that a page links to has a page', () => {
  const builders = new Map<string, unknown>(Object.entries(paths))
  const dead = [...askedFor()].filter(([name]) => {
    if (mounted.has(name)) return false
    const build = builders.get(name)
    // A builder takes names of things, a form of file, or a query that begins with `?`.
    const tries =
      typeof build === 'function'
        ? [
            build('x', 'x', ''),
            build('x', ''),
            build('x', 'csv'),
            build('x', 'x', 'csv'),
            build('?x', 'x'),
            build('json'),
          ]
        : []
    return !tries.some((address) => leadsSomewhere(String(address), site))
  })
  expect(dead).toEqual([])
})

test('an address without a page is seen', () => {
  expect([...mounted]).toEqual(['mediaFiles', 'media', 'muxWebhook', 'mediaUploads', 'workUploads'])
  expect(leadsSomewhere('/projekt/x/okand', site)).toBe(false)
  expect(leadsSomewhere('/kurser/x?forsok=nytt', site)).toBe(true)
})
