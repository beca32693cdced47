import { describe, expect, test } from 'vitest'
import type { Actor } from '~/domains/identity'
import { keyOfProposal } from '~/domains/participation'
import { confirmDates, creditTime, listDatesProposals } from '~/domains/participation/index.server'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { testDatabase } from '../support/database'
import { makeActivity, makeActor, makeBooking, makeCourseCompletion, makeOccasion } from '../support/factories'
import { auditOf, join, world } from '../support/participants'

const at = new Date('2025-03-24T09:00:00Z')

async function land() {
  const made = await world(await testDatabase())
  const { diarienr } = await made.db
    .selectFrom('project')
    .where('project_id', '=', made.projectId)
    .select('diarienr')
    .executeTakeFirstOrThrow()
  return { ...made, diarienr }
}

async function credit(db: Db, personId: PersonId, days: readonly string[]) {
  for (const day of days) {
    const { completionId } = await makeCourseCompletion(db, { personId, minutes: 60 })
    const items = [{ completionId, title: `Kurs ${day}`, minutes: 60, finishedAt: new Date(`${day}T12:00:00Z`) }]
    await db.transaction().execute((tx) => creditTime(tx, { personId, items, recordedAt: at }))
  }
}
const proposals = async (db: Db, actor: Actor, diarienr: string) =>
  (await listDatesProposals(db, actor, { diarienr, at }))?.proposals ?? []
const datesOf = (db: Db, participationId: string) =>
  db
    .selectFrom('participation')
    .where('participation_id', '=', participationId)
    .select(['entry_on as entryOn', 'exit_on as exitOn'])
    .executeTakeFirstOrThrow()

describe('entry and exit days from attended time', () => {
  test('are proposed with their reasons, confirmed as shown, and never twice', async () => {
    const { db, one, office, projectId, diarienr } = await land()
    const quiet = await join(db, projectId, one.organisationId, { familyName: 'Alm' })
    const busy = await join(db, projectId, one.organisationId, { familyName: 'Björk' })
    await credit(db, quiet.personId, ['2024-09-16', '2024-10-01'])
    await credit(db, busy.personId, ['2024-09-16', '2025-03-01'])
    const unset = { entry_on: null }
    await db.updateTable('participation').set(unset).where('participation_id', '=', quiet.participationId).execute()
    const shown = await proposals(db, office, diarienr)
    expect(
      shown.map(({ participationId, entry, exit, lastTitle }) => [participationId, entry, exit, lastTitle]),
    ).toEqual([
      [
        quiet.participationId,
        { day: '2024-09-16', reason: 'unset' },
        { day: '2024-10-01', reason: 'quiet' },
        'Kurs 2024-10-01',
      ],
    ])
    const keys = shown.map(keyOfProposal)
    const confirm = (chosen: string[], actor = office) => confirmDates(db, actor, { diarienr, keys: chosen, at })
    expect(await confirm([])).toEqual({ ok: false, refusal: 'none' })
    expect(await confirm([`${quiet.participationId}.2024-09-17.`, 'nej'])).toEqual({
      ok: true,
      value: { confirmed: 0, left: 2 },
    })
    expect(await confirm(keys)).toEqual({ ok: true, value: { confirmed: 1, left: 0 } })
    expect(await datesOf(db, quiet.participationId)).toEqual({ entryOn: '2024-09-16', exitOn: '2024-10-01' })
    expect(await confirm(keys)).toEqual({ ok: true, value: { confirmed: 0, left: 1 } })
    expect(await proposals(db, office, diarienr)).toEqual([])
    expect(await auditOf(db, quiet.participationId)).toEqual([
      {
        action: 'participation.dates-changed',
        reason: null,
        actor_id: office.personId,
        detail: {
          before: { entryOn: null, exitOn: null },
          after: { entryOn: '2024-09-16', exitOn: '2024-10-01' },
          proposed: { entry: 'unset', exit: 'quiet' },
        },
      },
    ])
  })

  test('no exit is proposed while a meeting of the project is booked; a cancelled booking does not hold it back', async () => {
    const { db, one, office, projectId, diarienr } = await land()
    const person = await join(db, projectId, one.organisationId)
    await credit(db, person.personId, ['2024-09-16'])
    expect((await proposals(db, office, diarienr)).map(({ exit }) => exit?.reason)).toEqual(['quiet'])
    const { activityId } = await makeActivity(db, { projectId })
    const meeting = { startsAt: new Date('2025-05-05T11:00:00Z'), endsAt: new Date('2025-05-05T14:00:00Z') }
    const { occasionId } = await makeOccasion(db, { activityId, meetings: [meeting] })
    const { bookingId } = await makeBooking(db, { occasionId, personId: person.personId })
    expect(await proposals(db, office, diarienr)).toEqual([])
    await db.updateTable('booking').set({ state: 'avbokad' }).where('booking_id', '=', bookingId).execute()
    expect(await proposals(db, office, diarienr)).toHaveLength(1)
  })

  test('a coordinator sees and confirms those of the own partner alone; a protected person is never listed', async () => {
    const { db, one, two, office, auditor, projectId, diarienr } = await land()
    const [mine, theirs] = [
      await join(db, projectId, one.organisationId),
      await join(db, projectId, two.organisationId),
    ]
    const hidden = await join(db, projectId, one.organisationId, { protection: 'protected' })
    for (const { personId } of [mine, theirs, hidden]) await credit(db, personId, ['2024-09-16'])
    const all = (await proposals(db, office, diarienr)).map(keyOfProposal)
    expect(all).toHaveLength(2)
    const own = await proposals(db, one.coordinator, diarienr)
    expect(own.map(({ participationId }) => participationId)).toEqual([mine.participationId])
    expect(await confirmDates(db, one.coordinator, { diarienr, keys: all, at })).toEqual({
      ok: true,
      value: { confirmed: 1, left: 1 },
    })
    expect((await datesOf(db, theirs.participationId)).exitOn).toBeNull()
    for (const actor of [auditor, await makeActor(db, 'chef', { organisationId: one.organisationId })]) {
      expect(await listDatesProposals(db, actor, { diarienr, at })).toBeUndefined()
      expect(await confirmDates(db, actor, { diarienr, keys: all, at })).toEqual({ ok: false, refusal: 'not-allowed' })
    }
  })
})
