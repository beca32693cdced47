import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table mail (
      mail_id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person,
      kind text not null check (kind in ('bradskande', 'samlat')),
      state text not null default 'vantar' check (state in ('vantar', 'skickat', 'inaktuellt', 'uppgivet')),
      attempts integer not null default 0,
      created_at timestamptz not null,
      next_try_at timestamptz not null,
      ended_at timestamptz,
      fault text,
      check ((state = 'vantar') = (ended_at is null))
    );
    create index mail_waiting on mail (next_try_at) where state = 'vantar';
    create index mail_person on mail (person_id, created_at desc);
    create table mail_choice (
      person_id uuid primary key references person,
      choice text not null check (choice in ('allt', 'bradskande', 'inget')),
      changed_at timestamptz not null
    );
    alter table outbox add column mail_id uuid references mail;
    create index outbox_not_mailed on outbox (created_at) where mail_id is null;
    create index outbox_mail on outbox (mail_id) where mail_id is not null;
  `.execute(db)
}
