import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import { describe, expect, it } from 'vitest'
import siteMap from '~/routes'
import { partOfBuild } from './part-of-build.server'

const ids = siteMap.map((entry) => entry.id ?? entry.file)
const routes = Object.fromEntries([
  ['root', { id: 'root', path: '' }],
  ...siteMap.map(({ path, index }, at) => [ids[at], { id: ids[at], parentId: 'root', path, index }]),
])
const build = { routes, assets: { routes, version: '1' } } as unknown as ServerBuild

function matched(part: ServerBuild, address: string): string | undefined {
  const children = Object.values(part.routes).filter(({ parentId }) => parentId === 'root')
  const objects = [{ id: 'root', path: '', children: children.map(({ id, path, index }) => ({ id, path, index })) }]
  return matchRoutes(objects as Parameters<typeof matchRoutes>[0], address)?.at(-1)?.route.id
}

const addresses = siteMap.map(({ path = '' }) => `/${path.replaceAll(/:\w+|\*/g, 'nagot')}`)

describe('the part of a build that an address can lead to', () => {
  it.each(addresses)('has the route of %s', (address) => {
    const part = partOfBuild(build, address)
    expect(matched(part, address)).toBe(matched(build, address))
    expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes))
  })

  it.each(['/finns-inte', '/KURSER/Distans', '/%6Burser/distans', '//kurser', '/', '', '/medarbetare.csv', '/kurser/'])(
    'is as good as the whole for %s',
    (address) => expect(matched(partOfBuild(build, address), address)).toBe(matched(build, address)),
  )

  it('is the whole for what belongs to no page, and small and made once for a page', () => {
    expect(partOfBuild(build, '/__manifest')).toBe(build)
    const part = partOfBuild(build, '/kompetens.data')
    expect(part).toBe(partOfBuild(build, '/kompetens'))
    expect(Object.keys(part.routes).length).toBeLessThan(12)
  })
})
