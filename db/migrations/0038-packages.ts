import { type Kysely, sql } from 'kysely'

/** Files that course packages brought, known again by their bytes, so that a package read in twice fills the library once. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table media_item add column content_sha256 text;
    create index media_item_content on media_item (organisation_id, content_sha256) where content_sha256 is not null;
  `.execute(db)
}
