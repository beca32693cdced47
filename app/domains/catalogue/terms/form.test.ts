import { expect, test } from 'vitest'
import { readTerms, termsFieldsOf } from './form'
import { courseTerms, termsOf } from './model'

const choices = { courses: ['ett', 'tva'], codes: ['K1.1', 'K1.2'], organisations: ['org'] }
const terms = courseTerms.parse({
  prerequisites: { rule: 'kravs', courses: ['ett'], competences: [{ code: 'K1.1', level: 2 }] },
  validity: { months: 24, remindDays: 14 },
  access: { kind: 'organisationer', organisations: ['org'] },
  schedule: { startsOn: '2025-03-01', deadlineOn: '2025-05-31', afterDeadline: 'stangd', cohortsOnly: true },
})
const read = (change: Partial<ReturnType<typeof termsFieldsOf>>) =>
  readTerms({ ...termsFieldsOf(terms), ...change }, terms, choices)

test('what is typed as it stands is what is stored', () => {
  expect(read({})).toEqual({ terms, faults: {} })
  expect(readTerms(termsFieldsOf(termsOf({})), termsOf({}), choices)).toEqual({ terms: termsOf({}), faults: {} })
})

test.each([
  [{ requiredCourse: ['finns-inte'] }, { requiredCourse: { fault: 'required-course' } }],
  [{ requiredCompetence: ['K9.9'], requiredLevel: ['1'] }, { requiredCompetence: { fault: 'required-competence' } }],
  [{ requiredCompetence: ['K1.1'], requiredLevel: ['5'] }, { requiredCompetence: { fault: 'required-competence' } }],
  [
    { requiredCompetence: ['K1.1', 'K1.1'], requiredLevel: ['1', '2'] },
    { requiredCompetence: { fault: 'required-competences' } },
  ],
  [{ validMonths: '0' }, { validMonths: { fault: 'months' } }],
  [{ validMonths: 'tolv' }, { validMonths: { fault: 'months' } }],
  [{ courseStartsOn: '2025-02-30' }, { courseStartsOn: { fault: 'day' } }],
  [{ courseStartsOn: '2025-03-02', courseDeadlineOn: '2025-03-01' }, { courseDeadlineOn: { fault: 'day-order' } }],
  [{ accessOrganisations: [] }, { accessOrganisations: { fault: 'organisations' } }],
  [{ accessOrganisations: ['okand'] }, { accessOrganisations: { fault: 'organisations' } }],
  [{ renewalRemindDays: '181' }, { renewalRemindDays: { fault: 'remind-days' } }],
])('%j is refused', (change, faults) => {
  expect(read(change).faults).toEqual(faults)
})

test('empty rows are no prerequisites, and the same course twice is one', () => {
  const { terms: found, faults } = read({ requiredCourse: ['', 'tva', 'tva'], requiredCompetence: [''] })
  expect(faults).toEqual({})
  expect(found.prerequisites).toMatchObject({ courses: ['tva'], competences: [] })
})

test('a course that has left the offer may stand, but not be chosen anew', () => {
  const before = courseTerms.parse({ prerequisites: { courses: ['gammal'] } })
  expect(readTerms(termsFieldsOf(before), before, choices).faults).toEqual({})
})
