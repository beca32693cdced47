import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '~/domains/identity'
import { issueCertificate } from '~/domains/credential/index.server'
import { sessionsOf } from '~/domains/identity/index.server'
import { loader as certificateLoader } from '~/routes/certificate'
import { loader as pdfLoader } from '~/routes/certificate-pdf'
import { loader as certificatesLoader } from '~/routes/certificates'
import { loader as hoursLoader } from '~/routes/hours'
import { action as recordAction, loader as recordLoader } from '~/routes/participant'
import { loader as listLoader } from '~/routes/participants'
import { loader as csvLoader } from '~/routes/participants-csv'
import { openedDatabase, testDatabase } from '../support/database'
import { makeActor, makeCourseCompletion } from '../support/factories'
import { at, join, world } from '../support/participants'

const holder = globalThis as { portalDatabase?: unknown }
let before: unknown
beforeAll(async () => {
  before = holder.portalDatabase
  holder.portalDatabase = await openedDatabase()
})
afterAll(() => {
  holder.portalDatabase = before
})

type Loader = (args: never) => unknown

/** What the route answers the actor: its status and everything that it would send, as text. */
async function ask(run: Loader, actor: Actor | undefined, address: string, params = {}, form?: Record<string, string>) {
  const headers = new Headers()
  if (actor !== undefined) {
    const db = await testDatabase()
    const account = { person_id: actor.personId, password_hash: 'none' }
    await db
      .insertInto('account')
      .values(account)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const sessions = sessionsOf(db, { secure: false })
    headers.set('Cookie', (await sessions.start(actor.personId, 'test', null)).split(';')[0] ?? '')
  }
  const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }
  const request = new Request(`http://portal.example${address}`, { headers, ...body })
  try {
    const answer = await run({ request, params, context: {} } as never)
    if (answer instanceof Response) return { status: answer.status, text: await answer.text() }
    const { data, init } = (answer ?? {}) as { data?: unknown; init?: ResponseInit | null }
    return { status: init?.status ?? 200, text: JSON.stringify(data ?? answer) }
  } catch (thrown) {
    if (thrown instanceof Response) return { status: thrown.status, text: await thrown.text() }
    throw thrown
  }
}

async function withCertificate(protection: 'none' | 'protected') {
  const { db, one, two, projectId, office, auditor } = await world(await testDatabase())
  const familyName = protection === 'none' ? 'Öppenholm' : 'Hemligdal'
  const person = await join(db, projectId, one.organisationId, { protection, familyName, minutes: 75 })
  const { completionId } = await makeCourseCompletion(db, { personId: person.personId })
  const document = {
    kind: 'deltagande' as const,
    title: 'Språk i alla ämnen',
    holderName: `${person.givenName} ${familyName}`,
    minutes: 75,
    level: 2,
    outcomes: ['planera stöttning'],
    finishedOn: '2025-03-24',
    issuer: 'Nätverk Westum',
    language: 'sv' as const,
    revision: 1,
    sources: [{ title: 'Lektion 1', minutes: 75, finishedOn: '2025-03-24' }],
  }
  const { code } = await db
    .transaction()
    .execute((tx) => issueCertificate(tx, { personId: person.personId, completionId, document, issuedAt: at }))
  return { db, one, two, office, auditor, person, familyName, code, projectId }
}

describe('who sees participants', () => {
  test('a visitor signs in first, other roles are refused, other partners find nothing', async () => {
    const { one, two, office, auditor, person, familyName } = await withCertificate('none')
    const params = { id: person.participationId }
    expect((await ask(listLoader, undefined, '/deltagare')).status).toBe(302)
    const teacher = await makeActor(await testDatabase(), 'medarbetare', { organisationId: one.organisationId })
    for (const run of [listLoader, csvLoader, recordLoader]) {
      expect((await ask(run, teacher, '/deltagare', params)).status).toBe(403)
    }
    expect((await ask(recordLoader, two.coordinator, '/deltagare/x', params)).status).toBe(404)
    expect((await ask(listLoader, two.coordinator, '/deltagare')).text).not.toContain(familyName)
    expect((await ask(csvLoader, two.coordinator, '/deltagare.csv')).text).not.toContain(familyName)
    for (const actor of [one.coordinator, auditor, office]) {
      const record = await ask(recordLoader, actor, '/deltagare/x', params)
      expect(record).toMatchObject({ status: 200, text: expect.stringContaining(familyName) })
    }
    expect((await ask(listLoader, one.coordinator, '/deltagare')).text).toContain(familyName)
    expect((await ask(recordLoader, office, '/deltagare/x', { id: 'x' })).status).toBe(404)
  })

  test('forms are refused to readers and to other partners, and keep what was typed', async () => {
    const { two, office, auditor, person } = await withCertificate('none')
    const params = { id: person.participationId }
    const dates = { intent: 'dates', entryOn: '2024-01-10', exitOn: '2026-01-01' }
    expect((await ask(recordAction, auditor, '/deltagare/x', params, dates)).status).toBe(403)
    expect((await ask(recordAction, two.coordinator, '/deltagare/x', params, dates)).status).toBe(404)
    const refused = await ask(recordAction, office, '/deltagare/x', params, dates)
    expect(refused).toMatchObject({
      status: 400,
      text: expect.stringContaining('Slutdatum ligger efter projektets slut'),
    })
    expect(refused.text).toContain('2026-01-01')
    const number = { intent: 'number', number: '810101-2387' }
    const wrong = await ask(recordAction, office, '/deltagare/x', params, number)
    expect(wrong.text).toContain('Personnumrets kontrollsiffra stämmer inte. Kontrollera de fyra sista siffrorna.')
    expect(wrong.text).toContain('810101-2387')
    expect((await ask(recordAction, office, '/deltagare/x', params, { ...dates, exitOn: '' })).status).toBe(302)
  })
})

