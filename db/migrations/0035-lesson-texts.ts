import { type Kysely, sql } from 'kysely'

/** A published version may be kept under the name of what it was published as. */
async function namesOfPublished(db: Kysely<any>): Promise<void> {
  await sql`
    do $$
    declare
      rule text;
    begin
      select conname into strict rule from pg_constraint
        where conrelid = 'text_version'::regclass and pg_get_constraintdef(oid) like '%name IS NOT NULL%';
      execute format('alter table text_version drop constraint %I', rule);
    end $$;
    alter table text_version add constraint text_version_name
      check (case kind when 'named' then name is not null when 'auto' then name is null else true end);
  `.execute(db)
}

/** The texts of draft lessons, and the tasks of reflections, are texts with a history like every other. */
async function lessonTexts(db: Kysely<any>): Promise<void> {
  await sql`
    alter table draft_text add column prompt_id uuid unique references text;
    alter table draft_text add column questions jsonb not null default '{}';
    alter table draft_text add column original_seal text;
    update draft_text set text_id = gen_random_uuid();
    insert into text (text_id, subject_kind, body, fields, saved_at)
      select text_id, 'lesson', body, jsonb_build_object('title', title), changed_at from draft_text;
    update draft_text set prompt_id = gen_random_uuid()
      from draft_lesson l where l.lesson_id = draft_text.lesson_id and l.kind = 'reflection';
    insert into text (text_id, subject_kind, body, fields, saved_at)
      select t.prompt_id, 'prompt',
        case when t.language = c.settings ->> 'language' then l.settings -> 'prompt' else '{"type": "doc", "content": []}' end,
        '{}', t.changed_at
      from draft_text t join draft_lesson l using (lesson_id) join course_draft c using (course_id)
      where t.prompt_id is not null;
    insert into text_version (text_id, number, kind, body, fields, began_at, saved_at, from_seq, to_seq)
      select text_id, 1, 'auto', body, fields, saved_at, saved_at, 0, 0
      from text where subject_kind in ('lesson', 'prompt');
    alter table draft_text alter column text_id set not null;
    alter table draft_text add constraint draft_text_text unique (text_id);
    alter table draft_text add foreign key (text_id) references text;
    alter table draft_text drop column title, drop column body, drop column changed_at;
    alter table draft_text drop constraint draft_text_language_check;
    alter table draft_text add constraint draft_text_language_check check (language ~ '^[a-z]{2,3}$');
    update draft_lesson set settings = settings - 'prompt' where kind = 'reflection';
  `.execute(db)
}

export async function up(db: Kysely<any>): Promise<void> {
  await namesOfPublished(db)
  await lessonTexts(db)
}
