import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table media_job (
      media_id uuid primary key references media_item on delete cascade,
      progress integer not null default 0 check (progress between 0 and 100),
      attempts integer not null default 0,
      leased_by uuid,
      leased_until timestamptz,
      created_at timestamptz not null,
      check ((leased_by is null) = (leased_until is null))
    );
    create index media_job_created on media_job (created_at);
  `.execute(db)
}
