import { type Kysely, sql } from 'kysely'

/**
 * The chain is written once for each statement instead of once for each row, so that a month of many thousand people
 * is locked in seconds. `ledger_head` is the end of each person's chain: it serialises writers and shows when the
 * last link is gone.
 */
async function chainByStatement(db: Kysely<any>): Promise<void> {
  await sql`
    create table ledger_head (
      person_id uuid primary key references person,
      position integer not null,
      hash bytea not null
    );
    insert into ledger_head (person_id, position, hash)
      select distinct on (person_id) person_id, position, hash from ledger_link order by person_id, position desc;
    create function refuse_step_back() returns trigger language plpgsql as $$
    begin
      if new.person_id <> old.person_id or new.position <= old.position then
        raise exception 'Table % only grows: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger ledger_head_grows before update on ledger_head for each row execute function refuse_step_back();
    create trigger ledger_head_no_delete before delete on ledger_head for each row execute function refuse_change();
    create trigger ledger_head_no_truncate before truncate on ledger_head for each statement execute function refuse_change();

    create function lock_ledgers(persons uuid[]) returns void language plpgsql as $$
    begin
      insert into ledger_head (person_id, position, hash)
        select whose, 0, convert_to(whose::text, 'utf8') from (select distinct unnest(persons) as whose) named
        where not exists (select 1 from ledger_head where person_id = whose) order by whose
        on conflict do nothing;
      perform 1 from ledger_head
        where person_id in (select unnest(persons)) order by person_id for update;
    end $$;
    create function fold_link(state bytea, head bytea, digest bytea) returns bytea language sql immutable as $$
      select sha256(coalesce(state, head) || digest)
    $$;
    create aggregate chain_hash(bytea, bytea) (sfunc = fold_link, stype = bytea);
    create function append_ledger_links(what text, persons uuid[], rows uuid[], digests bytea[])
    returns void language plpgsql as $$
    begin
      perform lock_ledgers(persons);
      with fresh as (
        select line.person_id, line.row_id, line.digest, line.n, head.position as base, head.hash as head
        from unnest(persons, rows, digests) with ordinality line (person_id, row_id, digest, n)
        join ledger_head head on head.person_id = line.person_id
      ), written as (
        insert into ledger_link (person_id, position, kind, row_id, row_hash, hash)
        select person_id, base + row_number() over chain, what, row_id, digest, chain_hash(head, digest) over chain
        from fresh window chain as (partition by person_id order by n)
        returning person_id, position, hash
      )
      update ledger_head set position = latest.position, hash = latest.hash
      from (select distinct on (person_id) person_id, position, hash from written order by person_id, position desc) latest
      where ledger_head.person_id = latest.person_id;
    end $$;
    create function chain_time_entries() returns trigger language plpgsql as $$
    declare
      persons uuid[]; rows uuid[]; digests bytea[];
    begin
      select array_agg(line.person_id order by line.worked_on, line.part, line.time_entry_id),
        array_agg(line.time_entry_id order by line.worked_on, line.part, line.time_entry_id),
        array_agg(time_entry_hash(line) order by line.worked_on, line.part, line.time_entry_id)
        into persons, rows, digests from fresh line;
      if persons is null then return null; end if;
      perform append_ledger_links('time_entry', persons, rows, digests);
      insert into person_month (project_id, person_id, month, state, changed_at)
        select line.project_id, line.person_id, to_char(line.worked_on, 'YYYY-MM'), 'oppen', max(line.recorded_at)
        from fresh line where line.project_id is not null group by 1, 2, 3 order by 1, 2, 3
        on conflict do nothing;
      return null;
    end $$;
    create function chain_month_events() returns trigger language plpgsql as $$
    declare
      persons uuid[]; rows uuid[]; digests bytea[];
    begin
      select array_agg(line.person_id order by line.month, line.happened_at, line.month_event_id),
        array_agg(line.month_event_id order by line.month, line.happened_at, line.month_event_id),
        array_agg(month_event_hash(line) order by line.month, line.happened_at, line.month_event_id)
        into persons, rows, digests from fresh line;
      if persons is not null then perform append_ledger_links('month_event', persons, rows, digests); end if;
      return null;
    end $$;
    drop trigger time_entry_chain on time_entry;
    drop trigger month_event_chain on month_event;
    drop function chain_time_entry();
    drop function chain_month_event();
    drop function append_ledger_link(uuid, text, uuid, bytea);
    create trigger time_entry_chain after insert on time_entry
      referencing new table as fresh for each statement execute function chain_time_entries();
    create trigger month_event_chain after insert on month_event
      referencing new table as fresh for each statement execute function chain_month_events();

    create function month_line(line time_entry) returns text language sql stable as $$
      select line.time_entry_id || ' ' || to_char(line.worked_on, 'YYYY-MM-DD') || ' ' || line.minutes || ' ' || line.time_type
    $$;
  `.execute(db)
}

