import { type Kysely, sql } from 'kysely'

/** A file's line is found by its person while the file is being made, before the planner knows how long the file is. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create unique index export_line_batch_person on export_line (export_batch_id, person_id)`.execute(db)
}
