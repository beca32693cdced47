import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table feedback (
      feedback_id uuid primary key default gen_random_uuid(),
      message text not null check (message <> '' and length(message) <= 4000),
      contact text,
      created_at timestamptz not null
    );
    create index feedback_created on feedback (created_at desc);
  `.execute(db)
}
