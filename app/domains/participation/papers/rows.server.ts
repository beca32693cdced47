import type { PersonId, ProjectId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { listPaperLines } from '../store/papers-lines.server'
import { listMonthRows } from '../store/papers-months.server'
import type { After, MonthRow, PaperLine } from './model'

const ROWS = 1_000
const PEOPLE = 250

/** The person-months of these months in pieces, by month and name; their number never matters for the memory. */
export async function* monthRows(
  db: Db,
  projectId: ProjectId,
  months: readonly string[],
  { size = ROWS, personId }: { size?: number; personId?: PersonId | undefined } = {},
): AsyncGenerator<MonthRow[]> {
  for (const month of months) {
    let after: After
    for (;;) {
      const rows = await listMonthRows(db, projectId, month, { after, size, personId })
      const last = rows.at(-1)
      if (last !== undefined) yield rows.map(({ sort: _, ...row }) => row)
      if (last === undefined || rows.length < size) break
      after = { sort: last.sort, personId: last.personId }
    }
  }
}

export interface PersonMonthPaper {
  row: MonthRow
  lines: PaperLine[]
}

/** The same person-months with their lines, some people at a time. */
export async function* monthPapers(
  db: Db,
  projectId: ProjectId,
  months: readonly string[],
  wish: { personId?: PersonId | undefined } = {},
): AsyncGenerator<PersonMonthPaper[]> {
  for await (const rows of monthRows(db, projectId, months, { ...wish, size: PEOPLE })) {
    const month = rows[0]?.month ?? ''
    const lines = await listPaperLines(
      db,
      projectId,
      month,
      rows.map(({ personId }) => personId),
    )
    const byPerson = new Map<PersonId, PaperLine[]>()
    for (const line of lines) byPerson.set(line.personId, [...(byPerson.get(line.personId) ?? []), line])
    yield rows.map((row) => ({ row, lines: byPerson.get(row.personId) ?? [] }))
  }
}
