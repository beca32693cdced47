import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '~/domains/identity'
import { checkDigitOf } from '~/domains/participation'
import { confirmMeeting } from '~/journeys/confirm-meeting.server'
import { recordMark } from '~/domains/learning/index.server'
import { loader as indicatorsLoader } from '~/routes/indicators'
import { action as participantAction, loader as participantLoader } from '~/routes/participant'
import { loader as monthLoader } from '~/routes/month'
import { loader as participantsLoader } from '~/routes/participants'
import { paths } from '~/shared/paths'
import type { Db } from '~db/schema'
import { ask } from '../../support/ask'
import { testDatabase } from '../../support/database'
import {
  makeActor,
  makeCourseCompletion,
  makeMunicipality,
  makeOrganisation,
  makeParticipation,
  makePerson,
  makeProject,
  makeSignedMonth,
  makeTimeEntry,
  unique,
} from '../../support/factories'
import { giveNumber, numberBornOn } from '../../support/identity'
import { after, first, makeWorkshop, present } from '../../support/workshop'
import { vault } from '../../support/reports'

let db: Db
let office: Actor
beforeAll(async () => {
  db = await testDatabase()
  office = await makeActor(db, 'projektadministrator')
})

interface Row {
  code: string
  figures: ({ shown: true; value: number } | { shown: false })[]
}

/** The indicators as the office's page has them. */
async function indicatorsOf(diarienr: string) {
  const { status, text } = await ask(indicatorsLoader, office.personId, paths.indicators(diarienr), { diarienr })
  expect(status).toBe(200)
  const { page } = JSON.parse(text) as { page: { everyone: number; rows: Row[] } }
  const figure = (code: string) => {
    const [all] = page.rows.find((row) => row.code === code)?.figures ?? []
    return all?.shown === true ? all.value : undefined
  }
  return { everyone: page.everyone, figure }
}

async function makeSetting() {
  const { organisationId } = await makeOrganisation(db)
  const { projectId, diarienr } = await makeProject(db, { partnerIds: [organisationId] })
  const join = async (wish: { bornOn?: string; number?: string; entryOn?: string; exitOn?: string } = {}) => {
    const { personId } = await makePerson(db, { organisationId })
    const { participationId } = await makeParticipation(db, {
      projectId,
      personId,
      partnerId: organisationId,
      ...(wish.entryOn === undefined ? {} : { entryOn: wish.entryOn }),
      ...(wish.exitOn === undefined ? {} : { exitOn: wish.exitOn }),
    })
    await db
      .updateTable('participation')
      .set({ notice_version: '1.0', notice_ack_at: after })
      .where('participation_id', '=', participationId)
      .execute()
    const number = wish.number ?? (wish.bornOn === undefined ? undefined : numberBornOn(wish.bornOn, true))
    if (number !== undefined) await giveNumber(db, vault, personId, number)
    return { personId, participationId }
  }
  return { organisationId, projectId, diarienr, join }
}

describe('1 Luhn, parity, day + 60 and month 00 hold for the official numbers', () => {
  const write = async (number: string) => {
    const { join } = await makeSetting()
    const { participationId } = await join()
    const params = { id: participationId }
    const address = paths.participant(participationId)
    const answer = await ask(participantAction, office.personId, address, params, { intent: 'number', number })
    const shown = await ask(participantLoader, office.personId, address, params)
    return { answer, shown: shown.text }
  }
  test.each([
    ['197101019045', 'a woman, by parity'],
    ['197310319293', 'a man, by parity'],
    ['198801622393', 'day + 60'],
    ['198000692387', 'month 00'],
    ['193710602396', 'day 60'],
  ])('1 the record takes %s (%s) and shows it masked', async (number) => {
    const { answer, shown } = await write(number)
    expect(answer).toMatchObject({ status: 302 })
    expect(shown).toContain(number.slice(0, 8))
    expect(shown).not.toContain(number)
  })
  test('1 a wrong check digit is refused with the remedy, and what was written stays', async () => {
    const wrong = `19810101238${(checkDigitOf('810101238') + 1) % 10}`
    const { answer } = await write(wrong)
    expect(answer.status).toBe(400)
    expect(answer.text).toContain('kontrollsiffra')
    expect(answer.text).toContain(wrong)
  })
})

test('2 one person, three courses and two municipalities: EECO01 counts 1', async () => {
  const { projectId, diarienr, join, organisationId } = await makeSetting()
  const { personId } = await join({ bornOn: '1978-03-01' })
  const [one, two] = [await makeMunicipality(db, '1481'), await makeMunicipality(db, '1487')]
  await db.updateTable('participation').set({ municipality_code: one }).where('person_id', '=', personId).execute()
  await db
    .insertInto('employment')
    .values({
      person_id: personId,
      organisation_id: organisationId,
      municipality_code: two,
      job: 'larare',
      school_form: 'sfi',
      percent: 50,
      starts_on: '2024-01-01',
      ends_on: null,
    })
    .execute()
  for (const workedOn of ['2025-01-10', '2025-02-10', '2025-03-10']) {
    await makeCourseCompletion(db, { personId })
    await makeTimeEntry(db, { personId, projectId, workedOn })
  }
  expect((await indicatorsOf(diarienr)).everyone).toBe(1)
})

