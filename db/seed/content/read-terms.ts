import { circleThrough, type CourseTerms, type RequirementGraph } from '~/domains/catalogue'
import type { ProblemList } from './problems'

interface TermReferences {
  courses: ReadonlySet<string>
  /** Codes of Westums kompetensram; undefined when it could not be read, and codes go unchecked. */
  competences: ReadonlySet<string> | undefined
  organisations: ReadonlySet<string>
}

/** Names what the terms of a course point at that is not there. */
export function checkTerms(
  course: { slug: string; terms: CourseTerms },
  references: TermReferences,
  { list, lineOf }: { list: ProblemList; lineOf: (path: PropertyKey[]) => number },
): void {
  const { prerequisites, access, schedule } = course.terms
  const add = (path: (string | number)[], message: string, remedy: string) =>
    list.add({ line: lineOf(path), field: path.join('.'), message, remedy })
  prerequisites.courses.forEach((slug, index) => {
    const path = ['prerequisites', 'courses', index]
    if (slug === course.slug) add(path, 'Kursen kräver sig själv.', 'Ta bort raden.')
    else if (!references.courses.has(slug)) add(path, `Kursen ${slug} finns inte.`, 'Rätta adressnamnet eller ta bort raden.')
  })
  prerequisites.competences.forEach(({ code }, index) => {
    if (references.competences?.has(code) === false)
      add(['prerequisites', 'competences', index, 'code'], `Kompetensen ${code} finns inte i Westums kompetensram.`, 'Rätta koden.')
  })
  access.organisations.forEach((slug, index) => {
    if (!references.organisations.has(slug))
      add(['access', 'organisations', index], `Organisationen ${slug} finns inte.`, 'Lägg till den i organisations.yaml.')
  })
  if (access.kind === 'organisationer' && access.organisations.length === 0)
    add(['access'], 'Ingen organisation är vald.', 'Lägg till organisations: med minst en organisation.')
  if (schedule.startsOn !== null && schedule.deadlineOn !== null && schedule.deadlineOn < schedule.startsOn)
    add(['schedule', 'deadlineOn'], 'Sista dagen ligger före startdagen.', 'Rätta en av dagarna.')
}

/** Names each course whose prerequisites go in a circle, with the way round; the courses that do. */
export function circlesIn(
  courses: readonly { slug: string; terms: CourseTerms }[],
  known: RequirementGraph,
): { slug: string; message: string }[] {
  const graph = new Map([...known, ...courses.map(({ slug, terms }) => [slug, terms.prerequisites.courses] as const)])
  return courses.flatMap(({ slug, terms }) => {
    const circle = circleThrough(slug, terms.prerequisites.courses, graph)
    return circle === undefined ? [] : [{ slug, message: `Förkunskaperna går i cirkel: ${circle.join(' → ')}.` }]
  })
}
