import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table time_entry drop constraint time_entry_source_kind_check;
    alter table time_entry add constraint time_entry_source_kind_check
      check (source_kind in ('completion', 'correction', 'attendance', 'statement', 'merge'));
    alter table time_entry drop constraint time_entry_check;
    alter table time_entry drop constraint time_entry_check1;
    alter table time_entry drop constraint time_entry_source_kind_source_id_key;
    alter table time_entry
      add column part integer not null default 1 check (part >= 1),
      add column starts_at timestamptz,
      add column ends_at timestamptz,
      add column recorded_by uuid references person,
      add constraint time_entry_source unique (source_kind, source_id, part),
      add constraint time_entry_corrects check ((source_kind in ('correction', 'merge')) = (corrects_id is not null)),
      add constraint time_entry_positive check (minutes > 0 or source_kind in ('correction', 'merge')),
      add constraint time_entry_reasoned check (source_kind not in ('correction', 'merge') or reason is not null),
      add constraint time_entry_span check ((starts_at is null) = (ends_at is null) and (ends_at is null or ends_at > starts_at));
    create index time_entry_corrects on time_entry (corrects_id) where corrects_id is not null;
    create index time_entry_project_day on time_entry (project_id, worked_on);

    create table project_month (
      project_id uuid not null references project,
      month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      state text not null check (state in ('oppen', 'last')),
      generation integer not null default 0,
      must_resend boolean not null default false,
      changed_at timestamptz not null,
      changed_by uuid references person,
      primary key (project_id, month)
    );
    create table person_month (
      project_id uuid not null references project,
      person_id uuid not null references person,
      month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      state text not null check (state in ('oppen', 'signerad', 'attesterad', 'last', 'exporterad', 'rattad')),
      changed_at timestamptz not null,
      primary key (project_id, month, person_id)
    );
    create index person_month_person on person_month (person_id, month);
    create table month_event (
      month_event_id uuid primary key default gen_random_uuid(),
      project_id uuid not null references project,
      person_id uuid not null references person,
      month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      kind text not null check (kind in ('signerad', 'attesterad', 'aterlamnad', 'andrad', 'last', 'exporterad', 'oppnad')),
      generation integer not null,
      actor_id uuid references person,
      method text not null check (method in ('egen', 'ledare', 'chef', 'kontor', 'system')),
      minutes integer not null,
      reportable_minutes integer not null,
      entry_count integer not null,
      lines_sha256 text not null,
      reason text,
      happened_at timestamptz not null,
      check (kind <> 'attesterad' or actor_id is distinct from person_id),
      check (kind <> 'signerad' or actor_id = person_id),
      check (kind not in ('aterlamnad', 'oppnad') or reason is not null)
    );
    create index month_event_month on month_event (project_id, month, person_id, happened_at);
    create trigger month_event_append_only before update or delete on month_event for each row execute function refuse_change();
    create trigger month_event_no_truncate before truncate on month_event for each statement execute function refuse_change();
    create table month_figure (
      project_id uuid not null references project,
      month text not null,
      generation integer not null,
      person_id uuid not null references person,
      participation_id uuid not null references participation,
      partner_id uuid not null references organisation,
      employer_id uuid not null references organisation,
      municipality_code text,
      entry_on date not null,
      exit_on date,
      registered_minutes integer not null,
      reportable_minutes integer not null,
      reported_minutes integer not null,
      entry_count integer not null,
      lines_sha256 text not null,
      frozen_at timestamptz not null,
      primary key (project_id, month, generation, person_id)
    );
    create index month_figure_person on month_figure (person_id);
    create trigger month_figure_append_only before update or delete on month_figure for each row execute function refuse_change();
    create trigger month_figure_no_truncate before truncate on month_figure for each statement execute function refuse_change();

    create table ledger_link (
      person_id uuid not null references person,
      position integer not null check (position >= 1),
      kind text not null check (kind in ('time_entry', 'month_event')),
      row_id uuid not null unique,
      row_hash bytea not null,
      hash bytea not null,
      primary key (person_id, position)
    );
    create trigger ledger_link_append_only before update or delete on ledger_link for each row execute function refuse_change();
    create trigger ledger_link_no_truncate before truncate on ledger_link for each statement execute function refuse_change();

    create function time_entry_hash(line time_entry) returns bytea language sql immutable set timezone = 'UTC' as $$
      select sha256(convert_to(jsonb_build_array(line.time_entry_id, line.person_id, line.project_id, line.worked_on,
        line.minutes, line.time_type, line.source_kind, line.source_id, line.part, line.title, line.outside_reason,
        line.corrects_id, line.reason, line.recorded_at, line.starts_at, line.ends_at, line.recorded_by)::text, 'utf8'))
    $$;
    create function month_event_hash(line month_event) returns bytea language sql immutable set timezone = 'UTC' as $$
      select sha256(convert_to(jsonb_build_array(line.month_event_id, line.project_id, line.person_id, line.month,
        line.kind, line.generation, line.actor_id, line.method, line.minutes, line.reportable_minutes, line.entry_count,
        line.lines_sha256, line.reason, line.happened_at)::text, 'utf8'))
    $$;
    create function append_ledger_link(whose uuid, what text, which uuid, digest bytea) returns void language plpgsql as $$
    declare
      latest ledger_link%rowtype;
    begin
      perform pg_advisory_xact_lock(hashtextextended(whose::text, 7));
      select * into latest from ledger_link where person_id = whose order by position desc limit 1;
      insert into ledger_link (person_id, position, kind, row_id, row_hash, hash)
      values (whose, coalesce(latest.position, 0) + 1, what, which, digest,
        sha256(coalesce(latest.hash, convert_to(whose::text, 'utf8')) || digest));
    end $$;
    create function chain_time_entry() returns trigger language plpgsql as $$
    begin
      perform append_ledger_link(new.person_id, 'time_entry', new.time_entry_id, time_entry_hash(new));
      return null;
    end $$;
    create function chain_month_event() returns trigger language plpgsql as $$
    begin
      perform append_ledger_link(new.person_id, 'month_event', new.month_event_id, month_event_hash(new));
      return null;
    end $$;
    do $$
    declare
      line time_entry;
    begin
      for line in select * from time_entry order by person_id, recorded_at, time_entry_id loop
        perform append_ledger_link(line.person_id, 'time_entry', line.time_entry_id, time_entry_hash(line));
      end loop;
    end $$;
    create trigger time_entry_chain after insert on time_entry for each row execute function chain_time_entry();
    create trigger month_event_chain after insert on month_event for each row execute function chain_month_event();
  `.execute(db)
}
