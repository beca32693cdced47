import type { Protection } from '~/domains/identity'
import { creditTime } from '~/domains/participation/index.server'
import type { OrganisationId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import {
  makeActor,
  makeCourseCompletion,
  makeOrganisation,
  makeParticipation,
  makePerson,
  makeProject,
} from './factories'

export const at = new Date('2025-03-24T09:00:00Z')

export async function makePartner(db: Db) {
  const { organisationId, slug, name } = await makeOrganisation(db)
  const coordinator = await makeActor(db, 'projektkoordinator', { organisationId })
  return { organisationId, slug, name, coordinator }
}

export async function join(
  db: Db,
  projectId: ProjectId,
  partnerId: OrganisationId,
  wish: { familyName?: string; protection?: Protection; minutes?: number; municipalityCode?: string } = {},
) {
  const person = await makePerson(db, { organisationId: partnerId, ...wish })
  const { participationId } = await makeParticipation(db, {
    projectId,
    personId: person.personId,
    partnerId,
    entryOn: null,
    municipalityCode: wish.municipalityCode ?? null,
  })
  if (wish.minutes !== undefined) {
    const { completionId } = await makeCourseCompletion(db, { personId: person.personId, minutes: wish.minutes })
    const items = [{ completionId, title: 'En kurs', minutes: wish.minutes, finishedAt: at }]
    await db.transaction().execute((tx) => creditTime(tx, { personId: person.personId, items, recordedAt: at }))
  }
  return { ...person, participationId }
}

export async function world(db: Db) {
  const [one, two] = [await makePartner(db), await makePartner(db)]
  const { projectId } = await makeProject(db)
  const office = await makeActor(db, 'projektadministrator')
  const auditor = await makeActor(db, 'revisor')
  return { db, one, two, projectId, office, auditor }
}

export async function auditOf(db: Db, subjectId: string) {
  return db
    .selectFrom('audit_event')
    .where('subject_id', '=', subjectId)
    .select(['action', 'reason', 'actor_id', 'detail'])
    .orderBy('audit_event_id')
    .execute()
}
