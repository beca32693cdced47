import type { Figure, IndicatorsPage } from './page'
import { type GenderColumn, genders, type IndicatorRecord, type Measure, measures, type PartKey } from './model'
import { figureOf, type PageProject } from './page'
import type { ChosenPeriod } from './period'
import { guardedTables } from './table'

/** One line of the file: an indicator for everybody, a partner or a municipality. */
export interface FileLine {
  code: IndicatorsPage['rows'][number]['code']
  source: IndicatorsPage['rows'][number]['source']
  kind: 'whole' | 'partner' | 'municipality'
  part: string | null
  /** By `genders`: a number, hidden, or nothing to be counted. */
  values: (number | 'hidden' | null)[]
}

const valueOf = (figure: Figure | undefined) => (figure === undefined ? null : figure.shown ? figure.value : 'hidden')

/** Every table of a period as lines with the same columns: the page's rows, then each measure by partner and municipality. */
export function fileLines(
  page: Pick<IndicatorsPage, 'rows'>,
  records: readonly IndicatorRecord[],
  project: PageProject,
  chosen: ChosenPeriod,
): FileLine[] {
  const table = guardedTables(records, project)(chosen.period)
  const open = records.filter((record) => !record.isProtected)
  const parts = [
    ...new Map(open.map(({ partner, partnerName }) => [`part:${partner}`, partnerName as string | null])),
    ...new Map(open.map((one) => [`kommun:${one.municipality ?? 'ingen'}`, one.municipalityName])),
  ]
  const whole = page.rows.map(({ code, source, figures }): FileLine => {
    const values = genders.map((_, index) => valueOf(figures[index]))
    return { code, source, kind: 'whole', part: null, values }
  })
  const byPart = measures.flatMap((measure: Measure) =>
    parts.map(([part, name]): FileLine => {
      const key = part as PartKey
      const value = (gender: GenderColumn) =>
        gender === 'alla' || measure === 'EECO01' ? valueOf(figureOf(table, { measure, gender, part: key }, '')) : null
      const source = page.rows.find(({ code }) => code === measure)?.source ?? 'portal'
      const kind = part.startsWith('part:') ? 'partner' : 'municipality'
      return { code: measure, source, kind, part: name, values: genders.map(value) }
    }),
  )
  return [...whole, ...byPart]
}
