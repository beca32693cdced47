import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table role_grant drop constraint role_grant_role_check;
    alter table role_grant add constraint role_grant_role_check check (role in ('medarbetare', 'kursansvarig', 'redaktor',
      'chef', 'projektkoordinator', 'projektadministrator', 'skyddshandlaggare', 'revisor', 'systemadministrator'));
    alter table person
      add column merged_into uuid references person,
      add column erased_at timestamptz,
      add constraint person_merged_elsewhere check (merged_into is null or merged_into <> person_id);
    alter table participation
      add column merged_into uuid references participation,
      add column proposed_exit_on date,
      add column import_id uuid;
    create table person_merge (
      person_merge_id uuid primary key default gen_random_uuid(),
      kept_id uuid not null references person,
      merged_id uuid not null unique references person,
      merged_by uuid not null references person,
      reason text not null check (reason <> ''),
      detail jsonb not null,
      merged_at timestamptz not null,
      check (kept_id <> merged_id)
    );
    create trigger person_merge_append_only before update or delete on person_merge for each row execute function refuse_change();
    create table notice_version (
      version text primary key,
      wording jsonb not null,
      published_at timestamptz not null,
      published_by uuid references person
    );
    create trigger notice_version_append_only before update or delete on notice_version for each row execute function refuse_change();
    create table notice_acknowledgement (
      participation_id uuid not null references participation,
      version text not null,
      acknowledged_at timestamptz not null,
      primary key (participation_id, version)
    );
    create table participant_import (
      import_id uuid primary key default gen_random_uuid(),
      project_id uuid not null references project,
      actor_id uuid not null references person,
      file_name text not null,
      file_sha256 text not null,
      state text not null check (state in ('forhandsvisad', 'inford', 'angrad', 'avbruten')),
      mapping jsonb not null,
      sealed_rows bytea,
      counts jsonb not null default '{}',
      created_at timestamptz not null,
      applied_at timestamptz,
      undone_at timestamptz
    );
    create index participant_import_project on participant_import (project_id, created_at desc);
    alter table participation add constraint participation_import foreign key (import_id) references participant_import;
    create table participant_import_row (
      import_id uuid not null references participant_import on delete cascade,
      line integer not null,
      outcome text not null check (outcome in ('skapad', 'andrad', 'oforandrad', 'avvisad')),
      person_id uuid references person,
      participation_id uuid references participation,
      detail jsonb not null default '{}',
      primary key (import_id, line)
    );
  `.execute(db)
}
