import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create table report_template (
      template text not null,
      version text not null,
      mapping jsonb not null,
      content_sha256 text not null,
      first_seen_at timestamptz not null,
      primary key (template, version)
    );
    create trigger report_template_append_only before update or delete on report_template for each row execute function refuse_change();
    create trigger report_template_no_truncate before truncate on report_template for each statement execute function refuse_change();
  `.execute(db)
}
