import { type Kysely, sql } from 'kysely'

/** The rules as data: what is kept, for how long, counted from what, by which source and how sure that is. */
async function ruleRows(db: Kysely<any>): Promise<void> {
  await sql`
    alter table retention_rule
      add column keep_years integer check (keep_years between 1 and 50),
      add column is_sourced boolean not null default false,
      add constraint retention_rule_period check ((keep_years is null) <> (keep_days is null));
    insert into retention_rule (retention_rule_id, subject, keeps_from, keep_days, keep_years, fund_evidence, is_sourced, source) values
      ('projektunderlag', 'Projektets underlag', 'slutbetalning', null, 5, true, false, 'Förordning (EU) 2021/1060, artikel 82'),
      ('statsstod', 'Underlag för statsstöd', 'handelse', null, 10, true, false, 'EU:s regler om statsstöd'),
      ('sjalvskattningar', 'Självskattningar', 'handelse', 365, null, false, false, 'Portalens val'),
      ('svar', 'Reflektioner och svar', 'handelse', 365, null, false, false, 'Portalens val'),
      ('tittarloggar', 'Tittarloggar', 'handelse', 365, null, false, false, 'Portalens val'),
      ('tillgangsbehov', 'Behov vid bokning', 'handelse', 30, null, false, false, 'Portalens val')
      on conflict do nothing;
    create index person_merged_into on person (merged_into) where merged_into is not null;
  `.execute(db)
}

/**
 * The last day on which a project is kept: the last of December, so many years after the final payment, or ten years
 * after the latest state aid if that is later. Null, and nothing goes: no final payment, a legal hold, or no rule.
 */
async function lastDay(db: Kysely<any>): Promise<void> {
  await sql`
    create function project_kept_until(which uuid) returns date language sql stable as $$
      select case when project.legal_hold or project.final_payment_on is null
          or evidence.keep_years is null or aid.keep_years is null then null
        else greatest(
          make_date(extract(year from project.final_payment_on)::int
            + greatest(coalesce(project.retention_years, 0), evidence.keep_years), 12, 31),
          (select (max(coalesce(form.signed_on, project.ends_on)) + make_interval(years => aid.keep_years))::date
            from aid_form form where form.project_id = which and form.basis <> 'inget-stod'
            and (form.signed_on is not null or form.amount_ore > 0))) end
      from project, retention_rule evidence, retention_rule aid
      where project.project_id = which
        and evidence.retention_rule_id = 'projektunderlag' and aid.retention_rule_id = 'statsstod'
    $$;
    create function is_past_retention(which uuid) returns boolean language sql stable as $$
      select coalesce(project_kept_until(which) < current_date, false)
    $$;
    create function project_people(which uuid) returns setof uuid language sql stable as $$
      with recursive people (person_id) as (
        (select person_id from participation where project_id = which
          union select person_id from time_entry where project_id = which
          union select person_id from person_month where project_id = which
          union select person_id from month_event where project_id = which
          union select person_id from export_line join export_batch using (export_batch_id) where project_id = which)
        union
        select other.person_id from people join person mine using (person_id)
          join person other on other.merged_into = mine.person_id or other.person_id = mine.merged_into
      ) select person_id from people
    $$;
    create function count_project_rows(which uuid) returns table (kind text, row_count integer)
    language sql stable as $$
      select 'timmar', (select count(*) from time_entry where project_id = which)::int
      union all select 'manader', ((select count(*) from person_month where project_id = which)
        + (select count(*) from month_event where project_id = which)
        + (select count(*) from month_figure where project_id = which)
        + (select count(*) from project_month where project_id = which))::int
      union all select 'filer', ((select count(*) from export_batch where project_id = which)
        + (select count(*) from export_line join export_batch using (export_batch_id) where project_id = which))::int
      union all select 'deltagare', ((select count(*) from participation where project_id = which)
        + (select count(*) from notice_acknowledgement join participation using (participation_id) where project_id = which))::int
      union all select 'nummer', (select count(*) from identity_number number
        where number.person_id in (select project_people(which)) and not exists (
          select 1 from participation where person_id = number.person_id and project_id <> which) and not exists (
          select 1 from export_line join export_batch using (export_batch_id)
          where export_line.person_id = number.person_id and project_id <> which))::int
      union all select 'importer', ((select count(*) from participant_import where project_id = which)
        + (select count(*) from participant_import_row join participant_import using (import_id) where project_id = which))::int
      union all select 'narvaro', ((select count(*) from attendance_mark join meeting using (meeting_id)
          join occasion using (occasion_id) join activity using (activity_id) where project_id = which)
        + (select count(*) from meeting_confirmation join meeting using (meeting_id)
          join occasion using (occasion_id) join activity using (activity_id) where project_id = which))::int
      union all select 'bokningar', ((select count(*) from booking join occasion using (occasion_id)
          join activity using (activity_id) where project_id = which)
        + (select count(*) from product join occasion using (occasion_id) join activity using (activity_id) where project_id = which)
        + (select count(*) from interest join activity using (activity_id) where project_id = which))::int
      union all select 'statsstod', (select count(*) from aid_form where project_id = which)::int
    $$;
  `.execute(db)
}

