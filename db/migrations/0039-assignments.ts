import { type Kysely, sql } from 'kysely'

const kinds = sql.raw(`'article', 'lecture', 'quiz', 'reflection', 'assignment'`)

/** Lessons whose work is handed in. */
async function lessons(db: Kysely<any>): Promise<void> {
  await sql`
    alter table lesson drop constraint lesson_kind_check;
    alter table lesson add column assignment jsonb,
      add constraint lesson_kind_check check (kind in (${kinds})),
      add constraint lesson_assignment_check check (kind <> 'assignment' or assignment is not null);
    alter table draft_lesson drop constraint draft_lesson_kind_check;
    alter table draft_lesson add constraint draft_lesson_kind_check check (kind in (${kinds}));
    alter table course_revision_lesson add column assignment jsonb;
  `.execute(db)
}

/**
 * What is handed in and what is said of it. Versions and reviews are never changed: their words may be emptied when a
 * person's texts are erased, and whose they are may change when two records of one person are made one.
 */
async function work(db: Kysely<any>): Promise<void> {
  await sql`
    create table submission (
      submission_id uuid primary key default gen_random_uuid(),
      lesson_id uuid not null references lesson,
      person_id uuid not null references person,
      round integer not null,
      version integer not null check (version >= 1),
      text text not null,
      file_ids uuid[] not null default '{}',
      submitted_at timestamptz not null,
      unique (lesson_id, person_id, round, version)
    );
    create index submission_person on submission (person_id);
    create table submission_file (
      submission_file_id uuid primary key default gen_random_uuid(),
      lesson_id uuid not null references lesson,
      person_id uuid not null references person,
      round integer not null,
      file_name text not null,
      file_key text not null,
      content_type text not null,
      bytes bigint not null check (bytes > 0),
      uploaded_at timestamptz not null,
      removed_at timestamptz
    );
    create index submission_file_person on submission_file (person_id, lesson_id, round);
    create table allocation (
      allocation_id uuid primary key default gen_random_uuid(),
      lesson_id uuid not null references lesson,
      author_id uuid not null references person,
      author_round integer not null,
      reviewer_id uuid not null references person,
      reviewer_round integer not null,
      given_at timestamptz not null,
      unique (lesson_id, author_id, author_round, reviewer_id),
      check (author_id <> reviewer_id)
    );
    create index allocation_reviewer on allocation (reviewer_id, lesson_id);
    create index allocation_author on allocation (author_id, lesson_id);
    create table review (
      review_id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in ('train', 'peer', 'self', 'leader')),
      lesson_id uuid not null references lesson,
      author_id uuid not null references person,
      round integer not null,
      reviewer_id uuid not null references person,
      submission_id uuid references submission,
      allocation_id uuid unique references allocation,
      example_key text,
      levels jsonb not null,
      comments jsonb not null,
      comment text not null,
      decision text check (decision in ('godkand', 'komplettera')),
      reviewed_at timestamptz not null,
      check ((kind = 'train') = (example_key is not null)),
      check ((kind = 'train') = (submission_id is null)),
      check ((kind = 'peer') = (allocation_id is not null)),
      check ((kind = 'leader') = (decision is not null))
    );
    create index review_author on review (author_id, lesson_id, round);
    create index review_reviewer on review (reviewer_id, lesson_id);
    create index review_submission on review (submission_id);
    create unique index review_train on review (lesson_id, author_id, round, example_key) where kind = 'train';
    create unique index review_self on review (lesson_id, author_id, round) where kind = 'self';
    create table stage_release (
      lesson_id uuid not null references lesson,
      person_id uuid not null references person,
      round integer not null,
      stage text not null check (stage in ('train', 'peer', 'self')),
      reason text not null check (reason <> ''),
      released_by uuid not null references person,
      released_at timestamptz not null,
      primary key (lesson_id, person_id, round, stage)
    );
    create index stage_release_person on stage_release (person_id);
    create index stage_release_by on stage_release (released_by);
  `.execute(db)
}

async function walls(db: Kysely<any>): Promise<void> {
  await sql`
    create function refuse_but_emptied() returns trigger language plpgsql as $$
    declare
      was jsonb := to_jsonb(old) - 'person_id' - 'author_id' - 'reviewer_id';
      is_now jsonb := to_jsonb(new) - 'person_id' - 'author_id' - 'reviewer_id';
      emptied jsonb := '{"text": "", "file_ids": [], "comment": "", "comments": {}}';
      word text;
    begin
      if tg_op = 'UPDATE' then
        for word in select jsonb_object_keys(emptied) loop
          if is_now -> word = emptied -> word then
            was := was - word;
            is_now := is_now - word;
          end if;
        end loop;
        if was = is_now then return new; end if;
      end if;
      raise exception 'Table % is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
    end $$;
    create trigger submission_append_only before update or delete on submission
      for each row execute function refuse_but_emptied();
    create trigger review_append_only before update or delete on review
      for each row execute function refuse_but_emptied();
  `.execute(db)
}

export async function up(db: Kysely<any>): Promise<void> {
  await lessons(db)
  await work(db)
  await walls(db)
}
