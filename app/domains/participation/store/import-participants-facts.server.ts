import { sql } from 'kysely'
import type { ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type {
  ImportFacts,
  ImportProject,
  ImportReach,
  KnownEmployment,
  KnownPerson,
  MunicipalityChoice,
  OrganisationChoice,
  ParticipationValues,
} from '../import/model'

/** Projects into which the importer may bring people: all, or those in which an own organisation is a partner. */
export async function listImportProjects(db: Db, reach: ImportReach): Promise<ImportProject[]> {
  const rows = await db
    .selectFrom('project')
    .where((expression) =>
      expression.or([
        expression.val(reach.everyone),
        expression.exists(
          expression
            .selectFrom('partner')
            .whereRef('partner.project_id', '=', 'project.project_id')
            .where(sql<boolean>`partner.organisation_id = any(${[...reach.organisationIds]}::uuid[])`)
            .select('partner.organisation_id'),
        ),
      ]),
    )
    .select([
      'project.project_id as projectId',
      'project.diarienr',
      'project.name',
      'project.starts_on as startsOn',
      'project.ends_on as endsOn',
      'project.owner_id as ownerId',
    ])
    .orderBy('project.starts_on')
    .orderBy('project.diarienr')
    .execute()
  return rows.map((row) => ({ ...row, projectId: row.projectId as ProjectId }))
}

/** Everything that the rows of a file are checked against, in four queries whatever the size of the file. */
export async function readImportFacts(
  db: Db,
  project: ImportProject,
  wanted: { emails: string[]; lookups: string[] },
): Promise<ImportFacts> {
  const partners = await listPartnerPlaces(db, project.projectId)
  const organisations = await listOrganisationChoices(db)
  const municipalities = await db
    .selectFrom('municipality')
    .select(['municipality_code as code', 'name'])
    .orderBy('name')
    .execute()
  const people = await listKnownPeople(db, project.projectId, wanted)
  return { project, partners, organisations, municipalities: municipalities satisfies MunicipalityChoice[], people }
}

async function listPartnerPlaces(db: Db, projectId: ProjectId): Promise<ImportFacts['partners']> {
  return db
    .selectFrom('partner')
    .where('partner.project_id', '=', projectId)
    .where('partner.role', '<>', 'projektagare')
    .select([
      'partner.organisation_id as organisationId',
      sql<string[]>`coalesce((select json_agg(m.municipality_code) from partner_municipality m
        where m.project_id = partner.project_id and m.organisation_id = partner.organisation_id), '[]')`.as(
        'municipalityCodes',
      ),
    ])
    .orderBy('partner.organisation_id')
    .execute()
}

async function listOrganisationChoices(db: Db): Promise<OrganisationChoice[]> {
  return db
    .selectFrom('organisation')
    .where('retired_at', 'is', null)
    .select([
      'organisation_id as organisationId',
      'slug',
      'name',
      'orgnr',
      sql<string[]>`coalesce((select json_agg(m.municipality_code) from organisation_municipality m
        where m.organisation_id = organisation.organisation_id), '[]')`.as('municipalityCodes'),
    ])
    .orderBy('name')
    .execute()
}

interface PersonRow extends Omit<KnownPerson, 'emails'> {
  email: string
  otherEmails: string[]
}

/** People of these e-mails (lower case) and keyed hashes; records that were merged away lead to the kept person. */
async function listKnownPeople(
  db: Db,
  projectId: ProjectId,
  { emails, lookups }: { emails: string[]; lookups: string[] },
): Promise<KnownPerson[]> {
  const { rows } = await sql<PersonRow>`
    with matched as (
      select person.person_id, coalesce(person.merged_into, person.person_id) as kept_id, lower(person.email) as email
      from person
      where lower(person.email) = any(${emails}::text[]) or person.person_id in (
        select identity_number.person_id from identity_number
        where identity_number.lookup_hash in (select decode(hash, 'hex') from unnest(${lookups}::text[]) as hash))
    ),
    kept as (select distinct matched.kept_id as person_id from matched where true)
    select person.person_id as "personId", person.given_name as "givenName", person.family_name as "familyName",
      lower(person.email) as email,
      (person.protection <> 'none' or person.erased_at is not null or person.merged_into is not null) as "isClosed",
      coalesce((select json_agg(matched.email) from matched where matched.kept_id = person.person_id), '[]') as "otherEmails",
      coalesce((select json_agg(encode(n.lookup_hash, 'hex')) from identity_number n where n.person_id = person.person_id
        or n.person_id in (select matched.person_id from matched where matched.kept_id = person.person_id)), '[]') as lookups,
      coalesce((select json_agg(json_build_object('employmentId', e.employment_id, 'organisationId', e.organisation_id,
        'municipalityCode', e.municipality_code, 'job', e.job, 'schoolForm', e.school_form, 'percent', e.percent,
        'startsOn', e.starts_on, 'endsOn', e.ends_on) order by e.starts_on desc)
        from employment e where e.person_id = person.person_id), '[]') as employments,
      (select json_build_object('participationId', p.participation_id, 'partnerId', p.partner_id,
        'employerId', p.employer_id, 'municipalityCode', p.municipality_code, 'entryOn', p.entry_on, 'exitOn', p.exit_on)
        from participation p where p.person_id = person.person_id and p.project_id = ${projectId}
        and p.merged_into is null) as record
    from kept join person on person.person_id = kept.person_id
    order by person.person_id`.execute(db)
  return rows.map(({ email, otherEmails, employments, record, ...person }) => ({
    ...person,
    emails: [email, ...otherEmails.filter((other) => other !== email)],
    employments: employments satisfies KnownEmployment[],
    record: record satisfies (ParticipationValues & { participationId: string }) | null,
  }))
}
