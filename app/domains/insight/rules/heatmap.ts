import { type Framework, areaLevelOf, baselineOf, levelOf, levels } from '~/domains/competence'
import type {
  FacetChoice,
  Heatmap,
  HeatmapCell,
  HeatmapColumn,
  StaffEmployment,
  StaffFacts,
  StaffFilter,
} from '../model'

/** Sums over fewer people than this would tell of single persons. */
export const SMALLEST_GROUP = 5

function columnsOf(framework: Framework, area: string | null): HeatmapColumn[] {
  const opened = framework.areas.find((one) => one.code === area)
  if (opened !== undefined) {
    return opened.competences.map(({ code, name }) => ({ code, name, codes: [code] }))
  }
  return framework.areas.map(({ code, name, competences }) => ({
    code,
    name,
    codes: competences.map((one) => one.code),
  }))
}

function cellOf(person: StaffFacts, column: HeatmapColumn): HeatmapCell {
  const byCompetence = column.codes.map((code) => person.evidence.filter((item) => item.code === code))
  const held = byCompetence.map((evidence) => levelOf(evidence).level)
  const rose = byCompetence.some((evidence, index) => {
    const level = held[index] ?? 0
    return level > (baselineOf(evidence, person.since) ?? level)
  })
  const { level, confirmed } = areaLevelOf(held)
  return { level, confirmed, rose }
}

function matches(employment: StaffEmployment, filter: Omit<StaffFilter, 'area'>): boolean {
  return (
    (filter.municipality === null || employment.municipality?.code === filter.municipality) &&
    (filter.job === null || employment.job === filter.job) &&
    (filter.schoolForm === null || employment.schoolForm === filter.schoolForm)
  )
}

/** Whether the filter looks at where or as what people work. */
function narrows(filter: StaffFilter): boolean {
  return filter.municipality !== null || filter.job !== null || filter.schoolForm !== null
}

/**
 * Protected persons stand in the whole list by alias and in no narrowed one: to find an alias under a municipality, a
 * job or a school form would tell where the person works.
 */
function inFilter(staff: readonly StaffFacts[], filter: StaffFilter): StaffFacts[] {
  if (!narrows(filter)) return [...staff]
  return staff.filter((person) => !person.protected && person.employments.some((one) => matches(one, filter)))
}

function facet(
  staff: readonly StaffFacts[],
  filter: StaffFilter,
  choiceOf: (employment: StaffEmployment) => { value: string; label: string } | null,
): FacetChoice[] {
  const choices = new Map<string, FacetChoice>()
  for (const person of staff) {
    if (person.protected) continue
    const seen = new Set<string>()
    for (const employment of person.employments) {
      const choice = matches(employment, filter) ? choiceOf(employment) : null
      if (choice === null || seen.has(choice.value)) continue
      seen.add(choice.value)
      const before = choices.get(choice.value)
      choices.set(choice.value, { ...choice, count: (before?.count ?? 0) + 1 })
    }
  }
  return [...choices.values()].toSorted((a, b) => a.label.localeCompare(b.label, 'sv'))
}

function atLeastOf(cells: readonly HeatmapCell[][], columns: readonly HeatmapColumn[]): number[][] | null {
  if (cells.length < SMALLEST_GROUP) return null
  return columns.map((_, column) =>
    levels.map((level) => cells.filter((row) => (row[column]?.level ?? 0) >= level).length),
  )
}

/**
 * The principal's picture: the staff by name against areas, or against the competences of one area. Nothing ranks.
 * Cells are for those who share; sums count those alone, and only from five of them.
 */
export function heatmapOf(framework: Framework, staff: readonly StaffFacts[], filter: StaffFilter): Heatmap {
  const columns = columnsOf(framework, filter.area)
  const people = inFilter(staff, filter).toSorted((a, b) => a.sortName.localeCompare(b.sortName, 'sv'))
  const rows = people.map((person) => ({
    personId: person.personId,
    name: person.name,
    cells: person.shared ? columns.map((column) => cellOf(person, column)) : null,
  }))
  const cells = rows.flatMap((row) => (row.cells === null ? [] : [row.cells]))
  const { municipality, job, schoolForm } = filter
  return {
    columns,
    rows,
    shared: cells.length,
    notShared: rows.length - cells.length,
    protectedLeftOut: narrows(filter) && staff.some((person) => person.protected),
    compared: people.some((person) => person.shared && person.since !== null),
    atLeast: atLeastOf(cells, columns),
    facets: {
      municipality: facet(staff, { municipality: null, job, schoolForm, area: null }, (one) =>
        one.municipality === null ? null : { value: one.municipality.code, label: one.municipality.name },
      ),
      job: facet(staff, { municipality, job: null, schoolForm, area: null }, (one) => ({
        value: one.job,
        label: one.job,
      })),
      schoolForm: facet(staff, { municipality, job, schoolForm: null, area: null }, (one) => ({
        value: one.schoolForm,
        label: one.schoolForm,
      })),
    },
  }
}
