import { sql } from 'kysely'
import type { ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { PersonMonthState, ProjectMonthState } from '../months/model'

export interface MonthOverview {
  month: string
  state: ProjectMonthState
  generation: number
  mustResend: boolean
  participants: number
  /** How many person-months there are in each state. */
  states: Record<PersonMonthState, number>
  minutes: number
  /** Minutes that came to locked person-months after the lock. */
  lateMinutes: number
  /** Minutes of the frozen figures of the newest lock, as reported. */
  reportedMinutes: number | null
}

/** The months of a project that hold time, the newest first. */
export async function listProjectMonths(db: Db, projectId: ProjectId): Promise<MonthOverview[]> {
  const { rows } = await sql<MonthOverview>`
    with sums as materialized (
      select to_char(worked_on, 'YYYY-MM') as month, person_id, sum(minutes)::int as minutes
      from time_entry where project_id = ${projectId} group by 1, 2
    )
    select standing.month, coalesce(locked.state, 'oppen') as state, coalesce(locked.generation, 0) as generation,
      coalesce(locked.must_resend, false) as "mustResend", count(*)::int as participants,
      json_build_object(
        'oppen', count(*) filter (where standing.state = 'oppen'),
        'rattad', count(*) filter (where standing.state = 'rattad'),
        'signerad', count(*) filter (where standing.state = 'signerad'),
        'attesterad', count(*) filter (where standing.state = 'attesterad'),
        'last', count(*) filter (where standing.state = 'last'),
        'exporterad', count(*) filter (where standing.state = 'exporterad')) as states,
      coalesce(sum(sums.minutes), 0)::int as minutes,
      coalesce(sum(coalesce(sums.minutes, 0) - coalesce(figure.registered_minutes, 0))
        filter (where standing.state in ('last', 'exporterad')), 0)::int as "lateMinutes",
      sum(figure.reported_minutes)::int as "reportedMinutes"
    from person_month standing
    join participation record on record.project_id = standing.project_id and record.person_id = standing.person_id
      and record.merged_into is null
    left join project_month locked on locked.project_id = standing.project_id and locked.month = standing.month
    left join sums on sums.month = standing.month and sums.person_id = standing.person_id
    left join month_figure figure on figure.project_id = standing.project_id and figure.month = standing.month
      and figure.person_id = standing.person_id and figure.generation = locked.generation
    where standing.project_id = ${projectId}
    group by standing.month, locked.state, locked.generation, locked.must_resend
    order by standing.month desc`.execute(db)
  return rows
}
