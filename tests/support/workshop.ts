import { randomUUID } from 'node:crypto'
import type { Actor } from '~/domains/identity'
import type { OrganisationId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { openedDatabase } from './database'
import {
  makeActivity,
  makeActor,
  makeBooking,
  makeOccasion,
  makeOrganisation,
  makeParticipation,
  makePerson,
  makeProject,
  westumFramework,
} from './factories'

export const first = {
  startsAt: new Date('2025-03-24T12:00:00Z'),
  endsAt: new Date('2025-03-24T15:00:00Z'),
  breakMinutes: 20,
}
export const second = {
  startsAt: new Date('2025-03-31T11:00:00Z'),
  endsAt: new Date('2025-03-31T13:00:00Z'),
  breakMinutes: 0,
}
export const after = new Date('2025-04-01T08:00:00Z')

/** A workshop of one organisation with its leader and booked participants, each with a record in the project. */
export async function makeWorkshop(
  wish: {
    meetings?: (typeof first)[]
    people?: number
    productPrompt?: string
    standardRef?: string
    capacity?: number
    approvalRequired?: boolean
  } = {},
) {
  const { kysely: db, pool } = await openedDatabase()
  await westumFramework(db)
  const { organisationId } = await makeOrganisation(db)
  const { projectId } = await makeProject(db, { partnerIds: [organisationId] })
  const leader = await makeActor(db, 'medarbetare', { organisationId })
  const { activityId, title } = await makeActivity(db, {
    organisationId,
    projectId,
    productPrompt: wish.productPrompt ?? null,
    standardRef: wish.standardRef ?? null,
    approvalRequired: wish.approvalRequired ?? false,
  })
  const { occasionId, meetings } = await makeOccasion(db, {
    activityId,
    leaders: [leader.personId],
    meetings: wish.meetings ?? [first],
    capacity: wish.capacity ?? null,
  })
  const people: Actor[] = []
  for (let count = 0; count < (wish.people ?? 1); count += 1) {
    const person = await makeParticipant(db, organisationId, projectId)
    await makeBooking(db, { occasionId, personId: person.personId, organisationId })
    people.push(person)
  }
  const meetingIds = meetings.map(({ meetingId }) => meetingId)
  return {
    db,
    pool,
    organisationId,
    projectId,
    leader,
    occasionId,
    title,
    meetingId: at(meetingIds, 0),
    meetingIds,
    people,
  }
}

export async function makeParticipant(
  db: Db,
  organisationId: OrganisationId,
  projectId: Parameters<typeof makeParticipation>[1]['projectId'],
) {
  const { actor, personId } = await makePerson(db, { organisationId })
  await makeParticipation(db, { projectId, personId, partnerId: organisationId, entryOn: null })
  return actor
}

/** The item of a list that a test knows is there. */
export function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new Error('The list is shorter')
  return item
}

/** A mark of somebody as present at the whole meeting, or for the time that is said. */
export const present = (personId: PersonId, more: { cameAt?: Date; leftAt?: Date; markId?: string } = {}) => ({
  markId: more.markId ?? randomUUID(),
  personId,
  present: true,
  cameAt: more.cameAt ?? null,
  leftAt: more.leftAt ?? null,
  method: 'ledare' as const,
  at: first.endsAt,
})
