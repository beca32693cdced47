import type { OrganisationId, PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'

export interface FigureWish {
  personId: PersonId
  participationId: string
  partnerId: OrganisationId
  minutes: number
  reportedMinutes?: number
  entryOn?: string
  exitOn?: string | null
}

/** A month that is locked, with these frozen figures and person-months; a repeat is the next lock of the month. */
export async function makeFrozenMonth(
  db: Db,
  wish: { projectId: ProjectId; month: string; figures: readonly FigureWish[]; at?: Date },
): Promise<{ generation: number }> {
  const at = wish.at ?? new Date('2025-04-02T08:00:00Z')
  const { projectId, month } = wish
  const { generation } = await db
    .insertInto('project_month')
    .values({ project_id: projectId, month, state: 'last', generation: 1, changed_at: at, changed_by: null })
    .onConflict((conflict) =>
      conflict
        .columns(['project_id', 'month'])
        .doUpdateSet((eb) => ({ state: 'last', generation: eb('project_month.generation', '+', 1) })),
    )
    .returning('generation')
    .executeTakeFirstOrThrow()
  if (wish.figures.length === 0) return { generation }
  await db
    .insertInto('month_figure')
    .values(
      wish.figures.map((figure) => ({
        project_id: projectId,
        month,
        generation,
        person_id: figure.personId,
        participation_id: figure.participationId,
        partner_id: figure.partnerId,
        employer_id: figure.partnerId,
        municipality_code: null,
        entry_on: figure.entryOn ?? '2023-09-01',
        exit_on: figure.exitOn ?? null,
        registered_minutes: figure.minutes,
        reportable_minutes: figure.minutes,
        reported_minutes: figure.reportedMinutes ?? Math.floor(figure.minutes / 60) * 60,
        entry_count: 1,
        lines_sha256: 'ab'.repeat(32),
        frozen_at: at,
      })),
    )
    .execute()
  await db
    .insertInto('person_month')
    .values(
      wish.figures.map(({ personId }) => ({
        project_id: projectId,
        person_id: personId,
        month,
        state: 'last' as const,
        changed_at: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['project_id', 'month', 'person_id']).doUpdateSet({ state: 'last' }))
    .execute()
  return { generation }
}
