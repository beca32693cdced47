import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from '~/shared/csv'
import type { ProjectId } from '~/shared/ids'
import { overviewOf } from '../hours-view'
import type { LedgerEntry } from '../model'
import { cellsOf } from '../reports/file'
import type { ReportTemplate } from '../reports/model'
import { readTemplate } from '../reports/template'
import { type MonthSum, type ReportingRule, sumMonths, totalOf } from './months'

const people = [0, 1, 2, 3, 4]
const partners = [0, 1]
const partnerOf = (person: number) => person % partners.length
const read = readTemplate(readFileSync('content/reports/scb-manad.yaml', 'utf8'))
if (!read.ok) throw new Error('The template of the project is broken')
const inHours: ReportTemplate = { ...read.template, columns: [{ field: 'tid', heading: 'Antal timmar' }] }
const inMinutes: ReportTemplate = { ...inHours, hours: { unit: 'minuter', decimals: 0 } }

interface Line {
  person: number
  entry: LedgerEntry
}

const line = fc.record({
  person: fc.constantFrom(...people),
  day: fc.integer({ min: 0, max: 150 }),
  minutes: fc.integer({ min: 1, max: 480 }),
  timeType: fc.constantFrom('schemalagd', 'sjalvstudier', 'forberedelse', 'studiebesok', 'resa'),
  project: fc.constantFrom('a', 'b', null),
  /** The minutes of a correction, 0 for a line that is taken away; undefined for one that stands. */
  corrected: fc.option(fc.integer({ min: 0, max: 480 }), { nil: undefined, freq: 4 }),
})
const rules = fc.record({
  rounding: fc.constantFrom('floor_hours', 'minutes'),
  selfStudyEligible: fc.boolean(),
})

/** The rows that the product writes: a line, and for a correction its contra entry and the new one. */
function rowsOf({
  person,
  day,
  minutes,
  timeType,
  project,
  corrected,
}: typeof line extends fc.Arbitrary<infer T> ? T : never) {
  const workedOn = new Date(Date.UTC(2024, 10, 15 + day)).toISOString().slice(0, 10)
  const entry: LedgerEntry = {
    timeEntryId: '',
    projectId: project as ProjectId | null,
    projectName: project,
    workedOn,
    minutes,
    timeType,
    title: '',
    outsideReason: null,
    reason: null,
    recordedAt: new Date(0),
    courseId: null,
    round: null,
    courseSlug: null,
    courseTitle: null,
    lectureSlug: null,
  }
  const amounts = corrected === undefined ? [minutes] : [minutes, -minutes, ...(corrected > 0 ? [corrected] : [])]
  return amounts.map((amount): Line => ({ person, entry: { ...entry, minutes: amount } }))
}

const add = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

/** What the file of each month says was reported, read back from its text. */
function exported(monthsOf: ReadonlyMap<number, MonthSum[]>, month: string, rule: ReportingRule): number {
  const template = rule.rounding === 'minutes' ? inMinutes : inHours
  const subject = { diarienr: 'a', projectName: 'a', month, number: 1, rounding: rule.rounding }
  const text = [...monthsOf.values()]
    .flatMap((months) => months.filter((one) => one.month === month))
    .map(({ reported }) => ({
      digits: null,
      isProtected: false,
      startsOn: null,
      endsOn: null,
      reportedMinutes: reported,
    }))
    .map((one) => csvLine(cellsOf(template, subject, one), template.separator))
    .join('')
  const cells = text.split('\r\n').filter((cell) => cell !== '')
  return add(cells.map(Number)) * (rule.rounding === 'minutes' ? 1 : 60)
}

/** Another way to the same sum: minute by minute of the rows, without the product's rules. */
function byHand(rows: readonly Line[], rule: ReportingRule): number {
  const sums: Record<string, number> = {}
  for (const { person, entry } of rows) {
    if (entry.timeType === 'sjalvstudier' && !rule.selfStudyEligible) continue
    const key = `${person} ${entry.workedOn.slice(0, 7)}`
    sums[key] = (sums[key] ?? 0) + entry.minutes
  }
  return add(Object.values(sums).map((sum) => (rule.rounding === 'minutes' ? sum : sum - (sum % 60))))
}

test('in 10 000 random ledgers the sums of person, month, partner, project and file agree', { timeout: 90_000 }, () => {
  let ledgers = 0
  const property = fc.property(fc.array(line, { maxLength: 30 }), rules, (lines, rule) => {
    ledgers += 1
    const rows = lines.flatMap(rowsOf)
    const inProject = rows.filter(({ entry }) => entry.projectId === 'a')
    const monthsOf = new Map(
      people.map((person) => [
        person,
        sumMonths(
          inProject.filter((row) => row.person === person).map(({ entry }) => entry),
          rule,
        ),
      ]),
    )
    const all = [...monthsOf.values()].flat()
    const project = totalOf(all)
    const byPartner = partners.map((partner) =>
      totalOf([...monthsOf].filter(([person]) => partnerOf(person) === partner).flatMap(([, months]) => months)),
    )
    const months = [...new Set(all.map(({ month }) => month))]
    const byMonth = months.map((month) => totalOf(all.filter((one) => one.month === month)))
    const settings = [{ projectId: 'a', projectName: 'a', ...rule }]
    const pages = people.map((person) =>
      overviewOf(
        rows.filter((row) => row.person === person).map(({ entry }) => entry),
        settings,
      ),
    )
    const byPerson = pages.flatMap((page) => page.projects)

    expect(project.registered).toBe(add(inProject.map(({ entry }) => entry.minutes)))
    expect(project.reported).toBe(byHand(inProject, rule))
    for (const key of ['registered', 'reportable', 'reported'] as const) {
      expect(add(byPartner.map((sum) => sum[key]))).toBe(project[key])
      expect(add(byMonth.map((sum) => sum[key]))).toBe(project[key])
    }
    expect(add(byPerson.map(({ registered }) => registered))).toBe(project.registered)
    expect(add(byPerson.map(({ reported }) => reported))).toBe(project.reported)
    for (const { registered, reported, waiting, left } of byPerson) expect(reported + waiting + left).toBe(registered)
    for (const page of pages) {
      expect(add(page.months.map((month) => month.inProject + month.outside))).toBe(page.total)
    }
    for (const [index, month] of months.entries()) {
      expect(exported(monthsOf, month, rule)).toBe(byMonth[index]?.reported)
    }
  })
  fc.assert(property, { numRuns: 10_000, seed: 22_035 })
  expect(ledgers).toBe(10_000)
})
