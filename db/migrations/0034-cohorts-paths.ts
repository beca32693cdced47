import { type Kysely, sql } from 'kysely'

/** Groups that take a course together, and ordered paths over several courses. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table cohort (
      cohort_id uuid primary key default gen_random_uuid(),
      course_id uuid not null references course,
      name text not null check (name <> ''),
      starts_on date,
      deadline_on date,
      seats integer check (seats > 0),
      leader_id uuid references person,
      created_at timestamptz not null,
      closed_at timestamptz,
      unique (course_id, name),
      check (deadline_on >= starts_on)
    );
    create index cohort_leader on cohort (leader_id) where leader_id is not null;
    alter table enrolment add column cohort_id uuid references cohort;
    create index enrolment_cohort on enrolment (cohort_id) where cohort_id is not null;
    create table learning_path (
      learning_path_id uuid primary key default gen_random_uuid(),
      slug text not null unique,
      title text not null check (title <> ''),
      summary text not null,
      parts jsonb not null,
      content_hash text not null default '',
      created_at timestamptz not null,
      changed_at timestamptz not null,
      edited_at timestamptz,
      published_at timestamptz,
      retired_at timestamptz
    );
  `.execute(db)
}
