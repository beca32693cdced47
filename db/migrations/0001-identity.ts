import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db)
  await sql`
    create table setting (
      name text primary key,
      value jsonb not null,
      changed_at timestamptz not null default now()
    );
    create table person (
      person_id uuid primary key default gen_random_uuid(),
      given_name text not null check (given_name <> ''),
      family_name text not null check (family_name <> ''),
      alias text unique,
      email text not null,
      protection text not null default 'none' check (protection in ('none', 'marked', 'protected')),
      language text not null default 'sv' check (language in ('sv', 'en')),
      created_at timestamptz not null default now(),
      check (protection = 'none' or alias is not null)
    );
    create unique index person_email_key on person (lower(email));
    create table account (
      person_id uuid primary key references person on delete cascade,
      password_hash text not null,
      password_changed_at timestamptz not null default now(),
      disabled_at timestamptz
    );
    create table session (
      session_hash text primary key,
      person_id uuid not null references person on delete cascade,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      user_agent text not null default ''
    );
    create index session_person on session (person_id);
    create index session_expires on session (expires_at);
    create table role_grant (
      role_grant_id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person on delete cascade,
      role text not null check (role in ('medarbetare', 'kursansvarig', 'redaktor', 'chef', 'projektkoordinator', 'projektadministrator', 'revisor', 'systemadministrator')),
      organisation_id uuid,
      granted_at timestamptz not null default now(),
      expires_at timestamptz
    );
    create unique index role_grant_key on role_grant (person_id, role, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'));
    create table rate_limit (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    );
    create table audit_event (
      audit_event_id bigint generated always as identity primary key,
      actor_id uuid,
      action text not null,
      subject_kind text not null,
      subject_id text not null,
      reason text,
      detail jsonb not null default '{}',
      happened_at timestamptz not null default now()
    );
    create index audit_event_subject on audit_event (subject_kind, subject_id, happened_at desc);
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'Table % is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
    end $$;
    create trigger audit_event_append_only before update or delete on audit_event for each row execute function refuse_change();
    create trigger audit_event_no_truncate before truncate on audit_event for each statement execute function refuse_change();
  `.execute(db)
}
