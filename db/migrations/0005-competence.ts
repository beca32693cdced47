import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table framework (
      framework_id uuid primary key default gen_random_uuid(),
      slug text not null unique,
      name jsonb not null,
      description jsonb not null,
      version text not null,
      licence text not null,
      source_url text,
      content_hash text not null
    );
    create table framework_level (
      framework_id uuid not null references framework on delete cascade,
      level text not null,
      position integer not null,
      name jsonb not null,
      description jsonb not null,
      primary key (framework_id, level)
    );
    create table competence_area (
      competence_area_id uuid primary key default gen_random_uuid(),
      framework_id uuid not null references framework on delete cascade,
      code text not null,
      position integer not null,
      name jsonb not null,
      description jsonb not null,
      unique (framework_id, code)
    );
    create table competence (
      competence_id uuid primary key default gen_random_uuid(),
      competence_area_id uuid not null references competence_area on delete cascade,
      framework_id uuid not null references framework on delete cascade,
      code text not null,
      position integer not null,
      name jsonb not null,
      description jsonb not null,
      level_texts jsonb not null default '{}',
      retired_at timestamptz,
      unique (framework_id, code)
    );
    create table competence_mapping (
      competence_id uuid not null references competence on delete cascade,
      target_id uuid not null references competence on delete cascade,
      primary key (competence_id, target_id)
    );
    create table evidence (
      evidence_id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person,
      competence_id uuid not null references competence,
      completion_id uuid not null references completion,
      kind text not null default 'kursintyg' check (kind in ('kursintyg')),
      level integer not null check (level between 1 and 4),
      weight numeric(3,2) not null check (weight > 0 and weight <= 1),
      framework_version text not null,
      granted_at timestamptz not null,
      unique (completion_id, competence_id)
    );
    create index evidence_person on evidence (person_id, competence_id);
    create trigger evidence_append_only before update on evidence for each row execute function refuse_change();
    create table self_assessment (
      self_assessment_id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person,
      competence_id uuid not null references competence,
      level integer not null check (level between 0 and 4),
      assessed_at timestamptz not null
    );
    create index self_assessment_person on self_assessment (person_id, competence_id, assessed_at desc);
    create table profile_sharing (
      person_id uuid primary key references person,
      shared_with_manager boolean not null,
      changed_at timestamptz not null
    );
  `.execute(db)
}
