import { beforeAll, describe, expect, it, test } from 'vitest'
import { mergePeople } from '~/journeys/merge-people.server'
import { identityVault } from '~/vault.server'
import { testDatabase } from '../support/database'
import { makeActor, makePerson } from '../support/factories'
import { ask, moduleOf, openPortal, siteRoutes } from '../support/portal'
import { readableText } from '../support/readable'
import { rowOf } from './access-rows'
import { type Asker, makeWorld, type World } from './access-world'

let world: World
let cookies: Map<Asker, string>
let keptName: string

/** What stands as it was written, with the name it had then: evidence, and a file as it was handed in. */
const asWritten = new Set([
  '/poster/:id',
  '/deltagare/import',
  '/deltagare/import/:importId',
  '/deltagare/import/:importId/avvisade.csv',
  '/logg',
  '/intyg/:code',
  '/intyg/:code/pdf',
  '/projekt/:diarienr/rapporter',
  '/rapporter/scb/:id',
])

beforeAll(async () => {
  const { signIn } = await openPortal()
  world = await makeWorld()
  const db = await testDatabase()
  const kept = await makePerson(db, { organisationId: world.own.organisationId })
  keptName = kept.familyName
  const outcome = await mergePeople(db, await makeActor(db, 'projektadministrator'), identityVault(), {
    from: world.subject.personId,
    to: kept.personId,
    reason: 'Samma person, anmäld två gånger',
    numbersAcknowledged: false,
    at: new Date('2025-03-24T09:00:00Z'),
  })
  expect(outcome).toEqual({ ok: true, value: { created: true } })
  cookies = new Map()
  for (const asker of world.askers) if (asker.actor !== undefined) cookies.set(asker, await signIn(asker.actor))
}, 60_000)

const nameOf = ({ role, place }: Asker) => `${role}, ${place}`

async function answersOf(route: (typeof siteRoutes)[number]) {
  const row = rowOf(route.path)
  const { loader } = await moduleOf(route)
  if (row === undefined || loader === undefined) return []
  const answers = []
  for (const asker of world.askers) {
    const cookie = cookies.get(asker)
    const answer = await ask(route, row.address(world), cookie === undefined ? {} : { cookie })
    const sent = `${answer.headers}\n${answer.location}\n${readableText(answer.bytes)}`.toLowerCase()
    answers.push({ who: `${nameOf(asker)} at ${row.address(world)}`, sent })
  }
  return answers
}

describe.each(siteRoutes.map((route) => [`/${route.path}`, route] as const))('%s', (path, route) => {
  it('leaves a person out who was merged into another', { timeout: 90_000 }, async () => {
    if (asWritten.has(path)) return
    for (const { who, sent } of await answersOf(route)) {
      const leaked = [world.secret, world.subject.email].filter((secret) => sent.includes(secret.toLowerCase()))
      expect(leaked, who).toEqual([])
    }
  })
})

test.each(['deltagare', 'narvaro/:meetingId'])('/%s shows the kept person instead', async (path) => {
  const route = siteRoutes.find((one) => one.path === path)
  if (route === undefined) throw new Error(`No route ${path}`)
  const sent = (await answersOf(route)).map((answer) => answer.sent)
  expect(sent.some((text) => text.includes(keptName.toLowerCase()))).toBe(true)
})
