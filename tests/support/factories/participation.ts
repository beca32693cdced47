import type { OrganisationId, PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { makeOrganisation } from './organisation'
import { unique } from './unique'

/** A project, by default from 2023-08-01 to 2025-07-31, with the owner and `partnerIds` as its partners. */
export async function makeProject(
  db: Db,
  wish: {
    name?: string
    diarienr?: string
    ownerId?: OrganisationId
    partnerIds?: readonly OrganisationId[]
    startsOn?: string
    endsOn?: string
    rounding?: 'floor_hours' | 'minutes'
    minHoursForReporting?: number | null
    selfStudyEligible?: boolean
    plannedParticipants?: number
  } = {},
): Promise<{
  projectId: ProjectId
  diarienr: string
  ownerId: OrganisationId
}> {
  const diarienr = wish.diarienr ?? unique('24-000-P')
  const ownerId = wish.ownerId ?? (await makeOrganisation(db, { kind: 'forening' })).organisationId
  const { project_id } = await db
    .insertInto('project')
    .values({
      diarienr,
      name: wish.name ?? `Projekt ${diarienr}`,
      fund: 'ESF+',
      cci: '2021SE05SFPR',
      owner_id: ownerId,
      starts_on: wish.startsOn ?? '2023-08-01',
      ends_on: wish.endsOn ?? '2025-07-31',
      eu_rate_percent: 40,
      programme_area: 'A',
      specific_objective: 'A1A',
      nuts2: 'SE23',
      intervention: '141',
      planned_participants: wish.plannedParticipants ?? 10,
      description: JSON.stringify({
        sv: 'Ett projekt för prov.',
        en: 'A project for tests.',
      }),
      self_study_eligible: wish.selfStudyEligible ?? false,
      rounding: wish.rounding ?? 'floor_hours',
      min_hours_for_reporting: wish.minHoursForReporting ?? null,
      content_hash: '',
    })
    .returning('project_id')
    .executeTakeFirstOrThrow()
  await makePartner(db, project_id, ownerId, 'projektagare')
  for (const partnerId of wish.partnerIds ?? []) await makePartner(db, project_id, partnerId, 'samverkanspart')
  return { projectId: project_id as ProjectId, diarienr, ownerId }
}

async function makePartner(
  db: Db,
  project_id: string,
  organisation_id: string,
  role: 'projektagare' | 'samverkanspart',
) {
  await db
    .insertInto('partner')
    .values({ project_id, organisation_id, role })
    .onConflict((conflict) => conflict.columns(['project_id', 'organisation_id']).doNothing())
    .execute()
}

/** A participant record; makes the organisation a partner when it is not. Entry on 2023-09-01 unless said (null: not yet). */
export async function makeParticipation(
  db: Db,
  wish: {
    projectId: ProjectId
    personId: PersonId
    partnerId: OrganisationId
    employerId?: OrganisationId
    municipalityCode?: string | null
    registeredOn?: string
    entryOn?: string | null
    exitOn?: string | null
  },
): Promise<{ participationId: string }> {
  await makePartner(db, wish.projectId, wish.partnerId, 'samverkanspart')
  const row = await db
    .insertInto('participation')
    .values({
      project_id: wish.projectId,
      person_id: wish.personId,
      partner_id: wish.partnerId,
      employer_id: wish.employerId ?? wish.partnerId,
      municipality_code: wish.municipalityCode ?? null,
      registered_on: wish.registeredOn ?? '2023-09-01',
      entry_on: wish.entryOn === undefined ? '2023-09-01' : wish.entryOn,
      exit_on: wish.exitOn ?? null,
      notice_version: null,
      notice_ack_at: null,
    })
    .returning('participation_id')
    .executeTakeFirstOrThrow()
  return { participationId: row.participation_id }
}
