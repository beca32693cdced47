import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table export_batch (
      export_batch_id uuid primary key default gen_random_uuid(),
      project_id uuid not null references project,
      month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      number integer not null check (number >= 1),
      generation integer not null,
      template text not null,
      template_version text not null,
      state text not null check (state in ('koad', 'klar')),
      row_count integer not null default 0,
      reported_minutes integer not null default 0,
      content_sha256 text,
      acknowledged jsonb not null default '[]',
      difference jsonb,
      created_by uuid not null references person,
      created_at timestamptz not null,
      finished_at timestamptz,
      superseded_by uuid references export_batch,
      unique (project_id, number),
      check (state <> 'klar' or content_sha256 is not null and finished_at is not null)
    );
    create index export_batch_month on export_batch (project_id, month, number desc);
    create table export_line (
      export_batch_id uuid not null references export_batch,
      position integer not null,
      person_id uuid not null references person,
      identity_number_id uuid references identity_number,
      is_protected boolean not null,
      starts_on date,
      ends_on date,
      reported_minutes integer not null,
      primary key (export_batch_id, position)
    );
    create index export_line_person on export_line (person_id);
    create trigger export_line_append_only before update or delete on export_line for each row execute function refuse_change();
    create trigger export_line_no_truncate before truncate on export_line for each statement execute function refuse_change();
  `.execute(db)
}