/**
 * The one way past the walls. A wall lets a row go only when `delete_past_retention` is at work on the row's project in
 * this transaction, and the wall itself finds the project past its last day. Everything else is refused as before.
 */
async function walls(db: Kysely<any>): Promise<void> {
  await sql`
    create function project_of_row(of_table text, line jsonb) returns uuid language plpgsql stable as $$
    begin
      if of_table = 'export_line' then
        return (select project_id from export_batch where export_batch_id = (line ->> 'export_batch_id')::uuid);
      elsif of_table in ('attendance_mark', 'meeting_confirmation') then
        return (select project_id from meeting join occasion using (occasion_id) join activity using (activity_id)
          where meeting_id = (line ->> 'meeting_id')::uuid);
      end if;
      return (line ->> 'project_id')::uuid;
    end $$;
    create function refuse_unless_past() returns trigger language plpgsql as $$
    declare
      which uuid;
    begin
      if tg_op = 'DELETE' and coalesce(current_setting('portal.retention', true), '') <> '' then
        which := project_of_row(tg_table_name, to_jsonb(old));
        if which::text = current_setting('portal.retention', true) and is_past_retention(which) then return old; end if;
      end if;
      raise exception 'Table % is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
    end $$;
    create function refuse_while_led() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and coalesce(current_setting('portal.retention', true), '') <> ''
          and not exists (select 1 from time_entry where person_id = old.person_id)
          and not exists (select 1 from month_event where person_id = old.person_id) then
        return old;
      end if;
      raise exception 'Table % is append-only: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
    end $$;

    create table ledger_removal (
      row_id uuid primary key references ledger_link (row_id),
      person_id uuid not null references person,
      cause text not null check (cause in ('gallring', 'radering')),
      removed_at timestamptz not null default now()
    );
    create index ledger_removal_person on ledger_removal (person_id);
    create function refuse_feigned_removal() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from time_entry where time_entry_id = new.row_id)
          or exists (select 1 from month_event where month_event_id = new.row_id) then
        raise exception 'A row that stands is not removed' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger ledger_removal_true before insert on ledger_removal for each row execute function refuse_feigned_removal();
    create trigger ledger_removal_append_only before update or delete on ledger_removal for each row execute function refuse_while_led();
    create trigger ledger_removal_no_truncate before truncate on ledger_removal for each statement execute function refuse_change();

    drop trigger time_entry_append_only on time_entry;
    drop trigger month_event_append_only on month_event;
    drop trigger month_figure_append_only on month_figure;
    drop trigger export_line_append_only on export_line;
    drop trigger attendance_mark_append_only on attendance_mark;
    drop trigger meeting_confirmation_append_only on meeting_confirmation;
    drop trigger export_batch_no_delete on export_batch;
    drop trigger project_month_no_delete on project_month;
    drop trigger person_month_no_delete on person_month;
    drop trigger ledger_link_append_only on ledger_link;
    drop trigger ledger_head_no_delete on ledger_head;
    create trigger time_entry_append_only before update or delete on time_entry for each row execute function refuse_unless_past();
    create trigger month_event_append_only before update or delete on month_event for each row execute function refuse_unless_past();
    create trigger month_figure_append_only before update or delete on month_figure for each row execute function refuse_unless_past();
    create trigger export_line_append_only before update or delete on export_line for each row execute function refuse_unless_past();
    create trigger attendance_mark_append_only before update or delete on attendance_mark for each row execute function refuse_unless_past();
    create trigger meeting_confirmation_append_only before update or delete on meeting_confirmation for each row execute function refuse_unless_past();
    create trigger export_batch_no_delete before delete on export_batch for each row execute function refuse_unless_past();
    create trigger project_month_no_delete before delete on project_month for each row execute function refuse_unless_past();
    create trigger person_month_no_delete before delete on person_month for each row execute function refuse_unless_past();
    create trigger ledger_link_append_only before update or delete on ledger_link for each row execute function refuse_while_led();
    create trigger ledger_head_no_delete before delete on ledger_head for each row execute function refuse_while_led();
  `.execute(db)
}

