import { expect, test } from 'vitest'
import { checklist } from '~/domains/catalogue'
import { findActivity } from '~/domains/catalogue/index.server'
import { addInterest } from '~/domains/learning/index.server'
import { planOccasions } from '~/journeys/plan-occasion.server'
import { setActivityState } from '~/journeys/set-activity-state.server'
import { testDatabase } from '../support/database'
import { makeActivity, makeActor, makeOccasion, makePerson } from '../support/factories'

const now = new Date('2025-03-10T08:00:00Z')
const day = (plus: number) => new Date(now.getTime() + plus * 86_400_000)

async function makeAsked(state: 'utkast' | 'publicerad') {
  const db = await testDatabase()
  const made = await makeActivity(db, { state })
  const { personId } = await makePerson(db)
  await addInterest(db, made.activityId, personId, now)
  const actor = await makeActor(db, 'kursansvarig', { organisationId: made.organisationId })
  const activity = async () => {
    const found = await findActivity(db, made.slug)
    if (found === undefined) throw new Error(made.slug)
    return found
  }
  const told = async () => {
    const rows = await db.selectFrom('outbox').where('person_id', '=', personId).select(['kind', 'payload']).execute()
    return rows.map(({ kind, payload }) => [kind, payload['startsAt']])
  }
  const publish = async () =>
    setActivityState(db, actor, await activity(), { state: 'publicerad', checked: checklist, now })
  return { db, made, actor, activity, told, publish }
}

test('who asked to know is told when a published activity gets a date', async () => {
  const { db, actor, activity, told } = await makeAsked('publicerad')
  const times = { startsAt: day(9), endsAt: day(9.1), breakMinutes: 0 }
  const meeting = { ...times, meetingId: null, mode: 'plats' as const, place: 'Sal 1', onlineUrl: null, title: null }
  const plan = { capacity: 10, bookingOpensAt: null, bookingClosesAt: null, materials: [], leaders: [] }
  const occasions = [{ plan, meetings: [meeting] }]
  const outcome = await planOccasions(db, actor, await activity(), { occasions, now })
  expect(outcome.ok).toBe(true)
  expect(await told()).toEqual([['occasion-planned', day(9).toISOString()]])
})

test('of a draft with a date they are told when it is published, of the next one, and once', async () => {
  const { db, made, told, publish } = await makeAsked('utkast')
  for (const [plus, state] of [[20], [5], [2, 'installt'], [-3]] as const)
    await makeOccasion(db, {
      activityId: made.activityId,
      state: state ?? 'planerat',
      meetings: [{ startsAt: day(plus), endsAt: day(plus + 0.1) }],
    })
  expect(await told()).toEqual([])
  expect((await publish()).ok).toBe(true)
  expect((await publish()).ok).toBe(true)
  expect(await told()).toEqual([['occasion-planned', day(5).toISOString()]])
})
