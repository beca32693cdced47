import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    alter table project
      add column attestation boolean not null default true,
      add column attended_percent integer not null default 80 check (attended_percent between 1 and 100),
      add column daily_cap_minutes integer not null default 780 check (daily_cap_minutes between 60 and 1440),
      add column report_due_days integer not null default 28 check (report_due_days between 1 and 90),
      add column final_payment_on date,
      add column retention_years integer check (retention_years between 1 and 50),
      add column legal_hold boolean not null default false,
      add column legal_hold_reason text,
      add column settings_changed_at timestamptz;
    alter table partner
      add column starts_on date,
      add column ends_on date,
      add column attestation boolean,
      add constraint partner_dates check (ends_on is null or starts_on is null or ends_on >= starts_on);
    create table local_goal (
      local_goal_id uuid primary key default gen_random_uuid(),
      project_id uuid not null,
      organisation_id uuid not null,
      wording text not null check (wording <> ''),
      measure text not null check (measure in ('deltagare', 'timmar', 'avslut')),
      target integer not null check (target > 0),
      competence_codes text[] not null default '{}',
      level integer check (level between 1 and 4),
      due_on date not null,
      created_at timestamptz not null,
      closed_at timestamptz,
      foreign key (project_id, organisation_id) references partner (project_id, organisation_id)
    );
    create index local_goal_partner on local_goal (project_id, organisation_id);
    create table aid_form (
      aid_form_id uuid primary key default gen_random_uuid(),
      project_id uuid not null references project,
      organisation_id uuid not null references organisation,
      basis text not null check (basis in ('de-minimis', 'gber-31', 'inget-stod')),
      is_sme boolean not null,
      signatory text not null check (signatory <> ''),
      amount_ore bigint not null default 0 check (amount_ore >= 0),
      status text not null check (status in ('saknas', 'skickad', 'undertecknad')),
      sent_on date,
      signed_on date,
      valid_until date,
      note text,
      changed_at timestamptz not null,
      unique (project_id, organisation_id),
      check (status <> 'undertecknad' or signed_on is not null)
    );
    create table retention_rule (
      retention_rule_id text primary key,
      subject text not null,
      keeps_from text not null check (keeps_from in ('slutbetalning', 'handelse')),
      keep_days integer,
      fund_evidence boolean not null,
      source text not null,
      changed_at timestamptz not null default now()
    );
  `.execute(db)
}