/** What proves an hour is neither changed nor taken away; learning and evidence go only when a person is erased. */
async function closeHoles(db: Kysely<any>): Promise<void> {
  await sql`
    create function refuse_unless_erased() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from person where person_id = old.person_id and erased_at is not null) then return old; end if;
      raise exception 'Table % keeps its rows until the person is erased: % is refused', tg_table_name, tg_op
        using errcode = 'restrict_violation';
    end $$;
    create function refuse_if_credited() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from time_entry where source_kind = 'completion' and source_id = old.completion_id
          and project_id is not null) then
        raise exception 'Table % holds the evidence of time in a project: % is refused', tg_table_name, tg_op
          using errcode = 'restrict_violation';
      end if;
      return old;
    end $$;
    create trigger completion_no_delete before delete on completion for each row execute function refuse_unless_erased();
    create trigger completion_credited before delete on completion for each row execute function refuse_if_credited();
    create trigger evidence_no_delete before delete on evidence for each row execute function refuse_unless_erased();
    create trigger completion_no_truncate before truncate on completion for each statement execute function refuse_change();
    create trigger evidence_no_truncate before truncate on evidence for each statement execute function refuse_change();
    create trigger certificate_no_truncate before truncate on certificate for each statement execute function refuse_change();
    create trigger attendance_mark_no_truncate before truncate on attendance_mark for each statement execute function refuse_change();
    create trigger meeting_confirmation_no_truncate before truncate on meeting_confirmation for each statement execute function refuse_change();
    create trigger person_merge_no_truncate before truncate on person_merge for each statement execute function refuse_change();

    create function refuse_changed_batch() returns trigger language plpgsql as $$
    begin
      if old.state = 'klar' and (new.project_id, new.month, new.number, new.generation, new.state, new.row_count,
          new.reported_minutes, new.content_sha256) is distinct from (old.project_id, old.month, old.number,
          old.generation, old.state, old.row_count, old.reported_minutes, old.content_sha256) then
        raise exception 'Table % keeps what was exported: % is refused', tg_table_name, tg_op
          using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger export_batch_frozen before update on export_batch for each row execute function refuse_changed_batch();
    create trigger export_batch_no_delete before delete on export_batch for each row execute function refuse_change();
    create trigger export_batch_no_truncate before truncate on export_batch for each statement execute function refuse_change();
    create trigger project_month_no_delete before delete on project_month for each row execute function refuse_change();
    create trigger project_month_no_truncate before truncate on project_month for each statement execute function refuse_change();
    create trigger person_month_no_delete before delete on person_month for each row execute function refuse_change();
    create trigger person_month_no_truncate before truncate on person_month for each statement execute function refuse_change();
  `.execute(db)
}

export async function up(db: Kysely<any>): Promise<void> {
  await chainByStatement(db)
  await closeHoles(db)
  await sql`
    alter table project_month drop constraint project_month_state_check;
    alter table project_month
      add constraint project_month_state_check check (state in ('oppen', 'laser', 'last')),
      add column locking_total integer,
      add column locked_count integer not null default 0;
    alter table person_month add column person_month_id uuid not null default gen_random_uuid() unique;
    insert into person_month (project_id, person_id, month, state, changed_at)
      select project_id, person_id, to_char(worked_on, 'YYYY-MM'), 'oppen', max(recorded_at)
      from time_entry where project_id is not null group by 1, 2, 3 on conflict do nothing;
    alter table month_event drop constraint month_event_method_check;
    alter table month_event add constraint month_event_method_check
      check (method in ('egen', 'ledare', 'chef', 'koordinator', 'kontor', 'system'));
  `.execute(db)
}
