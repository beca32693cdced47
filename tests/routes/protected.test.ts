import { beforeAll, describe, expect, it, test } from 'vitest'
import { renderToBuffer } from '@react-pdf/renderer'
import { checkDigitOf } from '~/domains/participation'
import { addProtectedNumber } from '~/domains/participation/index.server'
import { identityVault } from '~/vault.server'
import { testDatabase } from '../support/database'
import { makeActor } from '../support/factories'
import { ask, moduleOf, openPortal, siteRoutes } from '../support/portal'
import { readableText } from '../support/readable'
import { rowOf } from './access-rows'
import { type Asker, makeWorld, type World } from './access-world'

let world: World
let cookies: Map<Asker, string>
let secrets: string[]

/** Every way in which the number can be written, and the birth day that its first digits tell. */
function formsOf(digits: string): string[] {
  const [day, rest] = [digits.slice(0, 8), digits.slice(8)]
  return [day, `${day.slice(2)}${rest}`, ...['-', '+', ' '].map((sign) => `${day.slice(2)}${sign}${rest}`)]
}

beforeAll(async () => {
  const { signIn } = await openPortal()
  world = await makeWorld({ protection: 'protected' })
  const db = await testDatabase()
  const handler = await makeActor(db, 'skyddshandlaggare')
  const at = new Date('2025-03-20T12:00:00Z')
  const digits = `19770707238${checkDigitOf('770707238')}`
  const { personId, email } = world.subject
  const added = await addProtectedNumber(db, handler, identityVault(), { personId, written: digits, at })
  expect(added.ok).toBe(true)
  secrets = [world.secret, email, ...formsOf(digits)]
  cookies = new Map()
  for (const asker of world.askers) if (asker.actor !== undefined) cookies.set(asker, await signIn(asker.actor))
}, 60_000)

const nameOf = ({ role, place }: Asker) => `${role}, ${place}`

describe.each(siteRoutes.map((route) => [`/${route.path}`, route] as const))('%s', (_name, route) => {
  it('tells nobody the name, e-mail or number of a protected person', { timeout: 90_000 }, async () => {
    const row = rowOf(route.path)
    const { loader } = await moduleOf(route)
    if (row === undefined || loader === undefined) return
    for (const asker of world.askers) {
      const cookie = cookies.get(asker)
      const answer = await ask(route, row.address(world), cookie === undefined ? {} : { cookie })
      const sent = `${answer.headers}\n${answer.location}\n${readableText(answer.bytes)}`.toLowerCase()
      const leaked = secrets.filter((secret) => sent.includes(secret.toLowerCase()))
      expect(leaked, `${nameOf(asker)} at ${row.address(world)}`).toEqual([])
    }
  })
})

test('the look into files finds what is written there', async () => {
  const { zipSync, strToU8 } = await import('fflate')
  const inner = zipSync({ 'xl/sheet.xml': strToU8('<c>Hemlinge</c>') })
  expect(readableText(Buffer.from(zipSync({ 'a.xlsx': inner })))).toContain('Hemlinge')
  const { createElement } = await import('react')
  const { Document, Page, Text } = await import('@react-pdf/renderer')
  const pdf = await renderToBuffer(
    createElement(Document, null, createElement(Page, null, createElement(Text, null, 'Hemlinge'))),
  )
  expect(readableText(pdf)).toContain('Hemlinge')
})
