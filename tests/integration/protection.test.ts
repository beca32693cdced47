import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  changeProtection,
  createAccount,
  findProtection,
  listHandling,
  listProtectedPeople,
  revealName,
  searchOpenPeople,
} from '~/domains/identity/index.server'
import {
  addIdentityNumber,
  addProtectedNumber,
  listMaskedNumbers,
  openVault,
  revealIdentityNumber,
  revealProtectedNumber,
} from '~/domains/participation/index.server'
import { testDatabase } from '../support/database'
import { makeActor, makePerson, unique } from '../support/factories'
import { ownDatabase } from '../support/own-database'
import { at, auditOf, join, world } from '../support/participants'

const vault = openVault(randomBytes(32).toString('hex'))
const reason = 'Personen har visat beslutet'

async function handled() {
  const db = await testDatabase()
  const { one, projectId, office, auditor } = await world(db)
  const handler = await makeActor(db, 'skyddshandlaggare')
  const person = await join(db, projectId, one.organisationId, { familyName: unique('Gömd') })
  return { db, one, office, auditor, handler, person }
}

describe('protected personal data', () => {
  test('are set and lifted by a handler with a reason; the alias is drawn, unique and never used again', async () => {
    const { db, one, office, auditor, handler, person } = await handled()
    const { personId } = person
    const change = (protection: 'none' | 'marked' | 'protected', actor = handler, why = reason) =>
      changeProtection(db, actor, { personId, protection, reason: why, at })
    for (const actor of [office, auditor, one.coordinator, person.actor, await makeActor(db, 'systemadministrator')]) {
      expect(await change('marked', actor)).toEqual({ ok: false, refusal: 'not-allowed' })
    }
    expect(await change('marked', handler, ' kort ')).toEqual({ ok: false, refusal: 'reason' })
    expect(await change('none')).toEqual({ ok: false, refusal: 'unchanged' })
    expect(await findProtection(db, personId)).toBe('none')
    expect((await searchOpenPeople(db, person.familyName)).map((one) => one.personId)).toEqual([personId])
    const first = await change('marked')
    const alias = first.ok ? first.value.alias : null
    expect(alias).toMatch(/^Deltagare W-\d{4}$/)
    expect(await listProtectedPeople(db)).toContainEqual({ personId, alias, protection: 'marked' })
    expect(await searchOpenPeople(db, person.familyName)).toEqual([])
    expect(await change('protected')).toEqual({ ok: true, value: { alias } })
    expect(await change('none')).toEqual({ ok: true, value: { alias: null } })
    const again = await change('marked')
    expect(again.ok && again.value.alias !== alias).toBe(true)
    expect((await listHandling(db, personId)).map((event) => [event.action, event.reason])).toEqual(
      Array.from({ length: 4 }, () => ['protection.changed', reason]),
    )
    const own = { personId: handler.personId, protection: 'marked' as const, reason, at }
    expect(await changeProtection(db, handler, own)).toEqual({ ok: false, refusal: 'own' })
    const absent = { personId: crypto.randomUUID() as never, protection: 'marked' as const, reason, at }
    expect(await changeProtection(db, handler, absent)).toEqual({ ok: false, refusal: 'not-found' })
  })

  test('name and number leave for a handler alone, one at a time, with a reason that is logged first', async () => {
    const { db, one, office, handler, person } = await handled()
    const { personId, participationId } = person
    const name = (actor = handler, why = reason) => revealName(db, actor, { personId, reason: why, at })
    expect(await name()).toEqual({ ok: false, refusal: 'not-found' })
    const number = (actor = handler) => addProtectedNumber(db, actor, vault, { personId, written: '19960101-2389', at })
    expect(await number()).toEqual({ ok: false, refusal: 'not-found' })
    await changeProtection(db, handler, { personId, protection: 'protected', reason, at })
    for (const actor of [office, one.coordinator, person.actor]) {
      expect(await name(actor)).toEqual({ ok: false, refusal: 'not-allowed' })
      expect(await number(actor)).toEqual({ ok: false, refusal: 'not-allowed' })
    }
    expect(await name(handler, 'kort')).toEqual({ ok: false, refusal: 'reason' })
    expect(await name()).toEqual({
      ok: true,
      value: { name: `${person.givenName} ${person.familyName}`, email: person.email },
    })
    expect(await addIdentityNumber(db, office, vault, { participationId, written: '19960101-2389', at })).toEqual({
      ok: false,
      refusal: 'protected',
    })
    expect(await number()).toMatchObject({ ok: true })
    expect(await number()).toEqual({ ok: false, refusal: 'same-number' })
    const [kept] = await listMaskedNumbers(db, personId)
    const request = { personId, participationId, identityNumberId: kept?.identityNumberId ?? '', reason, at }
    expect(await revealIdentityNumber(db, office, vault, request)).toEqual({ ok: false, refusal: 'protected' })
    expect(await revealProtectedNumber(db, office, vault, request)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await revealProtectedNumber(db, handler, vault, { ...request, reason: 'x' })).toEqual({
      ok: false,
      refusal: 'reason',
    })
    expect(await revealProtectedNumber(db, handler, vault, request)).toEqual({
      ok: true,
      value: { number: '19960101-2389' },
    })
    const log = await auditOf(db, personId)
    expect(log.map((event) => event.action)).toEqual([
      'protection.changed',
      'protected-name.revealed',
      'identity-number.added',
      'identity-number.revealed',
    ])
    expect(JSON.stringify(log)).not.toMatch(new RegExp(`2389|${person.familyName}|${person.email}`))
  })

  test('two changes at once give one alias and one line in the log', async () => {
    const { db, handler, person } = await handled()
    const { personId } = person
    const wish = { personId, protection: 'marked' as const, reason, at }
    const both = await Promise.all([changeProtection(db, handler, wish), changeProtection(db, handler, wish)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both).toContainEqual({ ok: false, refusal: 'unchanged' })
    expect(await auditOf(db, personId)).toHaveLength(1)
  })

  test('many people at once get different aliases', async () => {
    const { db, handler } = await handled()
    const people = await Promise.all(Array.from({ length: 8 }, () => makePerson(db)))
    const outcomes = await Promise.all(
      people.map(({ personId }) => changeProtection(db, handler, { personId, protection: 'marked', reason, at })),
    )
    expect(new Set(outcomes.map((one) => (one.ok ? one.value.alias : '')))).toHaveProperty('size', 8)
  })
})

test('there are at most two handlers; one whose account has ended leaves room', { timeout: 60_000 }, async () => {
  const own = await ownDatabase()
  const db = own.kysely
  try {
    const make = (email: string, role: 'skyddshandlaggare' | 'revisor' = 'skyddshandlaggare') =>
      createAccount(db, {
        email,
        givenName: 'Ny',
        familyName: 'Handläggare',
        password: 'ett långt lösenord',
        role,
        organisationId: null,
        at,
      })
    const outcomes = await Promise.all(['a', 'b', 'c'].map((name) => make(`${name}@portal.example`)))
    expect(outcomes.filter((one) => one.ok)).toHaveLength(2)
    expect(outcomes).toContainEqual({ ok: false, refusal: 'handlers-full' })
    expect(await make('d@portal.example', 'revisor')).toMatchObject({ ok: true })
    const first = outcomes.find((one) => one.ok)
    await db
      .updateTable('account')
      .set({ disabled_at: at })
      .where('person_id', '=', first?.ok ? first.value : '')
      .execute()
    expect(await make('e@portal.example')).toMatchObject({ ok: true })
    expect(await make('f@portal.example')).toEqual({ ok: false, refusal: 'handlers-full' })
  } finally {
    await own.close()
  }
})
