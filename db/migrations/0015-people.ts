import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table identity_key (
      key_version integer primary key check (key_version >= 1),
      fingerprint bytea not null unique,
      taken_at timestamptz not null,
      retired_at timestamptz
    );
    create unique index identity_key_current on identity_key ((true)) where retired_at is null;
    alter table notice_version add column ask_again boolean not null default false;
    alter table project add column exit_after_days integer not null default 90 check (exit_after_days between 1 and 730);
  `.execute(db)
}
