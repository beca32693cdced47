import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table enrolment (
      enrolment_id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person,
      course_id uuid not null references course,
      round integer not null default 1 check (round >= 1),
      enrolled_at timestamptz not null,
      unique (person_id, course_id, round)
    );
    create index enrolment_course on enrolment (course_id);
    create table lesson_visit (
      person_id uuid not null references person,
      lesson_id uuid not null references lesson,
      visited_at timestamptz not null,
      primary key (person_id, lesson_id)
    );
    create table answer (
      person_id uuid not null references person,
      item_id uuid not null,
      round integer not null default 1,
      question_key text not null,
      response jsonb not null,
      saved_at timestamptz not null,
      primary key (person_id, item_id, round, question_key)
    );
    create table quiz_attempt (
      quiz_attempt_id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person,
      item_id uuid not null,
      round integer not null default 1,
      number integer not null check (number >= 1),
      responses jsonb not null,
      score integer not null check (score between 0 and 100),
      passed boolean not null,
      submitted_at timestamptz not null,
      unique (person_id, item_id, round, number)
    );
    create table watch (
      person_id uuid not null references person,
      lecture_id uuid not null references lecture,
      watched int4multirange not null default '{}',
      position_seconds numeric(8,2) not null default 0,
      first_beat_at timestamptz not null,
      last_beat_at timestamptz not null,
      paid_until timestamptz not null default '-infinity',
      primary key (person_id, lecture_id)
    );
    create table completion (
      completion_id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person,
      item_kind text not null check (item_kind in ('lesson', 'course', 'lecture')),
      item_id uuid not null,
      course_id uuid references course,
      revision integer not null,
      round integer not null default 1,
      minutes integer not null check (minutes >= 0),
      finished_at timestamptz not null,
      unique (person_id, item_kind, item_id, round),
      check (item_kind = 'lecture' or course_id is not null)
    );
    create index completion_course on completion (course_id, item_kind, person_id);
    create index completion_person on completion (person_id, finished_at desc);
    create trigger completion_append_only before update on completion for each row execute function refuse_change();
  `.execute(db)
}
