import { cellQuery, isMeasure } from './cell-query'
import { type CheckKind, countBreaches } from './checks'
import { isOfPeriod } from './count'
import { countedRows, type IndicatorCode, type IndicatorSource, onlyWithoutWork, sourceOf } from './definitions'
import {
  cellKey,
  type GenderColumn,
  genders,
  type IndicatorRecord,
  type IndicatorTable,
  type Measure,
  type PartKey,
} from './model'
import { type ChosenPeriod, halfYears, periodQuery, samePeriod } from './period'
import { courseOf, type MonthPoint } from './plan'
import { guardedTables } from './table'

/** What stands in a cell: a figure with the address query of its rows, a hidden figure, or nothing to be counted. */
export type Figure = { shown: true; value: number; query: string } | { shown: false }

export interface IndicatorRow {
  code: IndicatorCode | Measure
  source: IndicatorSource | 'rest' | 'no-meaning'
  /** By gender; a figure that is not counted by gender has the first alone. Empty when the portal holds none. */
  figures: Figure[]
}

export interface PartRow {
  part: PartKey
  /** Name of the partner or municipality; null for records without a municipality. */
  name: string | null
  figures: Figure[]
}

export interface IndicatorsPage {
  project: PageProject
  chosen: ChosenPeriod
  periods: { from: string; to: string; query: string; active: boolean; whole: boolean }[]
  query: string
  everyone: number
  totalOnly: number
  minutes: number
  rows: IndicatorRow[]
  measure: Measure
  partners: PartRow[]
  municipalities: PartRow[]
  course: MonthPoint[]
  plans: PartnerPlan[]
  checks: { kind: CheckKind; count: number }[]
}

export interface PageProject {
  diarienr: string
  name: string
  startsOn: string
  endsOn: string
  plannedParticipants: number
  selfStudyEligible: boolean
}

/** What a partner has aimed at and reached in the whole project; null where nothing is aimed at. */
export interface PartnerPlan {
  name: string
  participants: Figure
  participantsTarget: number | null
  minutes: number
  hoursTarget: number | null
}

export interface IndicatorFacts {
  records: readonly IndicatorRecord[]
  hours: readonly { month: string; partner: string | null; minutes: number; selfStudyMinutes: number }[]
  targets: readonly { partner: string; measure: string; target: number }[]
}

/** A cell of the table as a reader meets it. The whole of EECO01 holds every record, incomplete ones too. */
export function figureOf(
  table: IndicatorTable,
  cell: { measure: Measure; gender: GenderColumn; part: PartKey },
  query: string,
): Figure {
  if (cell.measure === 'EECO01' && cell.gender === 'alla' && cell.part === 'alla') {
    return { shown: true, value: table.everyone, query: cellQuery(cell, query) }
  }
  const found = table.cells.get(cellKey(cell.measure, cell.part, cell.gender))
  if (found?.hidden === true) return { shown: false }
  return { shown: true, value: found?.value ?? 0, query: cellQuery(cell, query) }
}

function organisationsOf(code: 'EECO18' | 'EECO19', records: readonly IndicatorRecord[]): number {
  if (code === 'EECO18') return new Set(records.filter((one) => one.isPublic).map((one) => one.partner)).size
  return new Set(records.flatMap((one) => one.smallEmployer ?? [])).size
}

function rowsOf(table: IndicatorTable, ofPeriod: readonly IndicatorRecord[], query: string): IndicatorRow[] {
  const withoutWork = ofPeriod.some(({ labourStatus }) => labourStatus === 'unemployed' || labourStatus === 'inactive')
  return countedRows.map((code) => {
    const byGender = (measure: Measure) =>
      genders.map((gender) => figureOf(table, { measure, gender, part: 'alla' }, query))
    if (code === 'labour-unknown' || code === 'age-30-54' || code === 'age-unknown' || code === 'left') {
      return { code, source: 'rest', figures: byGender(code) }
    }
    const source = sourceOf(code)
    if (isMeasure(code)) return { code, source, figures: byGender(code) }
    if (code === 'EECO18' || code === 'EECO19') {
      return { code, source, figures: [{ shown: true, value: organisationsOf(code, ofPeriod), query: '' }] }
    }
    return { code, source: onlyWithoutWork.includes(code) && !withoutWork ? 'no-meaning' : source, figures: [] }
  })
}

function partRows(table: IndicatorTable, records: readonly IndicatorRecord[], measure: Measure, query: string) {
  const columns = measure === 'EECO01' ? genders : (['alla'] as const)
  const row = (part: PartKey, name: string | null): PartRow => ({
    part,
    name,
    figures: columns.map((gender) => figureOf(table, { measure, gender, part }, query)),
  })
  const open = records.filter((record) => !record.isProtected)
  const partners = new Map(open.map((record) => [record.partner, record.partnerName]))
  const places = new Map(open.map((record) => [record.municipality ?? 'ingen', record.municipalityName]))
  const byName = ([, one]: [string, string | null], [, other]: [string, string | null]) =>
    (one ?? 'öö').localeCompare(other ?? 'öö', 'sv')
  return {
    partners: [...partners].toSorted(byName).map(([slug, name]) => row(`part:${slug}`, name)),
    municipalities: [...places].toSorted(byName).map(([code, name]) => row(`kommun:${code}`, name)),
  }
}

function plansOf(whole: IndicatorTable, facts: IndicatorFacts): PartnerPlan[] {
  const target = (partner: string, measure: string) =>
    facts.targets.find((one) => one.partner === partner && one.measure === measure)?.target ?? null
  return partRows(whole, facts.records, 'EECO01', '').partners.map(({ part, name, figures: [figure] }) => {
    const slug = part.slice('part:'.length)
    return {
      name: name ?? slug,
      participants: figure ?? { shown: false },
      participantsTarget: target(slug, 'deltagare'),
      minutes: facts.hours.filter((line) => line.partner === slug).reduce((sum, line) => sum + line.minutes, 0),
      hoursTarget: target(slug, 'timmar'),
    }
  })
}

/** The page of a project's indicators for a period; `measure` is what the tables by partner and municipality count. */
export function indicatorsPageOf(
  project: PageProject,
  facts: IndicatorFacts,
  chosen: ChosenPeriod,
  measure: Measure,
): IndicatorsPage {
  const { period } = chosen
  const tables = guardedTables(facts.records, project)
  const table = tables(period)
  const ofPeriod = facts.records.filter((record) => isOfPeriod(record, period))
  const query = periodQuery(period, project)
  const whole = { from: project.startsOn, to: project.endsOn }
  const months = { from: period.from.slice(0, 7), to: period.to.slice(0, 7) }
  const inPeriod = facts.hours.filter(({ month }) => months.from <= month && month <= months.to)
  return {
    project,
    chosen,
    periods: [whole, ...halfYears(project)].map((one, index) => ({
      ...one,
      query: periodQuery(one, project),
      active: samePeriod(one, period),
      whole: index === 0,
    })),
    query,
    everyone: table.everyone,
    totalOnly: table.totalOnly,
    minutes: inPeriod.reduce((sum, line) => sum + line.minutes, 0),
    rows: rowsOf(table, ofPeriod, query),
    measure,
    ...partRows(table, facts.records, measure, query),
    course: courseOf(project, facts.records, facts.hours),
    plans: plansOf(tables(whole), facts),
    checks: countBreaches(facts.records, project),
  }
}
