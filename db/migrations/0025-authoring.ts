import { type Kysely, sql } from 'kysely'

/** Courses under work. A draft has the id that its course has, or will have, among the published ones. */
async function drafts(db: Kysely<any>): Promise<void> {
  await sql`
    create table course_draft (
      course_id uuid primary key default gen_random_uuid(),
      slug text not null unique,
      organisation_id uuid references organisation,
      state text not null check (state in ('utkast', 'granskning', 'publicerad', 'avpublicerad')),
      settings jsonb not null,
      base_revision integer,
      review_note text not null default '',
      return_reason text not null default '',
      submitted_by uuid references person,
      submitted_at timestamptz,
      created_by uuid not null references person,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      check (state <> 'granskning' or (submitted_by is not null and submitted_at is not null))
    );
    create table course_editor (
      course_id uuid not null references course_draft on delete cascade,
      person_id uuid not null references person,
      added_at timestamptz not null,
      primary key (course_id, person_id)
    );
    create index course_editor_person on course_editor (person_id);
    create table draft_module (
      module_id uuid primary key default gen_random_uuid(),
      course_id uuid not null references course_draft on delete cascade,
      position integer not null,
      title text not null check (title <> '')
    );
    create index draft_module_course on draft_module (course_id, position);
    create table draft_lesson (
      lesson_id uuid primary key default gen_random_uuid(),
      course_id uuid not null references course_draft on delete cascade,
      module_id uuid references draft_module on delete set null,
      position integer not null,
      slug text not null,
      kind text not null check (kind in ('article', 'lecture', 'quiz', 'reflection')),
      minutes integer not null check (minutes > 0),
      settings jsonb not null,
      source_lesson_id uuid references lesson,
      source_revision integer,
      source_seal text,
      removed_at timestamptz,
      changed_at timestamptz not null,
      unique (course_id, slug),
      check (source_lesson_id is null or (source_revision is not null and source_seal is not null))
    );
    create index draft_lesson_course on draft_lesson (course_id, position);
    create table draft_text (
      lesson_id uuid not null references draft_lesson on delete cascade,
      language text not null check (language in ('sv', 'en')),
      title text not null,
      body jsonb not null,
      text_id uuid,
      changed_at timestamptz not null,
      primary key (lesson_id, language)
    );
  `.execute(db)
}

/** What was published, lesson by lesson, for those who keep the version that they began; and what a version changed. */
async function revisions(db: Kysely<any>): Promise<void> {
  await sql`
    alter table lesson add column module text;
    alter table lesson add column translations jsonb not null default '{}';
    alter table course add column translations jsonb not null default '{}';
    alter table course_revision add column published_by uuid references person;
    alter table course_revision add column changes jsonb;
    create table course_revision_lesson (
      course_id uuid not null,
      revision integer not null,
      lesson_id uuid not null references lesson,
      slug text not null,
      position integer not null,
      module text,
      kind text not null,
      title text not null,
      minutes integer not null,
      body jsonb not null,
      lecture_id uuid references lecture,
      pass integer,
      questions jsonb not null,
      quiz_settings jsonb,
      reflection jsonb,
      translations jsonb not null,
      primary key (course_id, revision, lesson_id),
      foreign key (course_id, revision) references course_revision (course_id, revision)
    );
    create trigger course_revision_lesson_append_only before update or delete on course_revision_lesson
      for each row execute function refuse_change();
    alter table enrolment add column known_revision integer not null default 1;
    alter table enrolment add column kept_revision integer;
    update enrolment set known_revision = course.revision from course where course.course_id = enrolment.course_id;
  `.execute(db)
}

export async function up(db: Kysely<any>): Promise<void> {
  await drafts(db)
  await revisions(db)
}
