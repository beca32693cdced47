import { type Kysely, sql } from 'kysely'

/** Somebody asks to have the account and everything that is not evidence of the fund erased; the office decides. */
async function requests(db: Kysely<any>): Promise<void> {
  await sql`
    create table erasure_request (
      erasure_request_id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person,
      state text not null check (state in ('begard', 'beviljad', 'nekad', 'atertagen')),
      asked_at timestamptz not null,
      decided_by uuid references person,
      decided_at timestamptz,
      reason text,
      check (state not in ('beviljad', 'nekad') or (decided_by is not null and decided_at is not null and reason <> ''))
    );
    create unique index erasure_request_open on erasure_request (person_id) where state = 'begard';
    create index erasure_request_person on erasure_request (person_id, asked_at desc);
  `.execute(db)
}

/**
 * Of a person with erased_at, and only while erasure is at work in this transaction, the walls let go what is no
 * evidence of a project: time and attendance outside projects, and certificates.
 */
async function walls(db: Kysely<any>): Promise<void> {
  await sql`
    create function is_erasing(whose uuid) returns boolean language sql stable as $$
      select coalesce(current_setting('portal.erasure', true), '') <> ''
        and exists (select 1 from person where person_id = whose and erased_at is not null)
    $$;
    create or replace function refuse_unless_past() returns trigger language plpgsql as $$
    declare
      which uuid;
    begin
      if tg_op = 'DELETE' and coalesce(current_setting('portal.retention', true), '') <> '' then
        which := project_of_row(tg_table_name, to_jsonb(old));
        if which::text = current_setting('portal.retention', true) and is_past_retention(which) then return old; end if;
      end if;
      if tg_op = 'DELETE' and tg_table_name in ('time_entry', 'attendance_mark')
          and is_erasing((to_jsonb(old) ->> 'person_id')::uuid)
          and project_of_row(tg_table_name, to_jsonb(old)) is null then
        return old;
      end if;
      raise exception 'Table % is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
    end $$;
    create or replace function refuse_while_led() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE'
          and (coalesce(current_setting('portal.retention', true), '') <> '' or is_erasing(old.person_id))
          and not exists (select 1 from time_entry where person_id = old.person_id)
          and not exists (select 1 from month_event where person_id = old.person_id) then
        return old;
      end if;
      raise exception 'Table % is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
    end $$;
    create function refuse_unless_erasing() returns trigger language plpgsql as $$
    declare
      whose uuid;
    begin
      select person_id into whose from certificate where certificate_id = old.certificate_id;
      if tg_op = 'DELETE' and is_erasing(whose) then return old; end if;
      raise exception 'Table % is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
    end $$;
    drop trigger certificate_append_only on certificate;
    drop trigger certificate_file_append_only on certificate_file;
    create trigger certificate_append_only before update or delete on certificate for each row execute function refuse_unless_erasing();
    create trigger certificate_file_append_only before update or delete on certificate_file for each row execute function refuse_unless_erasing();
  `.execute(db)
}

async function deletion(db: Kysely<any>): Promise<void> {
  await sql`
    create function forget_names(persons uuid[]) returns void language sql as $$
      update person set given_name = 'Raderad', family_name = 'person'
      where person_id = any (persons) and erased_at is not null
        and not exists (select 1 from participation held where held.person_id = person.person_id)
        and not exists (select 1 from time_entry held where held.person_id = person.person_id)
        and not exists (select 1 from month_event held where held.person_id = person.person_id)
        and not exists (select 1 from export_line held where held.person_id = person.person_id)
    $$;
    create function delete_erased_time(persons uuid[]) returns jsonb language plpgsql as $$
    declare
      hours integer; marks integer; numbers integer; gone uuid[];
    begin
      perform set_config('portal.erasure', 'on', true);
      with deleted as (delete from time_entry where project_id is null and person_id = any (persons)
          and exists (select 1 from person where person.person_id = time_entry.person_id and erased_at is not null)
          and not exists (select 1 from time_entry later where later.corrects_id = time_entry.time_entry_id and later.project_id is not null)
          returning time_entry_id)
        select coalesce(array_agg(time_entry_id), '{}'), count(*) into gone, hours from deleted;
      insert into ledger_removal (row_id, person_id, cause)
        select row_id, person_id, 'radering' from ledger_link where row_id = any (gone);
      delete from attendance_mark mark using meeting, occasion, activity
        where meeting.meeting_id = mark.meeting_id and occasion.occasion_id = meeting.occasion_id
          and activity.activity_id = occasion.activity_id and activity.project_id is null and mark.person_id = any (persons);
      get diagnostics marks = row_count;
      delete from identity_number number where person_id = any (persons)
        and exists (select 1 from person where person.person_id = number.person_id and erased_at is not null)
        and not exists (select 1 from participation where person_id = any (persons))
        and not exists (select 1 from export_line where person_id = any (persons));
      get diagnostics numbers = row_count;
      select coalesce(array_agg(whose), '{}') into gone from unnest(persons) whose
        where not exists (select 1 from time_entry where person_id = whose)
          and not exists (select 1 from month_event where person_id = whose);
      delete from ledger_removal where person_id = any (gone);
      delete from ledger_link where person_id = any (gone);
      delete from ledger_head where person_id = any (gone);
      perform set_config('portal.erasure', '', true);
      perform forget_names(persons);
      return jsonb_build_object('timmar', hours, 'narvaro', marks, 'nummer', numbers);
    end $$;
    create function delete_certificates_of(persons uuid[]) returns integer language plpgsql as $$
    declare
      papers integer;
    begin
      perform set_config('portal.erasure', 'on', true);
      delete from certificate_file using certificate where certificate.certificate_id = certificate_file.certificate_id
        and certificate.person_id = any (persons);
      delete from certificate where person_id = any (persons);
      get diagnostics papers = row_count;
      perform set_config('portal.erasure', '', true);
      return papers;
    end $$;
    alter function delete_people_of(uuid, uuid[]) rename to delete_evidence_of;
    create function delete_people_of(which uuid, persons uuid[]) returns jsonb language plpgsql as $$
    declare
      counts jsonb;
    begin
      counts := delete_evidence_of(which, persons);
      perform forget_names(persons);
      return counts;
    end $$;
  `.execute(db)
}

export async function up(db: Kysely<any>): Promise<void> {
  await requests(db)
  await walls(db)
  await deletion(db)
}
