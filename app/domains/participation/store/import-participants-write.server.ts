import { sql } from 'kysely'
import type { ProjectId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { ParticipationValues } from '../import/model'
import type { IdentityNumber } from '../rules/identity-number'

export interface NewParticipation extends ParticipationValues {
  participationId: string
  personId: string
}

const columns = sql`"participationId" uuid, "personId" uuid, "partnerId" uuid, "employerId" uuid,
  "municipalityCode" text, "entryOn" date, "exitOn" date`

/** Makes participant records, marked with the import that made them, all in one statement. */
export async function insertParticipations(
  tx: Tx,
  made: { projectId: ProjectId; importId: string; registeredOn: string },
  rows: readonly NewParticipation[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into participation (participation_id, project_id, person_id, partner_id, employer_id,
      municipality_code, registered_on, entry_on, exit_on, import_id)
    select "participationId", ${made.projectId}::uuid, "personId", "partnerId", "employerId", "municipalityCode",
      ${made.registeredOn}::date, "entryOn", "exitOn", ${made.importId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(${columns})`.execute(tx)
}

/** Changes records, each only when it still is as `from` says. Gives the ids that changed. */
export async function updateParticipations(
  tx: Tx,
  changes: readonly { participationId: string; from: ParticipationValues; to: ParticipationValues }[],
): Promise<Set<string>> {
  if (changes.length === 0) return new Set()
  const rows = changes.map(({ participationId, from, to }) => ({ participationId, ...to, from }))
  const { rows: changed } = await sql<{ id: string }>`update participation
    set partner_id = x."partnerId", employer_id = x."employerId", municipality_code = x."municipalityCode",
      entry_on = x."entryOn", exit_on = x."exitOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(${columns}, "from" jsonb)
    where participation.participation_id = x."participationId" and participation.merged_into is null
      and x."from" = ${currentValues}
    returning participation.participation_id as id`.execute(tx)
  return new Set(changed.map(({ id }) => id))
}

const currentValues = sql`jsonb_build_object('partnerId', participation.partner_id,
  'employerId', participation.employer_id, 'municipalityCode', participation.municipality_code,
  'entryOn', participation.entry_on, 'exitOn', participation.exit_on)`

export interface NewNumber {
  identityNumberId: string
  personId: string
  number: IdentityNumber
  sealed: { ciphertext: Buffer; keyVersion: number; lookup: Buffer }
}

/** Adds the first number of people who have none, all in one statement. Throws when a number is taken. */
export async function insertFirstNumbers(tx: Tx, numbers: readonly NewNumber[], at: Date): Promise<void> {
  if (numbers.length === 0) return
  const rows = numbers.map(({ identityNumberId, personId, number, sealed }) => ({
    identityNumberId,
    personId,
    kind: number.kind,
    ciphertext: sealed.ciphertext.toString('hex'),
    keyVersion: sealed.keyVersion,
    lookup: sealed.lookup.toString('hex'),
    masked: number.masked,
    birthYear: number.birthYear,
    gender: number.gender,
  }))
  await sql`insert into identity_number (identity_number_id, person_id, kind, ciphertext, key_version, lookup_hash,
      masked, birth_year, gender, valid_from)
    select "identityNumberId", "personId", kind, decode(ciphertext, 'hex'), "keyVersion", decode(lookup, 'hex'), masked,
      "birthYear", gender, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x("identityNumberId" uuid, "personId" uuid, kind text,
      ciphertext text, "keyVersion" integer, lookup text, masked text, "birthYear" integer, gender text)`.execute(tx)
}

export async function removeNumbers(tx: Tx, numberIds: readonly string[]): Promise<void> {
  if (numberIds.length === 0) return
  await tx
    .deleteFrom('identity_number')
    .where('identity_number_id', 'in', [...numberIds])
    .execute()
}

export async function removeParticipations(tx: Tx, participationIds: readonly string[]): Promise<void> {
  if (participationIds.length === 0) return
  await tx
    .deleteFrom('participation')
    .where('participation_id', 'in', [...participationIds])
    .execute()
}

export interface BuiltUpon {
  participationId: string
  hasTime: boolean
  hasMonth: boolean
  hasNotice: boolean
  hasBooking: boolean
  isMerged: boolean
  values: ParticipationValues
}

/** What has been built on these records of the project: time, months, a read notice, bookings, a merge. Locks them. */
export async function lockBuiltUpon(
  tx: Tx,
  projectId: ProjectId,
  participationIds: readonly string[],
): Promise<BuiltUpon[]> {
  if (participationIds.length === 0) return []
  return tx
    .selectFrom('participation')
    .where('participation.participation_id', 'in', [...participationIds])
    .where('participation.project_id', '=', projectId)
    .forUpdate()
    .select([
      'participation.participation_id as participationId',
      sql<boolean>`exists (select 1 from time_entry t where t.person_id = participation.person_id
        and t.project_id = participation.project_id)`.as('hasTime'),
      sql<boolean>`exists (select 1 from person_month m where m.person_id = participation.person_id
        and m.project_id = participation.project_id)`.as('hasMonth'),
      sql<boolean>`participation.notice_ack_at is not null`.as('hasNotice'),
      sql<boolean>`exists (select 1 from booking b join occasion o on o.occasion_id = b.occasion_id
        join activity a on a.activity_id = o.activity_id
        where b.person_id = participation.person_id and a.project_id = participation.project_id)`.as('hasBooking'),
      sql<boolean>`participation.merged_into is not null`.as('isMerged'),
      sql<ParticipationValues>`${currentValues}`.as('values'),
    ])
    .execute()
}

/** How many records, employments and numbers people have, and whether another import has touched them. */
export async function listHoldings(
  db: Db,
  importId: string,
  personIds: readonly string[],
): Promise<Map<string, { records: number; employments: number; numbers: number; otherImport: boolean }>> {
  if (personIds.length === 0) return new Map()
  const count = (table: 'participation' | 'employment' | 'identity_number') =>
    sql<number>`(select count(*)::int from ${sql.table(table)} t where t.person_id = person.person_id)`
  const rows = await db
    .selectFrom('person')
    .where('person.person_id', 'in', [...personIds])
    .select([
      'person.person_id as personId',
      count('participation').as('records'),
      count('employment').as('employments'),
      count('identity_number').as('numbers'),
      sql<boolean>`exists (select 1 from participant_import_row r where r.person_id = person.person_id
        and r.import_id <> ${importId} and r.outcome in ('skapad', 'andrad') and not (r.detail ? 'undone'))`.as(
        'otherImport',
      ),
    ])
    .execute()
  return new Map(rows.map(({ personId, ...holdings }) => [personId, holdings]))
}

/** Whether numbers may go: not replaced by a later one, not in an export. */
export async function listRemovableNumbers(db: Db, numberIds: readonly string[]): Promise<Set<string>> {
  if (numberIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('identity_number')
    .where('identity_number_id', 'in', [...numberIds])
    .where('replaced_by', 'is', null)
    .where(
      sql<boolean>`not exists (select 1 from export_line e
        where e.identity_number_id = identity_number.identity_number_id)`,
    )
    .select('identity_number_id')
    .execute()
  return new Set(rows.map((row) => row.identity_number_id))
}