describe('a protected person', () => {
  test('has name, address and place nowhere for others', async () => {
    const { one, office, auditor, person, familyName, code } = await withCertificate('protected')
    const secrets = [familyName, person.email, one.name]
    const params = { id: person.participationId, code }
    for (const actor of [one.coordinator, office, auditor]) {
      for (const [run, address] of [
        [listLoader, '/deltagare'],
        [listLoader, `/deltagare?sok=${familyName.slice(0, 4)}xyz`],
        [csvLoader, '/deltagare.csv'],
        [recordLoader, '/deltagare/x'],
        [certificateLoader, `/intyg/${code}`],
      ] as const) {
        const { status, text } = await ask(run, actor, address, params)
        expect(status).toBe(200)
        for (const secret of secrets) expect(text, `${secret} in ${address}`).not.toContain(secret)
      }
      expect((await ask(pdfLoader, actor, `/intyg/${code}/pdf`, params)).status).toBe(404)
    }
    const own = await ask(certificateLoader, person.actor, `/intyg/${code}`, params)
    expect(own.text).toContain(familyName)
  })
})

describe('certificates', () => {
  test('anyone may check one; the name is for its holder, the office and auditors', async () => {
    const { one, two, office, auditor, person, familyName, code } = await withCertificate('none')
    for (const actor of [undefined, two.coordinator, one.coordinator]) {
      const { status, text } = await ask(certificateLoader, actor, `/intyg/${code}`, { code })
      expect(status).toBe(200)
      expect(text).toContain('Språk i alla ämnen')
      expect(text).not.toContain(familyName)
    }
    for (const actor of [person.actor, office, auditor]) {
      expect((await ask(certificateLoader, actor, `/intyg/${code}`, { code })).text).toContain(familyName)
    }
    expect((await ask(certificateLoader, undefined, '/intyg/x', { code: 'x' })).status).toBe(404)
    expect((await ask(certificateLoader, undefined, '/intyg/x', { code: '0000-0000-0000' })).status).toBe(404)
    expect((await ask(certificateLoader, undefined, '/intyg/x', { code: code.toLowerCase() })).status).toBe(302)
    expect((await ask(certificatesLoader, two.coordinator, '/intyg')).text).not.toContain(code)
    expect((await ask(certificatesLoader, person.actor, '/intyg')).text).toContain(code)
  })

  test(
    'the document is the same bytes for ever, for the holder and the office alone',
    { timeout: 30_000 },
    async () => {
      const { one, two, office, person, code } = await withCertificate('none')
      const params = { code }
      expect((await ask(pdfLoader, undefined, `/intyg/${code}/pdf`, params)).status).toBe(302)
      for (const actor of [one.coordinator, two.coordinator]) {
        expect((await ask(pdfLoader, actor, `/intyg/${code}/pdf`, params)).status).toBe(404)
      }
      const first = await ask(pdfLoader, person.actor, `/intyg/${code}/pdf`, params)
      expect(first.text.startsWith('%PDF-')).toBe(true)
      expect(await ask(pdfLoader, office, `/intyg/${code}/pdf`, params)).toEqual(first)
    },
  )
})

test('hours are the own ones alone, and a month can be chosen', async () => {
  const { person, two } = await withCertificate('none')
  const own = JSON.parse((await ask(hoursLoader, person.actor, '/timmar?manad=2025-03')).text)
  expect(own).toMatchObject({ month: '2025-03', overview: { total: 75 }, entries: [{ minutes: 75 }] })
  expect(JSON.parse((await ask(hoursLoader, person.actor, '/timmar?manad=2025-02')).text).entries).toEqual([])
  expect(JSON.parse((await ask(hoursLoader, two.coordinator, '/timmar')).text).overview.total).toBe(0)
})
