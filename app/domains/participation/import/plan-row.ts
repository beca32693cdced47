import { faultOfDates } from '../rules/dates'
import type {
  Change,
  CheckRequest,
  EmploymentValues,
  KnownPerson,
  OrganisationChoice,
  ParticipationValues,
  Problem,
  RowOutcome,
  RowPlan,
} from './model'
import type { ReadRow } from './read-row'

export interface PlannedRow {
  problems: Problem[]
  outcome: RowOutcome
  value: RowPlan | undefined
}

/** What a row does to the person, the employment and the participant record. Empty cells leave what is there. */
export function planRow(read: ReadRow, person: KnownPerson | undefined, request: CheckRequest): PlannedRow {
  const problems: Problem[] = []
  const record = person?.record ?? null
  const partnerId = read.partner?.organisationId ?? record?.partnerId ?? partnerOf(read, request)
  if (partnerId === undefined && !read.problems.some(({ column }) => column === 'partner'))
    problems.push({ column: 'partner', code: 'partner-missing', hints: partnerNames(request) })
  if (partnerId !== undefined && !mayKeep(partnerId, request))
    problems.push({ column: 'partner', code: 'partner-outside', ...valueOf(read.partner) })
  const employerId = read.employer?.organisationId ?? record?.employerId ?? partnerId
  if (read.employer !== undefined && partnerId !== undefined && !mayEmploy(read.employer, person, partnerId, request))
    problems.push({ column: 'employer', code: 'employer-outside', value: read.employer.name })
  if (partnerId === undefined || employerId === undefined) return { problems, outcome: 'avvisad', value: undefined }
  const employer = request.facts.organisations.find(({ organisationId }) => organisationId === employerId)
  const [onlyCode, ...others] = employer?.municipalityCodes ?? []
  const after: ParticipationValues = {
    partnerId,
    employerId,
    municipalityCode:
      read.municipalityCode ?? record?.municipalityCode ?? (others.length === 0 ? (onlyCode ?? null) : null),
    entryOn: read.entryOn ?? record?.entryOn ?? null,
    exitOn: read.exitOn ?? record?.exitOn ?? null,
  }
  problems.push(...dateProblems(read, after, request))
  const participation = participationChange(record, after)
  const employment = employmentChange(read, person, employerId, request.facts.project.startsOn)
  const number = person === undefined || person.lookups.length === 0 ? read.number : undefined
  const value: RowPlan = {
    personId: person?.personId,
    givenName: read.givenName,
    familyName: read.familyName,
    email: read.email,
    number,
    employment,
    participation,
    participationId: record?.participationId,
  }
  const changed = number !== undefined || employment.kind !== 'none' || participation.kind === 'change'
  const outcome = participation.kind === 'make' ? 'skapad' : changed ? 'andrad' : 'oforandrad'
  return { problems, outcome, value }
}

const valueOf = (organisation: OrganisationChoice | undefined) =>
  organisation === undefined ? {} : { value: organisation.name }

function mayKeep(partnerId: string, { reach, facts }: CheckRequest): boolean {
  return (
    reach.everyone || reach.organisationIds.includes(partnerId) || reach.organisationIds.includes(facts.project.ownerId)
  )
}

function partnerNames({ facts }: CheckRequest): Record<string, string> {
  const names = facts.partners.flatMap(({ organisationId }) => {
    const found = facts.organisations.find((one) => one.organisationId === organisationId)
    return found === undefined ? [] : [found.name]
  })
  return { partners: names.slice(0, 12).join(', ') }
}

/** The partner that a row without one belongs to: the coordinator's own, the employer itself, or that of the place. */
function partnerOf(read: ReadRow, request: CheckRequest): string | undefined {
  const { partners } = request.facts
  const own = partners.filter(({ organisationId }) => request.reach.organisationIds.includes(organisationId))
  if (!request.reach.everyone && own.length === 1) return own[0]?.organisationId
  const isEmployer = partners.find(({ organisationId }) => organisationId === read.employer?.organisationId)
  if (isEmployer !== undefined) return isEmployer.organisationId
  const codes = read.municipalityCode === undefined ? read.employer?.municipalityCodes : [read.municipalityCode]
  const covering = partners.filter(({ municipalityCodes }) => codes?.some((code) => municipalityCodes.includes(code)))
  return covering.length === 1 ? covering[0]?.organisationId : undefined
}

/** A coordinator takes in staff of the own partner, of its municipalities, and of the employer that a person has. */
function mayEmploy(
  employer: OrganisationChoice,
  person: KnownPerson | undefined,
  partnerId: string,
  request: CheckRequest,
): boolean {
  const { reach, facts } = request
  const { organisationId } = employer
  if (reach.everyone || reach.organisationIds.includes(facts.project.ownerId)) return true
  if (organisationId === partnerId || reach.organisationIds.includes(organisationId)) return true
  if (person?.record?.employerId === organisationId) return true
  if (person?.employments.some((one) => one.organisationId === organisationId) === true) return true
  const covered = facts.partners.find((partner) => partner.organisationId === partnerId)?.municipalityCodes ?? []
  return employer.municipalityCodes.some((code) => covered.includes(code))
}

function dateProblems(read: ReadRow, after: ParticipationValues, { facts }: CheckRequest): Problem[] {
  if (read.entryOn === undefined && read.exitOn === undefined) return []
  const fault = faultOfDates(after, facts.project)
  if (fault === undefined) return []
  const column = fault.startsWith('entry') ? 'entryOn' : 'exitOn'
  const value = after[column]
  const hints = { from: facts.project.startsOn, to: facts.project.endsOn }
  return [{ column, code: fault, hints, ...(value === null ? {} : { value }) }]
}

function same<Values extends object>(one: Values, other: Values): boolean {
  return Object.entries(one).every(([key, value]) => (other as Record<string, unknown>)[key] === value)
}

function participationChange(record: KnownPerson['record'], after: ParticipationValues): Change<ParticipationValues> {
  if (record === null) return { kind: 'make', after }
  const { participationId, ...before } = record
  return same(after, before) ? { kind: 'none' } : { kind: 'change', id: participationId, before, after }
}

function employmentChange(
  read: ReadRow,
  person: KnownPerson | undefined,
  organisationId: string,
  projectStart: string,
): Change<EmploymentValues> {
  const here = person?.employments.filter((one) => one.organisationId === organisationId) ?? []
  const current =
    here.find(({ startsOn }) => startsOn === read.employedFrom) ?? here.find(({ endsOn }) => endsOn === null)
  if (current === undefined) {
    const lastEnd = here
      .flatMap(({ endsOn }) => endsOn ?? [])
      .toSorted()
      .at(-1)
    const startsOn = read.employedFrom ?? read.entryOn ?? projectStart
    if (lastEnd !== undefined && startsOn <= lastEnd) return { kind: 'none' }
    return {
      kind: 'make',
      after: {
        organisationId,
        municipalityCode: read.municipalityCode ?? null,
        job: read.job ?? 'annan',
        schoolForm: read.schoolForm ?? 'alla',
        percent: read.percent ?? 100,
        startsOn,
      },
    }
  }
  const { employmentId, endsOn: _, ...before } = current
  const after: EmploymentValues = {
    organisationId,
    municipalityCode: read.municipalityCode ?? before.municipalityCode,
    job: read.job ?? before.job,
    schoolForm: read.schoolForm ?? before.schoolForm,
    percent: read.percent ?? before.percent,
    startsOn: read.employedFrom ?? before.startsOn,
  }
  return same(after, before) ? { kind: 'none' } : { kind: 'change', id: employmentId, before, after }
}
