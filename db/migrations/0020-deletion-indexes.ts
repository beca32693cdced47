import { type Kysely, sql } from 'kysely'

/** A row that goes asks every table that may point at it; without these each answer reads the whole table. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`
    create index month_figure_participation on month_figure (participation_id);
    create index participation_merged_into on participation (merged_into) where merged_into is not null;
    create index participant_import_row_participation on participant_import_row (participation_id);
    create index identity_number_replaced_by on identity_number (replaced_by) where replaced_by is not null;
    create index export_line_identity_number on export_line (identity_number_id) where identity_number_id is not null;
    create index export_batch_superseded_by on export_batch (superseded_by) where superseded_by is not null;
  `.execute(db)
}
