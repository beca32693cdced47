import { isProtected, type Protection } from '~/domains/identity'
import type { OrganisationId, PersonId, ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { ParticipantScope } from '../policy'
import { informationWaits } from './information.server'
import { withinScope } from './scope.server'

/** The entry day of a record is its first credited day (EU 2021/1057: the day of entry into the operation). */
export async function setEntryIfUnset(tx: Tx, personId: PersonId, projectId: ProjectId, day: string): Promise<void> {
  await tx
    .updateTable('participation')
    .set({ entry_on: day })
    .where('person_id', '=', personId)
    .where('project_id', '=', projectId)
    .where('entry_on', 'is', null)
    .where('merged_into', 'is', null)
    .execute()
}

/** A participant who comes back after an exit is in the same record again: the exit is open until confirmed anew. */
export async function reopenAfterExit(tx: Tx, personId: PersonId, projectId: ProjectId, day: string): Promise<void> {
  await tx
    .updateTable('participation')
    .set({ exit_on: null })
    .where('person_id', '=', personId)
    .where('project_id', '=', projectId)
    .where('exit_on', '<', day)
    .where('merged_into', 'is', null)
    .execute()
}

export interface ParticipantRecord {
  participationId: string
  personId: PersonId
  projectId: ProjectId
  diarienr: string
  projectName: string
  startsOn: string
  endsOn: string
  selfStudyEligible: boolean
  rounding: 'floor_hours' | 'minutes'
  givenName: string
  familyName: string
  alias: string | null
  protection: Protection
  isProtected: boolean
  partner: string
  employer: string
  employerId: OrganisationId
  municipality: string | null
  registeredOn: string
  entryOn: string | null
  exitOn: string | null
  noticeVersion: string | null
  noticeAckAt: Date | null
  /** The newest information to participants is to be acknowledged. */
  informationWaits: boolean
}

/** The record when it stands and the scope reaches it; one that was merged into another is gone from every reader. */
export async function findRecord(
  db: Db,
  scope: ParticipantScope,
  participationId: string,
): Promise<ParticipantRecord | undefined> {
  const row = await db
    .selectFrom('participation')
    .innerJoin('project', 'project.project_id', 'participation.project_id')
    .innerJoin('person', 'person.person_id', 'participation.person_id')
    .innerJoin('organisation as partner', 'partner.organisation_id', 'participation.partner_id')
    .innerJoin('organisation as employer', 'employer.organisation_id', 'participation.employer_id')
    .leftJoin('municipality', 'municipality.municipality_code', 'participation.municipality_code')
    .where('participation.participation_id', '=', participationId)
    .where('participation.merged_into', 'is', null)
    .where('person.merged_into', 'is', null)
    .where(withinScope(scope))
    .select([
      'participation.participation_id as participationId',
      'participation.person_id as personId',
      'participation.project_id as projectId',
      'project.diarienr as diarienr',
      'project.name as projectName',
      'project.starts_on as startsOn',
      'project.ends_on as endsOn',
      'project.self_study_eligible as selfStudyEligible',
      'project.rounding as rounding',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'person.alias as alias',
      'person.protection as protection',
      'partner.name as partner',
      'employer.name as employer',
      'participation.employer_id as employerId',
      'municipality.name as municipality',
      'participation.registered_on as registeredOn',
      'participation.entry_on as entryOn',
      'participation.exit_on as exitOn',
      'participation.notice_version as noticeVersion',
      'participation.notice_ack_at as noticeAckAt',
      informationWaits.as('informationWaits'),
    ])
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    ...row,
    personId: row.personId as PersonId,
    projectId: row.projectId as ProjectId,
    employerId: row.employerId as OrganisationId,
    isProtected: isProtected(row),
  }
}

/** Sets the days of a record within the scope; false when the scope does not reach it. */
export async function updateDates(
  tx: Tx,
  scope: ParticipantScope,
  participationId: string,
  dates: { entryOn: string | null; exitOn: string | null },
): Promise<boolean> {
  const row = await tx
    .updateTable('participation')
    .from('project')
    .whereRef('project.project_id', '=', 'participation.project_id')
    .where('participation.participation_id', '=', participationId)
    .where('participation.merged_into', 'is', null)
    .where(withinScope(scope))
    .set({ entry_on: dates.entryOn, exit_on: dates.exitOn })
    .returning('participation.participation_id')
    .executeTakeFirst()
  return row !== undefined
}

export interface OwnRecord {
  projectId: ProjectId
  diarienr: string
  projectName: string
  startsOn: string
  endsOn: string
  selfStudyEligible: boolean
  rounding: 'floor_hours' | 'minutes'
  noticeVersion: string | null
  noticeAckAt: Date | null
  /** The newest information to participants is to be acknowledged. */
  informationWaits: boolean
}

/** The person's own participant records, the first project first. */
export async function listOwnRecords(db: Db, personId: PersonId): Promise<OwnRecord[]> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('project', 'project.project_id', 'participation.project_id')
    .where('participation.person_id', '=', personId)
    .where('participation.merged_into', 'is', null)
    .select([
      'project.project_id as projectId',
      'project.diarienr as diarienr',
      'project.name as projectName',
      'project.starts_on as startsOn',
      'project.ends_on as endsOn',
      'project.self_study_eligible as selfStudyEligible',
      'project.rounding as rounding',
      'participation.notice_version as noticeVersion',
      'participation.notice_ack_at as noticeAckAt',
      informationWaits.as('informationWaits'),
    ])
    .orderBy('project.starts_on')
    .execute()
  return rows.map((row) => ({ ...row, projectId: row.projectId as ProjectId }))
}
