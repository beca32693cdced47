import { type Kysely, sql } from 'kysely'

/** Quizzes with settings, the questions of an attempt as they were asked, and the bank of questions. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table lesson add column quiz_settings jsonb;
    create table question_set (
      question_set_id text primary key,
      questions jsonb not null
    );
    alter table quiz_attempt add column question_set_id text references question_set;
    create index quiz_attempt_item on quiz_attempt (item_id, number);
    create table bank_question (
      bank_question_id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null references organisation,
      course_id uuid references course on delete set null,
      question jsonb not null,
      tags text[] not null default '{}',
      competence_codes text[] not null default '{}',
      changed_at timestamptz not null,
      retired_at timestamptz
    );
    create index bank_question_course on bank_question (course_id);
    create index bank_question_organisation on bank_question (organisation_id);
    create index bank_question_tags on bank_question using gin (tags);
  `.execute(db)
}
