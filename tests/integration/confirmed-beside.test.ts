import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { recordMark } from '~/domains/learning/index.server'
import {
  findPersonMonth,
  listBatches,
  lockMonth,
  reopenMonth,
  signMonth,
  verifyChain,
} from '~/domains/participation/index.server'
import { confirmMeeting } from '~/journeys/confirm-meeting.server'
import { testDatabase } from '../support/database'
import {
  makeActivity,
  makeActor,
  makeBooking,
  makeOccasion,
  makeSignedMonth,
  makeTimeEntry,
  westumFramework,
} from '../support/factories'
import { reportWorld } from '../support/reports'
import { after, at, first, present } from '../support/workshop'

const month = '2025-03'
const rounds = Array.from({ length: 6 }, (_, round) => round)
/** Milliseconds after which the lock is asked for: the first goes before the confirmation, the others come into it or after. */
const delays = [0, 10, 20, 40, 80, 160]
const before = 120
/** A meeting of three hours with a break of twenty minutes. */
const confirmed = 160

/**
 * Three people have signed two hours of March each; two of them were at a meeting in March, and the leader has marked
 * them but not confirmed it.
 */
async function makeGround() {
  const world = await reportWorld(await testDatabase(), { rounding: 'minutes' })
  const { db, projectId, organisationId, office } = world
  await westumFramework(db)
  await db.updateTable('project').set({ attestation: false }).where('project_id', '=', projectId).execute()
  const people = [await world.join(), await world.join(), await world.join()].map(({ personId }) => personId)
  for (const personId of people) {
    await makeTimeEntry(db, { personId, projectId, minutes: before })
    await makeSignedMonth(db, { personId, projectId, attested: false })
  }
  const leader = await makeActor(db, 'medarbetare', { organisationId })
  const { activityId } = await makeActivity(db, { organisationId, projectId })
  const occasion = await makeOccasion(db, { activityId, leaders: [leader.personId], meetings: [first] })
  const { meetingId } = at(occasion.meetings, 0)
  const attending = people.slice(0, 2)
  for (const personId of attending) {
    await makeBooking(db, { occasionId: occasion.occasionId, personId, organisationId })
    expect(await recordMark(db, leader, meetingId, present(personId))).toMatchObject({ ok: true })
  }
  const confirm = () => confirmMeeting(db, leader, { meetingId, now: after })
  const lock = () => lockMonth(db, office, { projectId, month, leftOut: 3, acknowledged: true, at: after })
  const standing = async () => {
    const found = await Promise.all(people.map((personId) => findPersonMonth(db, projectId, personId, month)))
    return found.map((one) => ({ state: one?.state, minutes: one?.minutes }))
  }
  const frozen = async () => {
    const rows = await db
      .selectFrom('month_figure')
      .where('project_id', '=', projectId)
      .select(['person_id', 'registered_minutes'])
      .execute()
    return new Map(rows.map((row) => [row.person_id, row.registered_minutes]))
  }
  /** The month is opened, signed by whoever must and sent again: what has waited outside comes along, once. */
  const sendAgain = async (seen: number) => {
    const reason = 'Tid kom efter låsningen'
    expect(await reopenMonth(db, office, { projectId, month, reason, at: after })).toMatchObject({ ok: true })
    for (const personId of people) {
      const own = await findPersonMonth(db, projectId, personId, month)
      if (own === undefined || own.state === 'signerad') continue
      await signMonth(db, { personId, projectId, month, seen: own.linesSha256, at: after })
    }
    expect(await lock()).toMatchObject({ ok: true, value: { locked: 3, leftOut: 0 } })
    expect(await world.make(month, { seen })).toMatchObject({ ok: true })
    const newest = (await listBatches(db, projectId)).find((batch) => batch.state === 'klar' && batch.number > seen)
    expect(newest).toMatchObject({ rowCount: 3, reportedMinutes: 3 * before + 2 * confirmed })
    expect(await verifyChain(db, { projectId })).toMatchObject({ whole: true, people: 3 })
  }
  return { ...world, people, attending, confirm, lock, standing, frozen, sendAgain }
}

test.each(rounds)('attendance confirmed while the file is made waits outside it, once (%i)', async (round) => {
  const { db, projectId, confirm, lock, make, standing, sendAgain } = await makeGround()
  expect(await lock()).toMatchObject({ ok: true, value: { locked: 3 } })
  const [made, ...confirmations] =
    round % 2 === 0
      ? await Promise.all([make(month), confirm(), confirm()])
      : await Promise.all([confirm(), make(month), confirm()]).then(([one, two, three]) => [two, one, three] as const)
  expect(made).toMatchObject({ ok: true, value: { number: 1 } })
  expect(confirmations.map((one) => one.ok && one.value.created).toSorted()).toEqual([false, true])
  const [batch] = await listBatches(db, projectId)
  expect(batch).toMatchObject({ state: 'klar', rowCount: 3, reportedMinutes: 3 * before })
  expect(await standing()).toEqual([
    { state: 'exporterad', minutes: before + confirmed },
    { state: 'exporterad', minutes: before + confirmed },
    { state: 'exporterad', minutes: before },
  ])
  await sendAgain(1)
})

test.each(rounds)(
  'attendance confirmed while the month is locked is in no figure it was not signed for (%i)',
  async (round) => {
    const { db, projectId, people, attending, confirm, lock, make, standing, frozen, sendAgain } = await makeGround()
    const locking = round === 0 ? lock() : undefined
    const confirming = confirm()
    if (locking === undefined) await setTimeout(delays[round])
    const [locked, confirmation] = await Promise.all([locking ?? lock(), confirming])
    expect(locked.ok).toBe(true)
    expect(confirmation).toMatchObject({ ok: true, value: { created: true, present: 2 } })
    expect(await make(month)).toMatchObject({ ok: true })
    const figures = await frozen()
    expect([...figures.values()]).toEqual([...figures.values()].map(() => before))
    const [batch] = await listBatches(db, projectId)
    expect(batch).toMatchObject({ rowCount: figures.size, reportedMinutes: figures.size * before })
    expect(await standing()).toEqual(
      people.map((personId) => ({
        state: figures.has(personId) ? 'exporterad' : 'oppen',
        minutes: attending.includes(personId) ? before + confirmed : before,
      })),
    )
    await sendAgain(1)
  },
)
