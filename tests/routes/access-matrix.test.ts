import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, ask, moduleOf, openPortal, siteRoutes } from '../support/portal'
import { rowOf } from './access-rows'
import type { Verdict } from './access-verdicts'
import { type Asker, makeWorld, type World } from './access-world'

let world: World
let cookies: Map<Asker, string>

beforeAll(async () => {
  const { signIn } = await openPortal()
  world = await makeWorld()
  cookies = new Map()
  for (const asker of world.askers) if (asker.actor !== undefined) cookies.set(asker, await signIn(asker.actor))
}, 60_000)

function verdictOf({ status, location }: Answer): Verdict | string {
  if (status >= 300 && status < 400) return location.startsWith('/logga-in') ? 'sign-in' : 'elsewhere'
  if (status === 401) return 'sign-in'
  if (status >= 200 && status < 300) return 'shown'
  return [403, 404, 405].includes(status) ? 'refused' : `status ${status}`
}

const optionsOf = (asker: Asker) => {
  const cookie = cookies.get(asker)
  return cookie === undefined ? {} : { cookie }
}
const nameOf = ({ role, place }: Asker) => `${role}, ${place}`

describe.each(siteRoutes.map((route) => [`/${route.path}`, route] as const))('%s', (_name, route) => {
  const row = rowOf(route.path)

  it('has a row in the access matrix', async () => {
    expect(row, `add ${route.path} to access-rows.ts`).toBeDefined()
    const { action } = await moduleOf(route)
    if (action !== undefined) expect(row?.writes, `${route.path} has an action: say who may use it`).toBeDefined()
  })
  if (row === undefined) return

  it('shows each asker what the row says, and the name only to those who may see it', { timeout: 60_000 }, async () => {
    const expected: Record<string, [Verdict, boolean]> = {}
    const found: Record<string, [string, boolean]> = {}
    const { loader } = await moduleOf(route)
    if (loader === undefined) return
    for (const asker of world.askers) {
      expected[nameOf(asker)] = [row.verdict(asker), row.sees?.(asker) ?? false]
      const answer = await ask(route, row.address(world), optionsOf(asker))
      found[nameOf(asker)] = [verdictOf(answer), answer.body.includes(world.secret)]
    }
    expect(found).toEqual(expected)
  })

  it('lets nobody write but those of the row', { timeout: 60_000 }, async () => {
    const { action } = await moduleOf(route)
    if (action === undefined || row.form === undefined || row.writes === undefined) return
    for (const { form, writes } of [{ form: row.form, writes: row.writes }, ...(row.more ?? [])]) {
      for (const asker of world.askers.filter((one) => !writes(one))) {
        const answer = await ask(route, row.address(world), { ...optionsOf(asker), form: form(world) })
        expect([nameOf(asker), verdictOf(answer)]).toEqual([nameOf(asker), asker.actor ? 'refused' : 'sign-in'])
      }
    }
  })
})
