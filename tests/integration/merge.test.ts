import { describe, expect, test } from 'vitest'
import { issueCertificate, listCertificates } from '~/domains/credential/index.server'
import { participantScope, readParticipantFilter } from '~/domains/participation'
import {
  addIdentityNumber,
  creditTime,
  findPersonMonth,
  listMaskedNumbers,
  listMergeSides,
  listParticipants,
  revealIdentityNumber,
  reopenMonth,
  sumParticipants,
} from '~/domains/participation/index.server'
import { mergePeople } from '~/journeys/merge-people.server'
import type { PersonId } from '~/shared/ids'
import { openedDatabase, testDatabase } from '../support/database'
import {
  makeActivity,
  makeBooking,
  makeCourseCompletion,
  makeLockedMonth,
  makeOccasion,
  makeParticipation,
  makePerson,
  makeSignedMonth,
  makeTimeEntry,
} from '../support/factories'
import { brokenLinks, linesOf, mergeGround, minutesOf, reason, vault } from '../support/merge'
import { at, auditOf, join, world } from '../support/participants'

describe('merging two records of one person', () => {
  test('moves the time by contra entries, alters no line, and keeps the sums and the chain', async () => {
    const { db, kept, gone, merge, projectId, office } = await mergeGround()
    const before = await linesOf(db, gone.personId)
    const scope = participantScope(office)
    const all = readParticipantFilter(new URLSearchParams())
    expect(await sumParticipants(db, scope, projectId, all)).toMatchObject({ participants: 2, minutes: 105 })
    expect(await merge()).toEqual({ ok: true, value: { created: true } })
    const after = await linesOf(db, gone.personId)
    expect(after).toEqual(expect.arrayContaining(before))
    expect(after).toHaveLength(before.length * 2)
    expect(await minutesOf(db, gone.personId)).toBe(0)
    expect(await minutesOf(db, kept.personId, projectId)).toBe(105)
    expect(await sumParticipants(db, scope, projectId, all)).toMatchObject({ participants: 1, minutes: 105 })
    expect((await listParticipants(db, scope, projectId, all)).map((row) => row.personId)).toEqual([kept.personId])
    expect(await brokenLinks(db, [kept.personId, gone.personId])).toEqual([])
    const moved = (await linesOf(db, kept.personId)).find((line) => line.source_kind === 'merge')
    expect(moved).toMatchObject({ minutes: 45, part: 2, corrects_id: before[0]?.time_entry_id, reason })
  })

  test('is logged once and harmless when it is asked for again', async () => {
    const { db, kept, gone, merge, office } = await mergeGround()
    expect(await merge()).toEqual({ ok: true, value: { created: true } })
    const lines = await linesOf(db, kept.personId)
    expect(await merge()).toEqual({ ok: true, value: { created: false } })
    expect(await linesOf(db, kept.personId)).toEqual(lines)
    const logged = await db.selectFrom('person_merge').where('merged_id', '=', gone.personId).selectAll().execute()
    expect(logged).toMatchObject([
      { kept_id: kept.personId, merged_by: office.personId, reason, detail: { records: 1, lines: 1, minutes: 45 } },
    ])
    expect((await auditOf(db, kept.personId)).map((event) => event.action)).toEqual(['person.merged'])
    await expect(
      db.updateTable('person_merge').set({ reason: 'ett annat' }).where('merged_id', '=', gone.personId).execute(),
    ).rejects.toThrow()
  })

  test('keeps the earlier entry, an open exit, and the record that only the other had', async () => {
    const { db, kept, gone, merge, one, projectId } = await mergeGround()
    const dates = async (participationId: string, entry_on: string, exit_on: string | null) =>
      db
        .updateTable('participation')
        .set({ entry_on, exit_on })
        .where('participation_id', '=', participationId)
        .execute()
    await dates(kept.participationId, '2024-05-02', '2024-06-01')
    await dates(gone.participationId, '2024-02-01', null)
    const sister = (await world(db)).projectId
    await makeParticipation(db, { projectId: sister, personId: gone.personId, partnerId: one.organisationId })
    await merge()
    const rows = await db
      .selectFrom('participation')
      .where('person_id', '=', kept.personId)
      .select(['project_id', 'entry_on', 'exit_on', 'merged_into'])
      .execute()
    expect(rows).toHaveLength(2)
    expect(rows).toEqual(
      expect.arrayContaining([
        { project_id: projectId, entry_on: '2024-02-01', exit_on: null, merged_into: null },
        expect.objectContaining({ project_id: sister, merged_into: null }),
      ]),
    )
    const left = await db
      .selectFrom('participation')
      .where('person_id', '=', gone.personId)
      .where('merged_into', 'is', null)
      .selectAll()
      .execute()
    expect(left).toEqual([])
  })

  test('does not count the same course twice, and places time that had no record', async () => {
    const { db, two, projectId, office } = await world(await testDatabase())
    const kept = await join(db, projectId, two.organisationId, { minutes: 60 })
    const own = await db
      .selectFrom('completion')
      .where('person_id', '=', kept.personId)
      .select(['item_id', 'course_id'])
      .executeTakeFirstOrThrow()
    const gone = await makePerson(db, { organisationId: two.organisationId })
    const same = await makeCourseCompletion(db, {
      personId: gone.personId,
      courseId: own.course_id as never,
      minutes: 60,
    })
    const extra = await makeCourseCompletion(db, { personId: gone.personId, minutes: 30 })
    const items = [
      { completionId: same.completionId, title: 'Samma', minutes: 60, finishedAt: at },
      { completionId: extra.completionId, title: 'Annan', minutes: 30, finishedAt: at },
    ]
    await db.transaction().execute((tx) => creditTime(tx, { personId: gone.personId, items, recordedAt: at }))
    expect(await minutesOf(db, gone.personId, projectId)).toBe(0)
    const request = { from: gone.personId, to: kept.personId, reason, numbersAcknowledged: false, at }
    expect(await mergePeople(db, office, vault, request)).toMatchObject({ ok: true })
    expect(await minutesOf(db, kept.personId, projectId)).toBe(90)
    expect(await minutesOf(db, kept.personId)).toBe(90)
    expect(await minutesOf(db, gone.personId)).toBe(0)
    const completions = await db
      .selectFrom('completion')
      .where('person_id', '=', kept.personId)
      .select('item_id')
      .execute()
    expect(completions).toHaveLength(2)
  })

  test('opens signed months whose lines change, and refuses while such a month is locked', async () => {
    const { db, kept, gone, merge, projectId, office } = await mergeGround()
    for (const { personId } of [kept, gone]) await makeSignedMonth(db, { personId, projectId })
    await makeLockedMonth(db, { projectId })
    const lines = [await linesOf(db, kept.personId), await linesOf(db, gone.personId)]
    const figures = await db.selectFrom('month_figure').where('project_id', '=', projectId).selectAll().execute()
    expect(await merge()).toEqual({ ok: false, refusal: 'locked' })
    expect([await linesOf(db, kept.personId), await linesOf(db, gone.personId)]).toEqual(lines)
    expect((await listMergeSides(db, [gone.personId]))[0]?.mergedInto).toBeNull()
    const opened = await reopenMonth(db, office, { projectId, month: '2025-03', reason: 'Dubblett ska slås ihop', at })
    expect(opened.ok).toBe(true)
    expect(await merge()).toEqual({ ok: true, value: { created: true } })
    expect(await findPersonMonth(db, projectId, kept.personId, '2025-03')).toMatchObject({ state: 'rattad' })
    expect(await db.selectFrom('month_figure').where('project_id', '=', projectId).selectAll().execute()).toEqual(
      figures,
    )
    expect(await brokenLinks(db, [kept.personId, gone.personId])).toEqual([])
  })

  test('carries numbers over, sealed for the kept person, a personal number before a coordination number', async () => {
    const { db, kept, gone, merge, office } = await mergeGround()
    const add = (participationId: string, written: string) =>
      addIdentityNumber(db, office, vault, { participationId, written, at })
    await add(kept.participationId, '880162-2393')
    await add(gone.participationId, '19960101-2389')
    expect(await merge()).toMatchObject({ ok: true })
    const numbers = await listMaskedNumbers(db, kept.personId)
    expect(numbers.map((number) => [number.kind, number.isCurrent])).toEqual([
      ['personnummer', true],
      ['samordningsnummer', false],
    ])
    const identityNumberId = numbers[0]?.identityNumberId ?? ''
    const request = {
      participationId: kept.participationId,
      identityNumberId,
      reason: 'Kontroll av sammanslagningen',
      at,
    }
    expect(await revealIdentityNumber(db, office, vault, request)).toMatchObject({ ok: true })
    expect(await listMaskedNumbers(db, gone.personId)).toEqual([])
  })

  test('wants a yes when both have a number of the same kind', async () => {
    const { db, kept, gone, merge, office } = await mergeGround()
    await addIdentityNumber(db, office, vault, { participationId: kept.participationId, written: '810101-2386', at })
    await addIdentityNumber(db, office, vault, { participationId: gone.participationId, written: '810101-2394', at })
    expect(await merge()).toEqual({ ok: false, refusal: 'numbers' })
    expect(await merge({ numbersAcknowledged: true })).toMatchObject({ ok: true })
    expect((await listMaskedNumbers(db, kept.personId)).filter((number) => number.isCurrent)).toHaveLength(1)
  })

  test('hands over bookings, studies and certificates, and ends the sign-in', async () => {
    const { db, kept, gone, merge, one, projectId } = await mergeGround()
    const { activityId } = await makeActivity(db, { organisationId: one.organisationId, projectId })
    const ahead = { startsAt: new Date('2025-05-12T12:00:00Z'), endsAt: new Date('2025-05-12T14:00:00Z') }
    const only = await makeOccasion(db, { activityId, meetings: [ahead] })
    const both = await makeOccasion(db, { activityId, meetings: [ahead] })
    await makeBooking(db, { occasionId: only.occasionId, personId: gone.personId })
    for (const { personId } of [kept, gone]) await makeBooking(db, { occasionId: both.occasionId, personId })
    const { completion_id } = await db
      .selectFrom('completion')
      .where('person_id', '=', gone.personId)
      .select('completion_id')
      .executeTakeFirstOrThrow()
    await db.transaction().execute((tx) =>
      issueCertificate(tx, {
        personId: gone.personId,
        completionId: completion_id as never,
        issuedAt: at,
        document: {
          kind: 'godkänt resultat',
          title: 'En kurs',
          holderName: 'Disa Kvarn',
          minutes: 45,
          level: 1,
          outcomes: ['pröva'],
          finishedOn: '2025-03-24',
          issuer: 'Nätverk Westum',
          language: 'sv',
          revision: 1,
          sources: [],
        },
      }),
    )
    await merge()
    const bookings = await db
      .selectFrom('booking')
      .where('state', '=', 'bokad')
      .where('occasion_id', 'in', [only.occasionId, both.occasionId])
      .select('person_id')
      .execute()
    expect(bookings).toEqual([{ person_id: kept.personId }, { person_id: kept.personId }])
    expect(await listCertificates(db, kept.personId)).toHaveLength(1)
    const [side] = await listMergeSides(db, [gone.personId])
    expect(side).toMatchObject({ mergedInto: kept.personId, hasAccount: false, minutes: 0, bookings: 0 })
  })

  test('is for the office alone, with a reason, never of protected people, oneself or those merged before', async () => {
    const { db, kept, gone, pair, merge, one, auditor, office } = await mergeGround()
    for (const actor of [one.coordinator, auditor])
      expect(await merge({}, actor)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await merge({ reason: 'kort' })).toEqual({ ok: false, refusal: 'reason' })
    expect(await merge({ to: gone.personId })).toEqual({ ok: false, refusal: 'same' })
    expect(await merge({ to: crypto.randomUUID() as PersonId })).toEqual({ ok: false, refusal: 'not-found' })
    expect(await merge({ to: office.personId })).toEqual({ ok: false, refusal: 'own' })
    const hidden = await makePerson(db, { protection: 'marked' })
    expect(await merge({ to: hidden.personId })).toEqual({ ok: false, refusal: 'protected' })
    await merge()
    const third = await makePerson(db)
    expect(await merge({ from: third.personId, to: gone.personId })).toEqual({ ok: false, refusal: 'already-merged' })
    expect(await merge({ from: kept.personId, to: pair.from })).toEqual({ ok: false, refusal: 'already-merged' })
  })

  test('a line that came by a merge moves on with the next one', async () => {
    const { db, kept, gone, merge, projectId } = await mergeGround()
    await merge()
    const third = await makePerson(db)
    expect(await merge({ from: kept.personId, to: third.personId })).toMatchObject({ ok: true })
    expect(await minutesOf(db, third.personId, projectId)).toBe(105)
    expect([await minutesOf(db, kept.personId), await minutesOf(db, gone.personId)]).toEqual([0, 0])
    expect(await brokenLinks(db, [kept.personId, gone.personId, third.personId])).toEqual([])
  })

  test('from both sides at once, or beside new time, ends in one record and loses no minute', async () => {
    const { db, kept, gone, pair, merge, projectId } = await mergeGround()
    const { engine } = await openedDatabase()
    expect(['embedded', 'server']).toContain(engine)
    const late = () => makeTimeEntry(db, { personId: gone.personId, projectId, minutes: 20 })
    const outcomes = await Promise.all([merge(), merge({ from: pair.to, to: pair.from }), merge(), late()])
    expect(outcomes.slice(0, 3).filter((one) => 'ok' in one && one.ok && one.value.created)).toHaveLength(1)
    const sum = (await minutesOf(db, kept.personId)) + (await minutesOf(db, gone.personId))
    expect(sum).toBe(125)
    expect(await brokenLinks(db, [kept.personId, gone.personId])).toEqual([])
  })
})
