import { sql } from 'kysely'
import type { Db, Tx } from '~db/schema'

export interface EmploymentFacts {
  organisationId: string
  municipalityCode: string | null
  job: string
  schoolForm: string
  percent: number
  /** ISO day. */
  startsOn: string
}

const columns = sql`"employmentId" uuid, "personId" uuid, "organisationId" uuid, "municipalityCode" text, job text,
  "schoolForm" text, percent integer, "startsOn" date`

/** Makes employments without an end, all in one statement. */
export async function insertEmployments(
  tx: Tx,
  employments: readonly (EmploymentFacts & { employmentId: string; personId: string })[],
): Promise<void> {
  if (employments.length === 0) return
  await sql`insert into employment (employment_id, person_id, organisation_id, municipality_code, job, school_form,
      percent, starts_on)
    select "employmentId", "personId", "organisationId", "municipalityCode", job, "schoolForm", percent, "startsOn"
    from jsonb_to_recordset(${JSON.stringify(employments)}::jsonb) as x(${columns})`.execute(tx)
}

/** Changes employments, each only when it still is as `from` says (null: whatever it is). Gives the ids that changed. */
export async function updateEmployments(
  tx: Tx,
  changes: readonly { employmentId: string; from: EmploymentFacts | null; to: EmploymentFacts }[],
): Promise<Set<string>> {
  if (changes.length === 0) return new Set()
  const rows = changes.map(({ employmentId, from, to }) => ({ employmentId, ...to, from }))
  const { rows: changed } = await sql<{ id: string }>`update employment
    set municipality_code = x."municipalityCode", job = x.job, school_form = x."schoolForm", percent = x.percent,
      starts_on = x."startsOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(${columns}, "from" jsonb)
    where employment.employment_id = x."employmentId" and (x."from" is null or jsonb_typeof(x."from") = 'null'
      or x."from" = jsonb_build_object(
      'organisationId', employment.organisation_id, 'municipalityCode', employment.municipality_code,
      'job', employment.job, 'schoolForm', employment.school_form, 'percent', employment.percent,
      'startsOn', employment.starts_on))
    returning employment.employment_id as id`.execute(tx)
  return new Set(changed.map(({ id }) => id))
}

/** Removes employments that still are as said; gives the ids that went. */
export async function removeEmployments(
  tx: Tx,
  employments: readonly { employmentId: string; as: EmploymentFacts }[],
): Promise<Set<string>> {
  if (employments.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`delete from employment
    using jsonb_to_recordset(${JSON.stringify(employments)}::jsonb) as x("employmentId" uuid, "as" jsonb)
    where employment.employment_id = x."employmentId" and employment.ends_on is null and x."as" = jsonb_build_object(
      'organisationId', employment.organisation_id, 'municipalityCode', employment.municipality_code,
      'job', employment.job, 'schoolForm', employment.school_form, 'percent', employment.percent,
      'startsOn', employment.starts_on)
    returning employment.employment_id as id`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Employments by id, as they are now. */
export async function listEmploymentsById(
  db: Db,
  employmentIds: readonly string[],
): Promise<Map<string, EmploymentFacts & { endsOn: string | null }>> {
  if (employmentIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('employment')
    .where('employment_id', 'in', [...employmentIds])
    .select([
      'employment_id as employmentId',
      'organisation_id as organisationId',
      'municipality_code as municipalityCode',
      'job',
      'school_form as schoolForm',
      'percent',
      'starts_on as startsOn',
      'ends_on as endsOn',
    ])
    .execute()
  return new Map(rows.map(({ employmentId, ...facts }) => [employmentId, facts]))
}
