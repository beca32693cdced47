import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table example (
      example_id uuid primary key default gen_random_uuid(),
      slug text not null unique,
      title text not null,
      summary text not null,
      organisation_name text not null,
      level text not null check (level in ('lokal', 'regional', 'nationell', 'nordisk', 'internationell')),
      country text not null check (country ~ '^[A-Z]{2}$'),
      place text not null,
      year_text text not null,
      reading_minutes integer not null check (reading_minutes > 0),
      contact_role text,
      resources text,
      licence text not null,
      source_licence text not null,
      language text not null,
      sources jsonb not null,
      body jsonb not null,
      search_text text not null,
      search tsvector generated always as (
        setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', summary || ' ' || organisation_name || ' ' || place), 'B') || setweight(to_tsvector('swedish', search_text), 'C')) stored,
      content_hash text not null,
      published_at timestamptz not null,
      edited_at timestamptz,
      edited_by uuid references person,
      retired_at timestamptz
    );
    create index example_search on example using gin (search);
    create table example_tag (
      example_id uuid not null references example on delete cascade,
      facet text not null check (facet in ('theme', 'audience', 'school_form', 'competence')),
      value text not null,
      primary key (example_id, facet, value)
    );
    create index example_tag_value on example_tag (facet, value, example_id);
  `.execute(db)
}
