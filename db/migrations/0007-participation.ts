import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table project (
      project_id uuid primary key default gen_random_uuid(),
      diarienr text not null unique,
      name text not null,
      fund text not null,
      cci text,
      owner_id uuid not null references organisation,
      starts_on date not null,
      ends_on date not null,
      eu_rate_percent integer not null,
      programme_area text not null,
      specific_objective text not null,
      nuts2 text,
      intervention text not null,
      planned_participants integer not null,
      source_url text,
      description jsonb not null,
      self_study_eligible boolean not null default false,
      rounding text not null default 'floor_hours' check (rounding in ('floor_hours', 'minutes')),
      min_hours_for_reporting integer,
      content_hash text not null,
      check (ends_on >= starts_on)
    );
    create table partner (
      project_id uuid not null references project on delete cascade,
      organisation_id uuid not null references organisation,
      role text not null check (role in ('projektagare', 'samverkanspart', 'medlem', 'extern')),
      note text,
      primary key (project_id, organisation_id)
    );
    create table partner_municipality (
      project_id uuid not null,
      organisation_id uuid not null,
      municipality_code text not null references municipality,
      primary key (project_id, organisation_id, municipality_code),
      foreign key (project_id, organisation_id) references partner on delete cascade
    );
    create table participation (
      participation_id uuid primary key default gen_random_uuid(),
      project_id uuid not null references project,
      person_id uuid not null references person,
      partner_id uuid not null references organisation,
      employer_id uuid not null references organisation,
      municipality_code text references municipality,
      registered_on date not null,
      entry_on date,
      exit_on date,
      labour_status_at_entry text not null default 'employed',
      notice_version text,
      notice_ack_at timestamptz,
      unique (project_id, person_id),
      foreign key (project_id, partner_id) references partner (project_id, organisation_id),
      check (exit_on is null or entry_on is not null and exit_on >= entry_on)
    );
    create index participation_partner on participation (project_id, partner_id);
    create index participation_person on participation (person_id);
    create table identity_number (
      identity_number_id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person,
      kind text not null check (kind in ('personnummer', 'samordningsnummer')),
      ciphertext bytea not null,
      key_version integer not null default 1,
      lookup_hash bytea not null unique,
      masked text not null,
      birth_year integer not null,
      gender text not null check (gender in ('kvinna', 'man')),
      valid_from timestamptz not null default now(),
      replaced_by uuid references identity_number
    );
    create index identity_number_person on identity_number (person_id);
    create table time_entry (
      time_entry_id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person,
      project_id uuid references project,
      worked_on date not null,
      minutes integer not null check (minutes <> 0),
      time_type text not null check (time_type in ('schemalagd', 'sjalvstudier', 'forberedelse', 'studiebesok', 'resa')),
      source_kind text not null check (source_kind in ('completion', 'correction')),
      source_id uuid not null,
      title text not null,
      outside_reason text check (outside_reason in ('no-record', 'before-start', 'after-end')),
      corrects_id uuid references time_entry,
      reason text,
      recorded_at timestamptz not null,
      unique (source_kind, source_id),
      check ((source_kind = 'correction') = (corrects_id is not null)),
      check (minutes > 0 or source_kind = 'correction'),
      check ((project_id is null) = (outside_reason is not null))
    );
    create index time_entry_person on time_entry (person_id, worked_on);
    create index time_entry_project on time_entry (project_id, person_id);
    create trigger time_entry_append_only before update or delete on time_entry for each row execute function refuse_change();
    create trigger time_entry_no_truncate before truncate on time_entry for each statement execute function refuse_change();
    create function time_entry_inside_project() returns trigger language plpgsql as $$
    begin
      if new.project_id is not null and not exists (
        select 1 from project where project_id = new.project_id and new.worked_on between starts_on and ends_on
      ) then
        raise exception 'Time on % lies outside the project', new.worked_on using errcode = 'check_violation';
      end if;
      return new;
    end $$;
    create trigger time_entry_inside_project before insert on time_entry for each row execute function time_entry_inside_project();
  `.execute(db)
}
