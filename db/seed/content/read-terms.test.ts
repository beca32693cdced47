import { expect, test } from 'vitest'
import { courseTerms } from '~/domains/catalogue'
import { courseFile } from './formats'
import { problemLine, ProblemList } from './problems'
import { checkTerms, circlesIn } from './read-terms'
import { readYaml } from './read-yaml'

const references = {
  courses: new Set(['denna', 'annan']),
  competences: new Set(['K1.1']),
  organisations: new Set(['lysekil']),
}
const parts = courseFile.pick({ prerequisites: true, validity: true, access: true, schedule: true })

/** What is said of these lines of a course's file. */
function faultsOf(source: string): string[] {
  const list = new ProblemList('course.yaml')
  const read = readYaml(source, parts, list)
  if (read !== undefined) {
    checkTerms({ slug: 'denna', terms: courseTerms.parse(read.value) }, references, { list, lineOf: read.lineOf })
  }
  return list.problems.map(problemLine)
}

test('a file that says nothing of terms, and one that says all, have no faults', () => {
  expect(faultsOf('{}')).toEqual([])
  expect(
    faultsOf(`prerequisites:
  rule: kravs
  courses: [annan]
  competences: [{ code: K1.1, level: 2 }]
validity: { months: 24, remindDays: 14 }
access: { kind: organisationer, organisations: [lysekil] }
schedule: { startsOn: 2025-03-01, deadlineOn: 2025-05-31, afterDeadline: stangd, cohortsOnly: true }`),
  ).toEqual([])
})

test.each([
  ['prerequisites:\n  courses: [annan, saknas]', 'course.yaml:2 prerequisites.courses.1: Kursen saknas finns inte.'],
  ['prerequisites:\n  courses: [denna]', 'course.yaml:2 prerequisites.courses.0: Kursen kräver sig själv.'],
  ['prerequisites:\n  rule: kanske', 'course.yaml:2 prerequisites.rule: Värdet finns inte i ordlistan.'],
  ['prerequisites:\n  competences:\n    - { code: K9.9, level: 1 }', 'Kompetensen K9.9 finns inte'],
  ['validity: { months: 0 }', 'course.yaml:1 validity.months: Värdet är för litet'],
  ['validity: { manader: 12 }', 'Fältet manader finns inte i formatet.'],
  ['access:\n  kind: organisationer', 'course.yaml:2 access: Ingen organisation är vald.'],
  ['access:\n  organisations: [oslo]', 'Organisationen oslo finns inte.'],
  ['schedule: { startsOn: 2025-05-01, deadlineOn: 2025-04-01 }', 'Sista dagen ligger före startdagen.'],
])('%s is named by line and field', (source, sentence) => {
  expect(faultsOf(source)).toEqual([expect.stringContaining(sentence)])
})

test('courses in a circle are named with the way round, also by way of one that is stored', () => {
  const course = (slug: string, courses: string[]) => ({ slug, terms: courseTerms.parse({ prerequisites: { courses } }) })
  expect(circlesIn([course('a', ['b']), course('b', ['c']), course('d', ['a'])], new Map([['c', ['a']]]))).toEqual([
    { slug: 'a', message: 'Förkunskaperna går i cirkel: a → b → c → a.' },
    { slug: 'b', message: 'Förkunskaperna går i cirkel: b → c → a → b.' },
  ])
})