describe('3 age on the entry day: 29/30, 54/55 and 29 February', () => {
  test.each([
    ['1994-03-02', 'EECO07'],
    ['1994-03-01', 'age-30-54'],
    ['1996-02-29', 'EECO07', '2026-02-28'],
    ['1996-02-29', 'age-30-54', '2026-03-01'],
  ])('3 who was born on %s stands in %s', async (bornOn, code, entryOn = '2024-03-01') => {
    const { diarienr, projectId, join } = await makeSetting()
    await db.updateTable('project').set({ ends_on: '2027-07-31' }).where('project_id', '=', projectId).execute()
    for (let n = 0; n < 5; n += 1) await join({ bornOn, entryOn })
    const { figure } = await indicatorsOf(diarienr)
    const other = code === 'EECO07' ? 'age-30-54' : 'EECO07'
    expect([figure(code), figure(other), figure('EECO08')]).toEqual([5, 0, 0])
  })
  test.each([
    ['2024-01-10', 'age-30-54'],
    ['2024-01-11', 'EECO08'],
  ])('3 who was born on 1969-01-11 and enters on %s stands in %s', async (entryOn, code) => {
    const { diarienr, join } = await makeSetting()
    const number = '196901119286'
    for (let n = 0; n < 5; n += 1) await join({ number, entryOn })
    const { figure } = await indicatorsOf(diarienr)
    expect([figure(code), figure('EECO07')]).toEqual([5, 0])
  })
})

test('6 a protected person’s name and number are nowhere for other roles', async () => {
  const { organisationId, projectId, diarienr } = await makeSetting()
  const hidden = unique('Hemligberg')
  const { personId } = await makePerson(db, { organisationId, familyName: hidden, protection: 'protected' })
  const { participationId } = await makeParticipation(db, { projectId, personId, partnerId: organisationId })
  const digits = numberBornOn('1979-05-06', true)
  await giveNumber(db, vault, personId, digits)
  await makeTimeEntry(db, { personId, projectId })
  await makeSignedMonth(db, { personId, projectId, attested: false })
  const askers = [
    office,
    await makeActor(db, 'revisor'),
    await makeActor(db, 'systemadministrator'),
    await makeActor(db, 'projektkoordinator', { organisationId }),
    await makeActor(db, 'chef', { organisationId }),
  ]
  const month = '2025-03'
  const told: string[] = []
  for (const { personId: asker } of askers) {
    const answers = [
      await ask(participantsLoader, asker, paths.participants()),
      await ask(participantLoader, asker, paths.participant(participationId), { id: participationId }),
      await ask(monthLoader, asker, paths.month(diarienr, month), { diarienr, manad: month }),
    ]
    told.push(...answers.map(({ text }) => text))
  }
  expect(told.join('\n')).toContain('Deltagare ')
  for (const secret of [hidden, digits, digits.slice(0, 8), digits.slice(2)]) {
    expect(told.filter((text) => text.includes(secret))).toEqual([])
  }
})

describe('13 attendance alone never raises EECR03', () => {
  test.each([
    ['a workshop', undefined, 0],
    ['a workshop that is assessed against a standard', 'Westums standard', 5],
  ])('13 %s', async (_name, standardRef, expected) => {
    const shop = await makeWorkshop({ people: 5, ...(standardRef === undefined ? {} : { standardRef }) })
    for (const [index, { personId }] of shop.people.entries()) {
      await recordMark(db, shop.leader, shop.meetingId, present(personId))
      await giveNumber(db, vault, personId, numberBornOn(`1978-03-0${index + 1}`, true))
    }
    await db
      .updateTable('participation')
      .set({ notice_version: '1.0', notice_ack_at: after, entry_on: '2025-03-24', exit_on: '2025-03-25' })
      .where('project_id', '=', shop.projectId)
      .execute()
    expect(await confirmMeeting(db, shop.leader, { meetingId: shop.meetingId, now: after })).toMatchObject({ ok: true })
    const { diarienr } = await db
      .selectFrom('project')
      .where('project_id', '=', shop.projectId)
      .select('diarienr')
      .executeTakeFirstOrThrow()
    const done = await db.selectFrom('completion').where('item_id', '=', shop.occasionId).select('person_id').execute()
    expect(done).toHaveLength(5)
    expect(first.startsAt < after).toBe(true)
    expect((await indicatorsOf(diarienr)).figure('EECR03')).toBe(expected)
  })
})
