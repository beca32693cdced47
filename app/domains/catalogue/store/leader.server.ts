import { sql } from 'kysely'
import type { PersonId } from '~/shared/ids'
import type { Tx } from '~db/schema'

/** The occasions that one person leads are led by another. */
export async function moveLeaderships(tx: Tx, ids: { from: PersonId; to: PersonId }): Promise<void> {
  await sql`
    insert into occasion_leader (occasion_id, person_id)
    select occasion_id, ${ids.to} from occasion_leader where person_id = ${ids.from}
    on conflict do nothing`.execute(tx)
  await tx.deleteFrom('occasion_leader').where('person_id', '=', ids.from).execute()
}

/** The courses that one person makes are made by another. */
export async function moveEditors(tx: Tx, ids: { from: PersonId; to: PersonId }): Promise<void> {
  await sql`
    insert into course_editor (course_id, person_id, added_at)
    select course_id, ${ids.to}, added_at from course_editor where person_id = ${ids.from}
    on conflict do nothing`.execute(tx)
  await tx.deleteFrom('course_editor').where('person_id', '=', ids.from).execute()
}

/** Takes people off the courses that they are on. */
export async function eraseEditors(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('course_editor')
    .where('person_id', 'in', [...personIds])
    .execute()
}
