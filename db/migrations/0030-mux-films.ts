import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table media_item add column at_mux boolean not null default false,
      drop constraint media_item_check,
      add constraint media_item_stored check (state not in ('behandlas', 'klar')
        or (file_key is not null and content_type is not null) or (kind = 'video' and at_mux));
    create table media_mux (
      media_id uuid primary key references media_item on delete cascade,
      upload_id text not null unique,
      asset_id text unique,
      playback_id text
    );
  `.execute(db)
}
