import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table municipality (
      municipality_code text primary key check (municipality_code ~ '^[0-9]{4}$'),
      name text not null,
      county text not null,
      nuts3 text not null
    );
    create table organisation (
      organisation_id uuid primary key default gen_random_uuid(),
      slug text not null unique,
      name text not null,
      kind text not null check (kind in ('forening', 'kommun', 'kommunalforbund', 'foretag', 'myndighet')),
      orgnr text,
      westum_member boolean not null default false,
      note text,
      content_hash text,
      retired_at timestamptz
    );
    create table organisation_municipality (
      organisation_id uuid not null references organisation on delete cascade,
      municipality_code text not null references municipality,
      primary key (organisation_id, municipality_code)
    );
    alter table role_grant add constraint role_grant_organisation foreign key (organisation_id) references organisation;
    create table employment (
      employment_id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person on delete cascade,
      organisation_id uuid not null references organisation,
      municipality_code text references municipality,
      job text not null check (job in ('larare', 'sfi-larare', 'yrkeslarare', 'syv', 'specialpedagog', 'rektor', 'administrator', 'annan')),
      school_form text not null check (school_form in ('sfi', 'grundlaggande', 'gymnasial', 'yrkesvux', 'anpassad', 'yh', 'alla')),
      percent integer not null default 100 check (percent between 1 and 100),
      starts_on date not null,
      ends_on date,
      check (ends_on is null or ends_on >= starts_on)
    );
    create unique index employment_key on employment (person_id, organisation_id, starts_on);
    create index employment_organisation on employment (organisation_id, person_id);
  `.execute(db)
}
