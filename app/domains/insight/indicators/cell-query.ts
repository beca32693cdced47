import { type GenderColumn, type Measure, measures, type PartKey } from './model'

/** The query that opens a cell: its measure, gender and part, and the period. */
export function cellQuery(cell: { measure: Measure; gender: GenderColumn; part: PartKey }, period: string): string {
  const query = new URLSearchParams({ indikator: cell.measure })
  if (cell.gender !== 'alla') query.set('kon', cell.gender)
  if (cell.part !== 'alla') query.set('part', cell.part.slice(cell.part.indexOf(':') + 1))
  return `?${[query.toString(), period].filter((text) => text !== '').join('&')}`
}

export function isMeasure(text: string): text is Measure {
  return measures.some((measure) => measure === text)
}

/** The cell of an address, with the part as it was written; undefined when there is no such indicator. */
export function readCell(
  query: URLSearchParams,
): { measure: Measure; gender: GenderColumn; part: string | null } | undefined {
  const measure = query.get('indikator') ?? 'EECO01'
  const gender = query.get('kon') ?? 'alla'
  if (!isMeasure(measure) || (gender !== 'alla' && gender !== 'kvinna' && gender !== 'man')) return undefined
  return { measure, gender, part: query.get('part') }
}
