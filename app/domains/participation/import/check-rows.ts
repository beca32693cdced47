import { plainWord } from './columns'
import type { CheckedRow, CheckRequest, ImportCounts, KnownPerson, Problem } from './model'
import { planRow } from './plan-row'
import { readRow, type ReadRow } from './read-row'

/**
 * Checks every row of a file against the portal and plans what it does. A row with a problem does nothing and keeps no
 * other row back. People are found by identity number first, then by e-mail; a person whom the importer may not see is
 * refused without a word on who it is.
 */
export function checkRows(request: CheckRequest): CheckedRow[] {
  const people = peopleIndex(request.facts.people)
  const seen = {
    numbers: new Map<string, number>(),
    emails: new Map<string, number>(),
    people: new Map<string, number>(),
  }
  return request.rows.map((row) => {
    const read = readRow(row, request.mapping, request.facts, request.today)
    const { person, problem } = findPerson(read, people, request)
    const duplicate = findDuplicate(row.line, read, person, seen)
    if (problem?.code === 'not-here') return refusedUnseen(row.line, problem)
    const answer = { line: row.line, shown: read.shown, remarks: read.remarks }
    const problems = [...read.problems, ...(problem === undefined ? [] : [problem]), ...duplicate]
    if (person === undefined && read.email === '' && problem === undefined)
      problems.push({ column: 'email', code: 'email-missing' })
    const sameName = person === undefined || nameOf(person) === nameOf(read)
    const asked = problem === undefined && person !== undefined && !sameName && !request.confirmed.has(row.line)
    const plan = planRow(read, person, request)
    problems.push(...plan.problems)
    const question =
      asked && problems.length === 0 ? { portalName: `${person.givenName} ${person.familyName}` } : undefined
    if (asked) problems.push({ column: 'givenName', code: 'name-differs' })
    const email = person?.emails[0]
    if (
      email !== undefined &&
      read.email !== '' &&
      person?.emails.includes(read.email) === false &&
      problems.length === 0
    )
      answer.remarks.push({ column: 'email', code: 'email-kept', value: read.email })
    if (plan.value === undefined || problems.length > 0)
      return { ...answer, outcome: 'avvisad', problems, question, plan: undefined }
    return { ...answer, outcome: plan.outcome, problems, question, plan: plan.value }
  })
}

/** A row of somebody whom nothing is told of: not even the cells of the file are shown again. */
function refusedUnseen(line: number, problem: Problem): CheckedRow {
  return { line, outcome: 'avvisad', shown: {}, problems: [problem], remarks: [], question: undefined, plan: undefined }
}

export function countRows(rows: readonly Pick<CheckedRow, 'outcome'>[]): ImportCounts {
  const counts: ImportCounts = { skapad: 0, andrad: 0, oforandrad: 0, avvisad: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) =>
  plainWord(`${givenName} ${familyName}`)

interface PeopleIndex {
  byLookup: Map<string, KnownPerson>
  byEmail: Map<string, KnownPerson>
}

function peopleIndex(people: readonly KnownPerson[]): PeopleIndex {
  return {
    byLookup: new Map(people.flatMap((person) => person.lookups.map((lookup) => [lookup, person] as const))),
    byEmail: new Map(people.flatMap((person) => person.emails.map((email) => [email, person] as const))),
  }
}

function findPerson(
  read: ReadRow,
  people: PeopleIndex,
  request: CheckRequest,
): { person: KnownPerson | undefined; problem: Problem | undefined } {
  const byNumber = read.number && people.byLookup.get(request.lookup(read.number.digits))
  const byEmail = read.email === '' ? undefined : people.byEmail.get(read.email)
  const found = [byNumber, byEmail].filter((one) => one !== undefined)
  const [person] = found
  if (person === undefined) return { person: undefined, problem: undefined }
  const hidden = found.some((one) => one.isClosed || !reaches(one, request))
  if (hidden) return { person: undefined, problem: { column: null, code: 'not-here' } }
  if (byNumber !== undefined && byEmail !== undefined && byNumber !== byEmail)
    return { person, problem: { column: 'email', code: 'email-other-person', value: read.email } }
  if (byNumber === undefined && read.number !== undefined && person.lookups.length > 0)
    return { person, problem: { column: 'number', code: 'number-other', value: read.number.masked } }
  return { person, problem: undefined }
}

/** A coordinator reaches those of the own partner, and staff of the own organisation who are in no record yet. */
function reaches(person: KnownPerson, { reach, facts }: CheckRequest): boolean {
  if (reach.everyone || reach.organisationIds.includes(facts.project.ownerId)) return true
  if (person.record !== null) return reach.organisationIds.includes(person.record.partnerId)
  return person.employments.some(({ organisationId }) => reach.organisationIds.includes(organisationId))
}

interface Seen {
  numbers: Map<string, number>
  emails: Map<string, number>
  people: Map<string, number>
}

/** The same number, e-mail or person on an earlier line; the earlier one stands. */
function findDuplicate(line: number, read: ReadRow, person: KnownPerson | undefined, seen: Seen): Problem[] {
  const first = (known: Map<string, number>, key: string | undefined): number | undefined => {
    if (key === undefined || key === '') return undefined
    const earlier = known.get(key)
    if (earlier === undefined) known.set(key, line)
    return earlier
  }
  const byNumber = first(seen.numbers, read.number?.digits)
  const byEmail = first(seen.emails, read.email)
  const byPerson = first(seen.people, person?.personId)
  if (byNumber !== undefined)
    return [
      {
        column: 'number',
        code: 'number-duplicate',
        value: read.number?.masked ?? '',
        hints: { first: String(byNumber) },
      },
    ]
  const earlier = byEmail ?? byPerson
  if (earlier === undefined) return []
  return [{ column: 'email', code: 'email-duplicate', value: read.email, hints: { first: String(earlier) } }]
}
