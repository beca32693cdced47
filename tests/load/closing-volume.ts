import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { sessionsOf } from '~/domains/identity/index.server'
import { openVault } from '~/domains/participation/index.server'
import { moveMonths } from '~/domains/participation/store/months-write.server'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { makeOrganisation, makePerson, makeProject } from '../support/factories'
import { testNumber } from '../support/reports'

export const closingKey = 'ab'.repeat(32)
export const closingMonth = '2025-03'
const PARTNERS = 20
const PART = 5_000

export interface ClosingWorld {
  diarienr: string
  projectId: string
  /** The cookie of a project administrator who is signed in. */
  cookie: string
}

/**
 * A project in which `people` participants each have two meetings in March and have signed them; everyone's record is
 * whole. The ledger's triggers are awake: the chain of everybody is what the portal itself would have written.
 */
export async function makeClosingWorld(db: Db, people: number): Promise<ClosingWorld> {
  const partners: string[] = []
  for (let index = 0; index < PARTNERS; index += 1) partners.push((await makeOrganisation(db)).organisationId)
  const { projectId, diarienr } = await makeProject(db, {
    partnerIds: partners as never[],
    plannedParticipants: people,
  })
  await db.updateTable('project').set({ attestation: false }).where('project_id', '=', projectId).execute()
  const office = await makePerson(db, { grants: [{ role: 'projektadministrator' }], password: 'ett långt lösenord' })
  const cookie = (await sessionsOf(db, { secure: false }).start(office.personId, 'bench', null)).split(';')[0] ?? ''
  const { rows } = await sql<{ person_id: PersonId }>`
    insert into person (given_name, family_name, email)
    select 'Deltagare', 'Nummer ' || lpad(n::text, 6, '0'), ${diarienr} || '.' || n || '@portal.example'
    from generate_series(1, ${people}) n returning person_id`.execute(db)
  const persons = rows.map((row) => row.person_id)
  await sql`
    insert into participation (project_id, person_id, partner_id, employer_id, registered_on, entry_on, notice_version, notice_ack_at)
    select ${projectId}, person_id, (${partners}::uuid[])[1 + n % ${PARTNERS}], (${partners}::uuid[])[1 + n % ${PARTNERS}],
      '2025-01-07', '2025-03-04', '1.0', '2025-01-07 09:00+01'
    from unnest(${persons}::uuid[]) with ordinality named (person_id, n)`.execute(db)
  const vault = openVault(closingKey)
  for (let at = 0; at < persons.length; at += PART) {
    const some = persons.slice(at, at + PART)
    await sql`
      insert into identity_number (person_id, kind, ciphertext, key_version, lookup_hash, masked, birth_year, gender)
      select person_id, 'personnummer', sealed, 1, hash, '19800102-••••', 1980, 'kvinna'
      from unnest(${some}::uuid[], ${some.map((id, n) => vault.seal(testNumber(at + n, 'kvinna'), id))}::bytea[],
        ${some.map(() => randomBytes(32))}::bytea[]) numbered (person_id, sealed, hash)`.execute(db)
    for (const day of ['2025-03-04', '2025-03-18']) {
      await sql`
        insert into time_entry (person_id, project_id, worked_on, minutes, time_type, source_kind, source_id, title, recorded_at)
        select person_id, ${projectId}, ${day}::date, 150, 'schemalagd', 'attendance', gen_random_uuid(), 'Workshop om språk', now()
        from unnest(${some}::uuid[]) person_id`.execute(db)
    }
    await db.transaction().execute((tx) =>
      moveMonths(
        tx,
        {
          projectId,
          month: closingMonth,
          kind: 'signerad',
          method: 'egen',
          actorId: null,
          reason: null,
          at: new Date(),
        },
        sql`select person_id, 'signerad' as state from unnest(${some}::uuid[]) person_id`,
      ),
    )
  }
  await sql`analyze`.execute(db)
  return { diarienr, projectId, cookie }
}