/**
 * One batch of a project that is past its last day: the evidence of some people, then some meetings, then what is left.
 * Returns the rows deleted by kind; `done` when the project holds nothing more. The whole is repeated until then, and
 * may stop anywhere between.
 */
async function deletion(db: Kysely<any>): Promise<void> {
  await sql`
    create function delete_people_of(which uuid, persons uuid[]) returns jsonb language plpgsql as $$
    declare
      hours integer; figures integer; months integer; events integer; lines integer; imported integer;
      acknowledged integer; records integer; numbers integer; gone uuid[]; more uuid[];
    begin
      delete from month_figure where project_id = which and person_id = any (persons);
      get diagnostics figures = row_count;
      delete from person_month where project_id = which and person_id = any (persons);
      get diagnostics months = row_count;
      with deleted as (delete from month_event where project_id = which and person_id = any (persons) returning month_event_id)
        select coalesce(array_agg(month_event_id), '{}'), count(*) into gone, events from deleted;
      with deleted as (delete from time_entry where project_id = which and person_id = any (persons) returning time_entry_id)
        select coalesce(array_agg(time_entry_id), '{}'), count(*) into more, hours from deleted;
      insert into ledger_removal (row_id, person_id, cause)
        select row_id, person_id, 'gallring' from ledger_link where row_id = any (gone || more);
      delete from export_line using export_batch batch
        where batch.export_batch_id = export_line.export_batch_id and batch.project_id = which and person_id = any (persons);
      get diagnostics lines = row_count;
      delete from participant_import_row using participant_import file
        where file.import_id = participant_import_row.import_id and file.project_id = which and person_id = any (persons);
      get diagnostics imported = row_count;
      delete from notice_acknowledgement using participation record
        where record.participation_id = notice_acknowledgement.participation_id
          and record.project_id = which and record.person_id = any (persons);
      get diagnostics acknowledged = row_count;
      delete from participation where project_id = which and person_id = any (persons);
      get diagnostics records = row_count;
      delete from identity_number number where person_id = any (persons)
        and not exists (select 1 from participation where person_id = number.person_id)
        and not exists (select 1 from export_line where person_id = number.person_id);
      get diagnostics numbers = row_count;
      select coalesce(array_agg(whose), '{}') into gone from unnest(persons) whose
        where not exists (select 1 from time_entry where person_id = whose)
          and not exists (select 1 from month_event where person_id = whose);
      delete from ledger_removal where person_id = any (gone);
      delete from ledger_link where person_id = any (gone);
      delete from ledger_head where person_id = any (gone);
      return jsonb_build_object('timmar', hours, 'manader', figures + months + events, 'filer', lines,
        'importer', imported, 'deltagare', acknowledged + records, 'nummer', numbers);
    end $$;
    create function delete_meetings_of(which uuid, meetings uuid[]) returns jsonb language plpgsql as $$
    declare
      marks integer; confirmations integer;
    begin
      delete from attendance_mark where meeting_id = any (meetings);
      get diagnostics marks = row_count;
      delete from meeting_confirmation where meeting_id = any (meetings);
      get diagnostics confirmations = row_count;
      return jsonb_build_object('narvaro', marks + confirmations);
    end $$;
    create function delete_rest_of(which uuid) returns jsonb language plpgsql as $$
    declare
      seats integer; products integer; wishes integer; files integer; months integer; imported integer; imports integer; forms integer;
    begin
      delete from booking using occasion, activity where occasion.occasion_id = booking.occasion_id
        and activity.activity_id = occasion.activity_id and activity.project_id = which;
      get diagnostics seats = row_count;
      delete from product using occasion, activity where occasion.occasion_id = product.occasion_id
        and activity.activity_id = occasion.activity_id and activity.project_id = which;
      get diagnostics products = row_count;
      delete from interest using activity where activity.activity_id = interest.activity_id and activity.project_id = which;
      get diagnostics wishes = row_count;
      delete from export_batch where project_id = which;
      get diagnostics files = row_count;
      delete from project_month where project_id = which;
      get diagnostics months = row_count;
      delete from participant_import_row using participant_import file
        where file.import_id = participant_import_row.import_id and file.project_id = which;
      get diagnostics imported = row_count;
      delete from participant_import where project_id = which;
      get diagnostics imports = row_count;
      delete from aid_form where project_id = which;
      get diagnostics forms = row_count;
      return jsonb_build_object('bokningar', seats + products + wishes, 'filer', files, 'manader', months,
        'importer', imported + imports, 'statsstod', forms);
    end $$;
    create function delete_past_retention(which uuid, today date, most integer)
    returns table (deleted jsonb, done boolean) language plpgsql as $$
    declare
      batch uuid[];
      until date;
    begin
      perform 1 from project where project_id = which for update;
      until := project_kept_until(which);
      if until is null or until >= least(today, current_date) then
        raise exception 'The project is kept: nothing of it is deleted' using errcode = 'restrict_violation';
      end if;
      perform set_config('portal.retention', which::text, true);
      with recursive people (person_id) as (
        (select person_id from project_people(which) as owner (person_id)
          where exists (select 1 from participation p where p.person_id = owner.person_id and p.project_id = which)
            or exists (select 1 from time_entry p where p.person_id = owner.person_id and p.project_id = which)
            or exists (select 1 from person_month p where p.person_id = owner.person_id and p.project_id = which)
            or exists (select 1 from month_event p where p.person_id = owner.person_id and p.project_id = which)
            or exists (select 1 from export_line p join export_batch using (export_batch_id)
              where p.person_id = owner.person_id and project_id = which)
          order by person_id limit most)
        union
        select other.person_id from people join person mine using (person_id)
          join person other on other.merged_into = mine.person_id or other.person_id = mine.merged_into
      ) select array_agg(person_id) into batch from people;
      if batch is not null then
        deleted := delete_people_of(which, batch);
        done := false;
      else
        select array_agg(meeting_id) into batch from (
          select meeting_id from meeting join occasion using (occasion_id) join activity using (activity_id)
          where project_id = which and (exists (select 1 from attendance_mark mark where mark.meeting_id = meeting.meeting_id)
            or exists (select 1 from meeting_confirmation told where told.meeting_id = meeting.meeting_id))
          order by meeting_id limit most) chosen;
        done := batch is null;
        deleted := case when done then delete_rest_of(which) else delete_meetings_of(which, batch) end;
      end if;
      perform set_config('portal.retention', '', true);
      return next;
    end $$;
  `.execute(db)
}

export async function up(db: Kysely<any>): Promise<void> {
  await ruleRows(db)
  await lastDay(db)
  await walls(db)
  await deletion(db)
}
