import { sql } from 'kysely'
import type { Db } from '~db/schema'

/** Rows that a person may have erased at once, by kind. */
export interface Erasable {
  svar: number
  tittarloggar: number
  sjalvskattningar: number
  kalender: number
  meddelanden: number
  enheter: number
}

/** What stands of each kind; `here` is the session in use, which is not counted. */
export async function countErasable(db: Db, personIds: readonly string[], here: string | undefined): Promise<Erasable> {
  const ids = sql`${[...personIds]}::uuid[]`
  const { rows } = await sql<Erasable>`select
    ((select count(*) from answer where person_id = any (${ids}))
      + (select count(*) from quiz_attempt where person_id = any (${ids}))
      + (select count(*) from lecture_note where person_id = any (${ids})))::int as svar,
    ((select count(*) from watch where person_id = any (${ids}))
      + (select count(*) from watch_past where person_id = any (${ids}))
      + (select count(*) from lesson_visit where person_id = any (${ids})))::int as tittarloggar,
    (select count(*) from self_assessment where person_id = any (${ids}))::int as sjalvskattningar,
    ((select count(*) from calendar_feed where person_id = any (${ids}))
      + (select count(*) from interest where person_id = any (${ids}))
      + (select count(*) from booking where person_id = any (${ids}) and access_needs is not null))::int as kalender,
    (select count(*) from outbox where person_id = any (${ids}))::int as meddelanden,
    (select count(*) from session where person_id = any (${ids}) and session_hash <> ${here ?? ''})::int as enheter
  `.execute(db)
  return rows[0] ?? { svar: 0, tittarloggar: 0, sjalvskattningar: 0, kalender: 0, meddelanden: 0, enheter: 0 }
}
