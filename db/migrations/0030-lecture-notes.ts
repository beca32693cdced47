import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table lecture_note (
      note_id uuid primary key,
      person_id uuid not null references person,
      lecture_id uuid not null references lecture,
      second integer not null check (second >= 0),
      text text not null check (text <> '' and length(text) <= 5000),
      created_at timestamptz not null,
      changed_at timestamptz not null
    );
    create index lecture_note_person on lecture_note (person_id, lecture_id, second);
    create index lecture_note_lecture on lecture_note (lecture_id);
    alter table lecture add column slides jsonb not null default '[]';
  `.execute(db)
}
