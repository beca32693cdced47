import { type IdentityNumber, parseIdentityNumber } from '../rules/identity-number'
import {
  dayOf,
  isEmail,
  isScientific,
  jobOf,
  municipalityOf,
  nearestNames,
  organisationOf,
  percentOf,
  schoolFormOf,
} from './cells'
import { maskCell, maskNumbers } from './mask'
import {
  type FileRow,
  type ImportFacts,
  type ImportField,
  importFields,
  type Mapping,
  type OrganisationChoice,
  type Problem,
  type Remark,
} from './model'

/** A row whose cells have been understood one by one; undefined is an empty cell or one with a problem. */
export interface ReadRow {
  givenName: string
  familyName: string
  email: string
  number: IdentityNumber | undefined
  employer: OrganisationChoice | undefined
  municipalityCode: string | undefined
  partner: OrganisationChoice | undefined
  job: string | undefined
  schoolForm: string | undefined
  percent: number | undefined
  entryOn: string | undefined
  exitOn: string | undefined
  employedFrom: string | undefined
  shown: Partial<Record<ImportField, string>>
  problems: Problem[]
  remarks: Remark[]
}

/** Understands the cells of one row. `today` is a Stockholm day; it decides the century of ten-digit numbers. */
export function readRow(row: FileRow, mapping: Mapping, facts: ImportFacts, today: string): ReadRow {
  const problems: Problem[] = []
  const remarks: Remark[] = []
  const cell = (field: ImportField) => {
    const index = mapping[field]
    return index === undefined ? '' : (row.cells[index] ?? '')
  }
  const fault = (column: ImportField, code: Problem['code'], hints?: Record<string, string>) => {
    const text = cell(column)
    const value = column === 'number' ? maskCell(text) : maskNumbers(text)
    problems.push({ column, code, ...(text === '' ? {} : { value }), ...(hints === undefined ? {} : { hints }) })
    return undefined
  }
  const read = <T>(column: ImportField, reader: (text: string) => T | undefined): T | undefined =>
    cell(column) === '' ? undefined : reader(cell(column))
  const day = (column: 'entryOn' | 'exitOn' | 'employedFrom', code: Problem['code']) =>
    read(column, (text) => dayOf(text) ?? fault(column, code))

  const givenName = cell('givenName')
  const familyName = cell('familyName')
  if (givenName === '') fault('givenName', 'given-name-missing')
  if (familyName === '') fault('familyName', 'family-name-missing')
  const email = cell('email').toLowerCase()
  if (email !== '' && !isEmail(email)) fault('email', 'email-form')
  const number = read('number', (text) => readNumber(text, today, (code) => fault('number', code)))
  const employer = read('employer', (text) => readEmployer(text, facts, fault))
  const municipalityCode = read('municipality', (text) => {
    const found = municipalityOf(text, facts.municipalities)
    if (found !== undefined) return found.code
    const names = facts.municipalities.map(({ name }) => name)
    return fault('municipality', 'municipality-unknown', suggestions(text, names))
  })
  const partner = read('partner', (text) => readPartner(text, facts, fault))
  const percent = read('percent', (text) => percentOf(text) ?? fault('percent', 'percent-form'))
  const job = read('job', jobOf)
  if (job === undefined && cell('job') !== '')
    remarks.push({ column: 'job', code: 'job-other', value: maskNumbers(cell('job')) })
  const schoolForm = read('schoolForm', schoolFormOf)
  if (schoolForm === undefined && cell('schoolForm') !== '')
    remarks.push({ column: 'schoolForm', code: 'school-form-unknown', value: maskNumbers(cell('schoolForm')) })
  return {
    givenName,
    familyName,
    email,
    number,
    employer,
    municipalityCode,
    partner,
    job,
    schoolForm,
    percent,
    entryOn: day('entryOn', 'entry-form'),
    exitOn: day('exitOn', 'exit-form'),
    employedFrom: day('employedFrom', 'employed-form'),
    shown: shownCells(cell, number),
    problems,
    remarks,
  }
}

type Fault = (column: ImportField, code: Problem['code'], hints?: Record<string, string>) => undefined

function readNumber(text: string, today: string, fault: (code: Problem['code']) => undefined) {
  if (isScientific(text)) return fault('number-scientific')
  const parsed = parseIdentityNumber(text, today)
  if (parsed.ok) return parsed.value
  return parsed.refusal === 'empty' ? undefined : fault(`number-${parsed.refusal}`)
}

function suggestions(text: string, names: readonly string[]): Record<string, string> {
  const nearest = nearestNames(text, names)
  return nearest.length === 0 ? {} : { nearest: nearest.join(', ') }
}

function readEmployer(text: string, facts: ImportFacts, fault: Fault): OrganisationChoice | undefined {
  const found = organisationOf(text, facts.organisations)
  if (found === 'ambiguous') return fault('employer', 'employer-ambiguous')
  const names = facts.organisations.map(({ name }) => name)
  return found ?? fault('employer', 'employer-unknown', suggestions(text, names))
}

function readPartner(text: string, facts: ImportFacts, fault: Fault): OrganisationChoice | undefined {
  const isPartner = ({ organisationId }: OrganisationChoice) =>
    facts.partners.some((partner) => partner.organisationId === organisationId)
  const partners = facts.organisations.filter(isPartner)
  const found = organisationOf(text, partners)
  if (found !== undefined && found !== 'ambiguous') return found
  const names = partners.map(({ name }) => name)
  const elsewhere = organisationOf(text, facts.organisations)
  const code = elsewhere === undefined ? 'partner-unknown' : 'partner-not-in-project'
  return fault('partner', code, { ...suggestions(text, names), partners: names.slice(0, 12).join(', ') })
}

function shownCells(cell: (field: ImportField) => string, number: IdentityNumber | undefined) {
  const shown: Partial<Record<ImportField, string>> = {}
  for (const field of importFields) {
    const text = cell(field)
    if (text === '') continue
    if (field === 'number') shown.number = number?.masked ?? maskCell(text)
    else shown[field] = maskNumbers(text)
  }
  return shown
}
