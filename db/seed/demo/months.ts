import { sql } from 'kysely'
import type { Actor } from '~/domains/identity'
import {
  listProjectMonths,
  lockMonth,
  makeBatch,
  readTemplateFile,
  type Vault,
} from '~/domains/participation/index.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import { stockholmInstant } from './calendar'
import type { Db, Tx } from '~db/schema'
import { gatherStatistics } from '~db/statistics'

/** Months up to this one are locked and sent; the next is signed by most, and the one after is going on. */
const LAST_LOCKED = '2025-01'
const LAST_SIGNED = '2025-02'
/** The partner that attests; the others have chosen not to. */
const ATTESTING = 'lidkopings-kommun'

const settingName = 'demonstration_months_seeded'

/** Noon on a day of the month after. */
function after(month: string, day: number): Date {
  const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), day))
  return stockholmInstant(next.toISOString().slice(0, 10), 12 * 60)
}

/** A number below a hundred that is always the same for a person and month. */
const lot = (salt: string) =>
  sql<number>`('x' || substr(md5(line.person_id::text || to_char(line.worked_on, 'YYYY-MM') || ${salt}), 1, 6))::bit(24)::int % 100`

/** Everybody has signed the months that are sent; of the last one most, and the people of the roles not yet. */
async function sign(tx: Tx, projectId: ProjectId): Promise<void> {
  await sql`insert into month_event (project_id, person_id, month, kind, generation, actor_id, method, minutes,
      reportable_minutes, entry_count, lines_sha256, happened_at)
    select line.project_id, line.person_id, to_char(line.worked_on, 'YYYY-MM'), 'signerad', 0, line.person_id, 'egen',
      sum(line.minutes), coalesce(sum(line.minutes) filter (where line.time_type <> 'sjalvstudier'), 0), count(*),
      encode(sha256(convert_to(string_agg(month_line(line), E'\n' order by line.worked_on, line.time_entry_id), 'utf8')), 'hex'),
      (date_trunc('month', max(line.worked_on)) + interval '1 month 9 hours') at time zone 'Europe/Stockholm'
        + make_interval(hours => min(${lot('day')})::int)
    from time_entry line
    join person on person.person_id = line.person_id
    where line.project_id = ${projectId} and to_char(line.worked_on, 'YYYY-MM') <= ${LAST_SIGNED}
      and (to_char(line.worked_on, 'YYYY-MM') <= ${LAST_LOCKED}
        or ${lot('signed')} < 86 and not exists (select 1 from account where account.person_id = line.person_id))
    group by line.project_id, line.person_id, to_char(line.worked_on, 'YYYY-MM')`.execute(tx)
}

async function attest(tx: Tx, projectId: ProjectId, coordinatorId: PersonId): Promise<void> {
  await sql`update partner set attestation = (organisation.slug = ${ATTESTING}) from organisation
    where organisation.organisation_id = partner.organisation_id and partner.project_id = ${projectId}`.execute(tx)
  await sql`insert into month_event (project_id, person_id, month, kind, generation, actor_id, method, minutes,
      reportable_minutes, entry_count, lines_sha256, happened_at)
    select signed.project_id, signed.person_id, signed.month, 'attesterad', 0, ${coordinatorId}, 'koordinator', signed.minutes,
      signed.reportable_minutes, signed.entry_count, signed.lines_sha256, signed.happened_at + interval '3 days'
    from month_event signed
    join participation record on record.project_id = signed.project_id and record.person_id = signed.person_id
    join organisation partner on partner.organisation_id = record.partner_id
    where signed.project_id = ${projectId} and signed.kind = 'signerad' and signed.month <= ${LAST_LOCKED}
      and partner.slug = ${ATTESTING}`.execute(tx)
}

async function moveStates(tx: Tx, projectId: ProjectId): Promise<void> {
  await sql`update person_month standing set state = newest.kind, changed_at = newest.happened_at
    from (select distinct on (person_id, month) person_id, month, kind, happened_at from month_event
      where project_id = ${projectId} order by person_id, month, happened_at desc) newest
    where standing.project_id = ${projectId} and standing.person_id = newest.person_id
      and standing.month = newest.month`.execute(tx)
}

async function personOf(db: Db, email: string): Promise<Actor> {
  const row = await db
    .selectFrom('person')
    .where('email', '=', email)
    .select(['person_id', 'given_name', 'family_name', 'email', 'language'])
    .executeTakeFirstOrThrow()
  return {
    personId: row.person_id as PersonId,
    givenName: row.given_name,
    familyName: row.family_name,
    email: row.email,
    language: row.language,
    grants: [{ role: 'projektadministrator', organisationId: null }],
  }
}

/**
 * Signs, attests, locks and sends the months of the demonstration, by the commands that the office uses. Once, and it
 * goes on where it was interrupted.
 */
export async function seedMonths(db: Db, options: { vault: Vault; contentDir: string }): Promise<void> {
  const ended = await db.selectFrom('setting').where('name', '=', settingName).select('value').executeTakeFirst()
  if (ended?.value === 'sent') return
  await gatherStatistics(db)
  const office = await personOf(db, 'projekt@demo.westum.example')
  const coordinator = await personOf(db, 'koordinator@demo.westum.example')
  const project = await db
    .selectFrom('project')
    .where('diarienr', '=', '22-035-S05')
    .select('project_id')
    .executeTakeFirstOrThrow()
  const projectId = project.project_id as ProjectId
  await db.transaction().execute(async (tx) => {
    const claimed = await tx
      .insertInto('setting')
      .values({ name: settingName, value: JSON.stringify('signed') })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returning('name')
      .executeTakeFirst()
    if (claimed === undefined) return
    await sign(tx, projectId)
    await attest(tx, projectId, coordinator.personId)
    await moveStates(tx, projectId)
  })
  const read = readTemplateFile(options.contentDir)
  const months = (await listProjectMonths(db, projectId)).toSorted((a, b) => a.month.localeCompare(b.month))
  for (const { month, state } of months.filter((one) => one.month <= LAST_LOCKED)) {
    if (state === 'oppen') {
      const request = { projectId, month, leftOut: 0, acknowledged: true, at: after(month, 18) }
      const locked = await lockMonth(db, office, request)
      if (!locked.ok) throw new Error(`The demonstration's ${month} is not locked: ${locked.refusal}`)
    }
    if (!read.ok) continue
    const request = { projectId, month, seenNumber: 0, template: read.template, acknowledged: [], at: after(month, 19) }
    await makeBatch(db, office, options.vault, request)
  }
  await db
    .updateTable('setting')
    .set({ value: JSON.stringify('sent') })
    .where('name', '=', settingName)
    .execute()
}
