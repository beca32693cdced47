import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table certificate (
      certificate_id uuid primary key default gen_random_uuid(),
      code text not null unique check (code ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
      person_id uuid not null references person,
      completion_id uuid not null unique references completion,
      document jsonb not null,
      document_sha256 text not null,
      issued_at timestamptz not null
    );
    create index certificate_person on certificate (person_id, issued_at desc);
    create trigger certificate_append_only before update or delete on certificate for each row execute function refuse_change();
    create table certificate_file (
      certificate_id uuid primary key references certificate,
      bytes bytea not null,
      sha256 text not null,
      rendered_at timestamptz not null
    );
    create trigger certificate_file_append_only before update or delete on certificate_file for each row execute function refuse_change();
    create table outbox (
      outbox_id uuid primary key default gen_random_uuid(),
      person_id uuid not null references person,
      kind text not null,
      source_id uuid not null,
      payload jsonb not null,
      created_at timestamptz not null,
      read_at timestamptz,
      unique (kind, source_id)
    );
    create index outbox_person on outbox (person_id, created_at desc);
  `.execute(db)
}
