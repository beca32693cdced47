import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table activity (
      activity_id uuid primary key default gen_random_uuid(),
      slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
      organisation_id uuid not null references organisation,
      project_id uuid references project,
      kind text not null check (kind in ('workshop', 'forelasning', 'studiebesok', 'cirkel', 'traff')),
      title text not null check (title <> ''),
      summary text not null,
      description jsonb not null,
      language text not null default 'sv',
      level integer check (level between 1 and 4),
      themes text[] not null default '{}',
      audiences text[] not null default '{}',
      outcomes text[] not null default '{}',
      time_type text not null check (time_type in ('schemalagd', 'studiebesok', 'forberedelse', 'resa')),
      attended_percent integer not null default 80 check (attended_percent between 1 and 100),
      product_prompt text,
      assessed_against_standard boolean not null default false,
      standard_ref text,
      approval_required boolean not null default false,
      only_listed_organisations boolean not null default false,
      state text not null check (state in ('utkast', 'publicerad', 'arkiverad')),
      created_by uuid references person,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      published_at timestamptz,
      search tsvector generated always as (
        setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', summary), 'B')) stored,
      check (not assessed_against_standard or standard_ref is not null),
      check (state <> 'publicerad' or published_at is not null)
    );
    create index activity_search on activity using gin (search);
    create index activity_organisation_index on activity (organisation_id);
    create table activity_competence (
      activity_id uuid not null references activity on delete cascade,
      competence_code text not null,
      level integer not null check (level between 1 and 4),
      weight numeric(3,2) not null check (weight > 0 and weight <= 1),
      primary key (activity_id, competence_code)
    );
    create table activity_seat (
      activity_id uuid not null references activity on delete cascade,
      organisation_id uuid not null references organisation,
      seats integer check (seats >= 0),
      primary key (activity_id, organisation_id)
    );
    create table occasion (
      occasion_id uuid primary key default gen_random_uuid(),
      activity_id uuid not null references activity,
      capacity integer check (capacity > 0),
      booking_opens_at timestamptz,
      booking_closes_at timestamptz,
      state text not null default 'planerat' check (state in ('planerat', 'installt', 'genomfort')),
      cancel_reason text,
      materials jsonb not null default '[]',
      created_at timestamptz not null,
      changed_at timestamptz not null,
      check (state <> 'installt' or cancel_reason is not null)
    );
    create index occasion_activity on occasion (activity_id);
    create table occasion_leader (
      occasion_id uuid not null references occasion on delete cascade,
      person_id uuid not null references person,
      primary key (occasion_id, person_id)
    );
    create index occasion_leader_person on occasion_leader (person_id);
    create table meeting (
      meeting_id uuid primary key default gen_random_uuid(),
      occasion_id uuid not null references occasion on delete cascade,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      break_minutes integer not null default 0 check (break_minutes >= 0),
      mode text not null check (mode in ('plats', 'digitalt', 'bada')),
      place text,
      online_url text,
      title text,
      check_in_secret bytea not null default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'),
      check (ends_at > starts_at),
      check (extract(epoch from ends_at - starts_at) / 60 > break_minutes),
      check (mode = 'digitalt' or place is not null),
      check (mode = 'plats' or online_url is not null)
    );
    create index meeting_occasion on meeting (occasion_id, starts_at);
    create index meeting_starts on meeting (starts_at);
    create table interest (
      activity_id uuid not null references activity on delete cascade,
      person_id uuid not null references person,
      created_at timestamptz not null,
      primary key (activity_id, person_id)
    );
    create table booking (
      booking_id uuid primary key default gen_random_uuid(),
      occasion_id uuid not null references occasion,
      person_id uuid not null references person,
      organisation_id uuid references organisation,
      state text not null check (state in ('ansokt', 'bokad', 'vantelista', 'avbokad', 'nekad')),
      queued_at timestamptz not null,
      changed_at timestamptz not null,
      decided_by uuid references person,
      access_needs text,
      access_needs_delete_on date,
      unique (occasion_id, person_id),
      check ((access_needs is null) = (access_needs_delete_on is null))
    );
    create index booking_person on booking (person_id, state);
    create index booking_queue on booking (occasion_id, state, queued_at);
    create table attendance_mark (
      attendance_mark_id uuid primary key default gen_random_uuid(),
      sequence bigint generated always as identity,
      meeting_id uuid not null references meeting,
      person_id uuid not null references person,
      present boolean not null,
      came_at timestamptz,
      left_at timestamptz,
      method text not null check (method in ('qr', 'ledare', 'lista', 'import')),
      recorded_by uuid not null references person,
      recorded_at timestamptz not null,
      note text,
      check (left_at is null or came_at is not null and left_at >= came_at)
    );
    create index attendance_mark_meeting on attendance_mark (meeting_id, person_id, sequence desc);
    create index attendance_mark_person on attendance_mark (person_id);
    create trigger attendance_mark_append_only before update or delete on attendance_mark for each row execute function refuse_change();
    create view attendance as
      select distinct on (meeting_id, person_id)
        attendance_mark_id, meeting_id, person_id, present, came_at, left_at, method, recorded_by, recorded_at, note
      from attendance_mark order by meeting_id, person_id, sequence desc;
    create table meeting_confirmation (
      meeting_id uuid primary key references meeting,
      confirmed_by uuid not null references person,
      confirmed_at timestamptz not null,
      lines jsonb not null,
      lines_sha256 text not null
    );
    create trigger meeting_confirmation_append_only before update or delete on meeting_confirmation for each row execute function refuse_change();
    create table product (
      product_id uuid primary key default gen_random_uuid(),
      occasion_id uuid not null references occasion,
      person_id uuid not null references person,
      wording text not null check (wording <> ''),
      handed_in_at timestamptz not null,
      accepted_by uuid references person,
      accepted_at timestamptz,
      unique (occasion_id, person_id)
    );
    create table calendar_feed (
      person_id uuid primary key references person on delete cascade,
      token_hash text not null unique,
      created_at timestamptz not null
    );
    alter table completion drop constraint completion_item_kind_check;
    alter table completion add constraint completion_item_kind_check check (item_kind in ('lesson', 'course', 'lecture', 'activity'));
    alter table completion drop constraint completion_check;
    alter table completion add constraint completion_course_known check (item_kind in ('lecture', 'activity') or course_id is not null);
  `.execute(db)
}
