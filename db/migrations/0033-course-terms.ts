import { type Kysely, sql } from 'kysely'

/** On what terms a course is taken, who is let in by name, and the one rule of who may see a course. */
async function terms(db: Kysely<any>): Promise<void> {
  await sql`
    alter table course add column terms jsonb not null default '{}';
    create table course_permit (
      course_permit_id uuid primary key default gen_random_uuid(),
      course_id uuid not null references course,
      person_id uuid not null references person,
      kind text not null check (kind in ('dispens', 'inbjudan')),
      reason text not null default '',
      given_by uuid not null references person,
      given_at timestamptz not null,
      revoked_at timestamptz,
      unique (course_id, person_id, kind),
      check (kind <> 'dispens' or char_length(reason) >= 10)
    );
    create index course_permit_person on course_permit (person_id);
    create function course_open_to(terms jsonb, course uuid, who uuid, today date) returns boolean
    language sql stable as $$
      select coalesce(terms -> 'access' ->> 'kind', 'oppen') = 'oppen' or (who is not null and (
        exists (select from enrolment e where e.person_id = who and e.course_id = course)
        or exists (select from course_permit p
          where p.person_id = who and p.course_id = course and p.kind = 'inbjudan' and p.revoked_at is null)
        or exists (select from course_editor c where c.person_id = who and c.course_id = course)
        or exists (select from role_grant g where g.person_id = who and g.role = 'redaktor'
          and (g.expires_at is null or g.expires_at > today)
          and (g.organisation_id is null
            or g.organisation_id = (select d.organisation_id from course_draft d where d.course_id = course)))
        or (terms -> 'access' ->> 'kind' = 'organisationer' and exists (select from employment m
          join organisation o on o.organisation_id = m.organisation_id
          where m.person_id = who and m.starts_on <= today and (m.ends_on is null or m.ends_on >= today)
            and terms -> 'access' -> 'organisations' @> to_jsonb(o.slug)))
      ))
    $$;
  `.execute(db)
}

/** A new round of a course: what was watched in an earlier one is kept beside, and its time has a rule of its own. */
async function renewal(db: Kysely<any>): Promise<void> {
  await sql`
    create table watch_past (
      person_id uuid not null references person,
      lecture_id uuid not null references lecture,
      watched int4multirange not null,
      first_beat_at timestamptz not null,
      last_beat_at timestamptz not null,
      ended_at timestamptz not null,
      primary key (person_id, lecture_id, ended_at)
    );
    create index certificate_valid_until on certificate ((document ->> 'validUntil'))
      where document ->> 'validUntil' is not null;
    alter table project add column renewal_eligible boolean not null default false;
    alter table time_entry drop constraint time_entry_outside_reason_check;
    alter table time_entry add constraint time_entry_outside_reason_check
      check (outside_reason in ('no-record', 'before-start', 'after-end', 'renewal'));
  `.execute(db)
}

export async function up(db: Kysely<any>): Promise<void> {
  await terms(db)
  await renewal(db)
}
