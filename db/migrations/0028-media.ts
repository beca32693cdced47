import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table media_item (
      media_id uuid primary key default gen_random_uuid(),
      organisation_id uuid not null references organisation,
      kind text not null check (kind in ('video', 'audio', 'picture', 'file')),
      title text not null check (title <> ''),
      language text,
      licence text not null default '',
      credit text not null default '',
      alt text,
      decorative boolean not null default false,
      state text not null check (state in ('laddas-upp', 'behandlas', 'klar', 'fel')),
      fault text,
      file_name text not null,
      file_key text,
      content_type text,
      bytes bigint not null check (bytes >= 0),
      duration_seconds numeric(9,2) check (duration_seconds > 0),
      width integer check (width > 0),
      height integer check (height > 0),
      poster_key text,
      stream_key text,
      uploaded_by uuid references person,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      check (state not in ('behandlas', 'klar') or (file_key is not null and content_type is not null)),
      check ((state = 'fel') = (fault is not null))
    );
    create index media_item_organisation on media_item (organisation_id, created_at desc);
    create index media_item_uploaded_by on media_item (uploaded_by);
    create table media_upload (
      upload_id uuid primary key,
      media_id uuid not null unique references media_item on delete cascade,
      file_name text not null,
      bytes bigint not null check (bytes > 0),
      file_changed_at timestamptz,
      received bigint not null default 0,
      started_by uuid not null references person,
      started_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index media_upload_started_by on media_upload (started_by);
    create table media_use (
      media_id uuid not null references media_item on delete cascade,
      holder_kind text not null,
      holder_id uuid not null,
      title text not null,
      slug text,
      shown boolean not null,
      primary key (media_id, holder_kind, holder_id)
    );
    create index media_use_holder on media_use (holder_kind, holder_id);
    create table media_track (
      media_id uuid not null references media_item on delete cascade,
      kind text not null check (kind in ('captions', 'chapters', 'descriptions')),
      language text not null check (language ~ '^[a-z]{2,3}$'),
      cues jsonb not null,
      changed_at timestamptz not null,
      primary key (media_id, kind, language)
    );
    create table lecture_draft (
      media_id uuid primary key references media_item on delete cascade,
      fields jsonb not null,
      slug text unique,
      changed_at timestamptz not null
    );
    alter table lecture add column tracks jsonb not null default '[]', add column stream_path text;
  `.execute(db)
  // A row that names a file of the library keeps the file: whoever writes the row need not know of it. The arguments are
  // what holds it, the column of its id, and `draft` for a table whose rows visitors never see.
  await sql`
    create function keep_media_use() returns trigger language plpgsql as $$
    declare
      line jsonb;
      holder uuid;
    begin
      if tg_op = 'DELETE' then
        delete from media_use where holder_kind = tg_argv[0] and holder_id = (to_jsonb(old) ->> tg_argv[1])::uuid;
        return null;
      end if;
      line := to_jsonb(new) - 'search';
      holder := (line ->> tg_argv[1])::uuid;
      delete from media_use where holder_kind = tg_argv[0] and holder_id = holder;
      insert into media_use (media_id, holder_kind, holder_id, title, slug, shown)
      select item.media_id, tg_argv[0], holder, coalesce(line ->> 'title', ''), line ->> 'slug',
        coalesce(tg_argv[2], '') <> 'draft' and line ->> 'retired_at' is null and coalesce(line ->> 'state', 'publicerad') = 'publicerad'
      from (select distinct match[1]::uuid as media_id from regexp_matches(line::text,
        'fil/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/', 'g') as match) named
      join media_item item using (media_id);
      return null;
    end $$;
    create trigger lecture_media_use after insert or update or delete on lecture
      for each row execute function keep_media_use('lecture', 'lecture_id');
    create trigger lesson_media_use after insert or update or delete on lesson
      for each row execute function keep_media_use('lesson', 'lesson_id');
    create trigger course_media_use after insert or update or delete on course
      for each row execute function keep_media_use('course', 'course_id');
    create trigger activity_media_use after insert or update or delete on activity
      for each row execute function keep_media_use('activity', 'activity_id');
    create trigger text_media_use after insert or update or delete on text
      for each row execute function keep_media_use('text', 'text_id', 'draft');
    create trigger example_media_use after insert or update or delete on example
      for each row execute function keep_media_use('example', 'example_id');
  `.execute(db)
}
