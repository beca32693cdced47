import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { recordMark } from '~/domains/learning/index.server'
import { findMergedRecord, listMerges, lockMonth } from '~/domains/participation/index.server'
import { confirmMeeting } from '~/journeys/confirm-meeting.server'
import { mergePeople } from '~/journeys/merge-people.server'
import { makeActor, makeSignedMonth } from '../support/factories'
import { brokenLinks, mergeGround, minutesOf, reason, vault } from '../support/merge'
import { after, at, first, makeWorkshop, present, second } from '../support/workshop'

test('a workshop of several meetings is finished by the kept person, across the merge', async () => {
  const { db, leader, meetingIds, people } = await makeWorkshop({ meetings: [first, second], people: 2 })
  const [gone, kept] = [at(people, 0), at(people, 1)]
  const [one, two] = [at(meetingIds, 0), at(meetingIds, 1)]
  await recordMark(db, leader, one, present(gone.personId))
  await confirmMeeting(db, leader, { meetingId: one, now: after })
  await recordMark(db, leader, two, present(gone.personId))
  const office = await makeActor(db, 'projektadministrator')
  const pair = { from: gone.personId, to: kept.personId }
  const merged = await mergePeople(db, office, vault, { ...pair, reason, numbersAcknowledged: false, at: after })
  expect(merged).toEqual({ ok: true, value: { created: true } })
  expect(await minutesOf(db, kept.personId)).toBe(160)
  expect(await confirmMeeting(db, leader, { meetingId: two, now: after })).toMatchObject({
    value: { finished: [kept.personId] },
  })
  expect([await minutesOf(db, kept.personId), await minutesOf(db, gone.personId)]).toEqual([280, 0])
  const completions = await db
    .selectFrom('completion')
    .where('person_id', 'in', [kept.personId, gone.personId])
    .select(['person_id', 'minutes'])
    .execute()
  expect(completions).toEqual([{ person_id: kept.personId, minutes: 280 }])
  expect(await brokenLinks(db, [kept.personId, gone.personId])).toEqual([])
})

test('beside the lock of a month: either the lock is first and the merge is refused, or nothing is lost', async () => {
  const { db, office, kept, gone, merge, projectId } = await mergeGround()
  for (const { personId } of [kept, gone]) await makeSignedMonth(db, { personId, projectId })
  const lock = { projectId, month: '2025-03', leftOut: 1_000, acknowledged: true, at: after }
  const [merged, locked] = await Promise.all([merge(), lockMonth(db, office, lock)])
  const { rows } = await sql<{ frozen: number }>`
    select coalesce(sum(registered_minutes), 0)::int as frozen from month_figure where project_id = ${projectId}`.execute(
    db,
  )
  const sum = (await minutesOf(db, kept.personId, projectId)) + (await minutesOf(db, gone.personId, projectId))
  expect(sum).toBe(105)
  if (merged.ok) {
    expect(locked).toEqual({ ok: false, refusal: 'nobody-ready' })
    expect(rows).toEqual([{ frozen: 0 }])
  } else {
    expect(merged.refusal).toBe('locked')
    expect(locked.ok).toBe(true)
    expect(rows).toEqual([{ frozen: 105 }])
  }
  expect(await brokenLinks(db, [kept.personId, gone.personId])).toEqual([])
})

test('the record that is gone leads to the kept one, which tells who merged what and why', async () => {
  const { db, office, kept, gone, merge } = await mergeGround()
  expect(await findMergedRecord(db, gone.participationId)).toBeUndefined()
  await merge()
  expect(await findMergedRecord(db, gone.participationId)).toBe(kept.participationId)
  expect(await listMerges(db, kept.personId)).toMatchObject([
    {
      name: `${gone.givenName} ${gone.familyName}`,
      by: `${office.givenName} ${office.familyName}`,
      reason,
      minutes: 45,
    },
  ])
  expect(await listMerges(db, gone.personId)).toEqual([])
})
