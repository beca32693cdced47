import { sql } from 'kysely'
import type { PersonId, ProjectId } from '~/shared/ids'
import type { Tx } from '~db/schema'
import { holdNumbers, insertBatch } from './report-batch.server'

/**
 * Puts the files of this month and of every later month that has been sent in the queue, in month order, each with a
 * number of its own: correcting a month means sending every later one again. A month that is queued already stays as
 * it is, so a repeat changes nothing. Answers how many were queued.
 */
export async function queueReexports(
  tx: Tx,
  projectId: ProjectId,
  fromMonth: string,
  at: Date,
  actorId: PersonId,
): Promise<number> {
  await holdNumbers(tx, projectId)
  const sent = await tx
    .selectFrom('export_batch as b')
    .where('b.project_id', '=', projectId)
    .where('b.month', '>=', fromMonth)
    .where('b.state', '=', 'klar')
    .where('b.superseded_by', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('export_batch as queued')
            .whereRef('queued.project_id', '=', 'b.project_id')
            .whereRef('queued.month', '=', 'b.month')
            .where('queued.state', '=', 'koad')
            .select('queued.number'),
        ),
      ),
    )
    .select(['b.month', 'b.generation', 'b.template', 'b.template_version'])
    .orderBy('b.month')
    .execute()
  for (const file of sent) {
    await insertBatch(tx, {
      projectId,
      month: file.month,
      generation: file.generation,
      template: file.template,
      templateVersion: file.template_version,
      createdBy: actorId,
      createdAt: at,
    })
  }
  return sent.length
}

/** Locked months after this one whose files were sent must be sent again. */
export async function markLaterMonths(
  tx: Tx,
  projectId: ProjectId,
  month: string,
  at: Date,
  actorId: PersonId,
): Promise<void> {
  await tx
    .updateTable('project_month')
    .set({ must_resend: true, changed_at: at, changed_by: actorId })
    .where('project_id', '=', projectId)
    .where('month', '>', month)
    .where(
      sql<boolean>`exists (select 1 from export_batch where export_batch.project_id = project_month.project_id
        and export_batch.month = project_month.month and export_batch.state = 'klar')`,
    )
    .execute()
}
