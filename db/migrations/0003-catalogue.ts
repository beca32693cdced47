import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table lecture (
      lecture_id uuid primary key default gen_random_uuid(),
      slug text not null unique,
      title text not null,
      summary text not null,
      description jsonb not null,
      language text not null,
      speaker text not null,
      voice_note text,
      recorded_on date not null,
      minutes integer not null check (minutes > 0),
      duration_seconds numeric(8,2) not null check (duration_seconds > 0),
      themes text[] not null,
      audiences text[] not null,
      competence_codes text[] not null,
      licence text not null,
      sources jsonb not null,
      check_pass integer not null check (check_pass between 0 and 100),
      check_questions jsonb not null,
      video_path text,
      mux_playback_id text,
      poster_path text not null,
      captions_path text not null,
      chapters jsonb not null,
      transcript jsonb not null,
      transcript_text text not null,
      search tsvector generated always as (
        setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', summary), 'B') || setweight(to_tsvector('swedish', transcript_text), 'C')) stored,
      content_hash text not null,
      edited_at timestamptz,
      retired_at timestamptz,
      check (video_path is not null or mux_playback_id is not null)
    );
    create index lecture_search on lecture using gin (search);
    create table course (
      course_id uuid primary key default gen_random_uuid(),
      slug text not null unique,
      revision integer not null default 1,
      title text not null,
      summary text not null,
      description jsonb not null,
      language text not null,
      level integer not null check (level between 1 and 4),
      form text not null,
      themes text[] not null,
      audiences text[] not null,
      school_forms text[] not null,
      outcomes text[] not null,
      assessed boolean not null,
      nominal_minutes integer not null check (nominal_minutes > 0),
      cover_path text,
      cover_alt text,
      licence text not null,
      sources jsonb not null,
      search_text text not null,
      search tsvector generated always as (
        setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', summary), 'B') || setweight(to_tsvector('swedish', search_text), 'C')) stored,
      content_hash text not null,
      published_at timestamptz not null,
      edited_at timestamptz,
      retired_at timestamptz
    );
    create index course_search on course using gin (search);
    create table course_competence (
      course_id uuid not null references course on delete cascade,
      competence_code text not null,
      level integer not null check (level between 1 and 4),
      weight numeric(3,2) not null check (weight > 0 and weight <= 1),
      primary key (course_id, competence_code)
    );
    create table course_revision (
      course_id uuid not null references course on delete cascade,
      revision integer not null,
      document jsonb not null,
      published_at timestamptz not null,
      primary key (course_id, revision)
    );
    create trigger course_revision_append_only before update on course_revision for each row execute function refuse_change();
    create table lesson (
      lesson_id uuid primary key default gen_random_uuid(),
      course_id uuid not null references course on delete cascade,
      slug text not null,
      position integer not null,
      kind text not null check (kind in ('article', 'lecture', 'quiz', 'reflection')),
      title text not null,
      minutes integer not null check (minutes > 0),
      body jsonb not null,
      lecture_id uuid references lecture,
      pass integer check (pass between 0 and 100),
      questions jsonb not null default '[]',
      reflection jsonb,
      retired_at timestamptz,
      unique (course_id, slug),
      check (kind <> 'lecture' or lecture_id is not null),
      check (kind <> 'reflection' or reflection is not null),
      check (kind <> 'quiz' or pass is not null)
    );
    create index lesson_course on lesson (course_id, position);
    create index lesson_lecture on lesson (lecture_id);
  `.execute(db)
}
