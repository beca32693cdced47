import { type Kysely, sql } from 'kysely'

/** Texts that people write, with their history. What a text is for is the business of the table that points at it. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table text (
      text_id uuid primary key default gen_random_uuid(),
      subject_kind text not null,
      body jsonb not null,
      fields jsonb not null default '{}',
      seq integer not null default 0 check (seq >= 0),
      saved_at timestamptz not null,
      saved_by uuid references person,
      writer_key text,
      writer_from integer not null default 0,
      writer_turn integer not null default 0
    );
    create index text_saved_by on text (saved_by) where saved_by is not null;
    create table text_version (
      text_id uuid not null references text,
      number integer not null check (number > 0),
      kind text not null check (kind in ('auto', 'named', 'published')),
      name text check ((kind = 'named') = (name is not null)),
      body jsonb not null,
      fields jsonb not null default '{}',
      author_id uuid references person,
      began_at timestamptz not null,
      saved_at timestamptz not null,
      from_seq integer not null,
      to_seq integer not null check (to_seq >= from_seq),
      restored_from integer,
      kept_at timestamptz check ((kind = 'auto') = (kept_at is null)),
      kept_by uuid references person,
      primary key (text_id, number),
      foreign key (text_id, restored_from) references text_version
    );
    create index text_version_author on text_version (author_id) where author_id is not null;
    create index text_version_kept_by on text_version (kept_by) where kept_by is not null;

    create function refuse_kept_version() returns trigger language plpgsql as $$
    begin
      if old.kind <> 'auto' then
        raise exception 'Version % of a text is kept for ever: % is refused', old.number, tg_op
          using errcode = 'restrict_violation';
      end if;
      return case tg_op when 'DELETE' then old else new end;
    end $$;
    create trigger text_version_kept before update or delete on text_version
      for each row execute function refuse_kept_version();
    create trigger text_version_no_truncate before truncate on text_version
      for each statement execute function refuse_change();
  `.execute(db)
  await sql`
    alter table example add column text_id uuid unique references text;
    update example set text_id = gen_random_uuid();
    insert into text (text_id, subject_kind, body, fields, saved_at, saved_by)
      select text_id, 'example', body, jsonb_build_object('title', title, 'summary', summary),
        coalesce(edited_at, published_at), edited_by from example;
    insert into text_version (text_id, number, kind, body, fields, author_id, began_at, saved_at, kept_at, kept_by,
        from_seq, to_seq)
      select text_id, 1, 'published', body, fields, saved_by, saved_at, saved_at, saved_at, saved_by, 0, 0
      from text;
    alter table example alter column text_id set not null;
  `.execute(db)
}
