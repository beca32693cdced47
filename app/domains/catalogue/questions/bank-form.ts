import type { CourseId, OrganisationId } from '~/shared/ids'
import type { BankQuestion } from './bank'

/** What a question of the bank is about, as it is typed. */
export interface BankFields {
  version: string
  organisationId: string
  courseId: string
  tags: string
  competence: string[]
}

export function bankFieldsOf(stored: BankQuestion | undefined): BankFields {
  return {
    version: stored?.changedAt.toISOString() ?? '',
    organisationId: stored?.organisationId ?? '',
    courseId: stored?.courseId ?? '',
    tags: stored?.tags.join(', ') ?? '',
    competence: stored?.competenceCodes ?? [],
  }
}

export interface ReadBank {
  organisationId: OrganisationId
  courseId: CourseId | null
  tags: string[]
  competenceCodes: string[]
}

/** Reads the typed fields; choices must be among those offered. */
export function readBankFields(
  form: FormData,
  offered: { organisationIds: readonly string[]; courseIds: readonly string[]; codes: readonly string[] },
): { fields: BankFields; faults: Partial<Record<keyof BankFields, 'choice' | 'tags'>>; value: ReadBank | undefined } {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 1000)
  const fields: BankFields = {
    version: text('version'),
    organisationId: text('organisationId'),
    courseId: text('courseId'),
    tags: text('tags'),
    competence: form
      .getAll('competence')
      .map(String)
      .filter((code) => code !== ''),
  }
  const faults: Partial<Record<keyof BankFields, 'choice' | 'tags'>> = {}
  const tags = [...new Set(fields.tags.split(/[,\n]/).map((tag) => tag.trim().toLocaleLowerCase('sv')))].filter(Boolean)
  const organisationId = offered.organisationIds.find((id) => id === fields.organisationId)
  const courseId = fields.courseId === '' ? null : offered.courseIds.find((id) => id === fields.courseId)
  if (organisationId === undefined) faults.organisationId = 'choice'
  if (courseId === undefined) faults.courseId = 'choice'
  if (fields.competence.some((code) => !offered.codes.includes(code))) faults.competence = 'choice'
  if (tags.length > 12 || tags.some((tag) => tag.length > 60)) faults.tags = 'tags'
  if (organisationId === undefined || courseId === undefined || Object.keys(faults).length > 0) {
    return { fields, faults, value: undefined }
  }
  const value: ReadBank = {
    organisationId: organisationId as OrganisationId,
    courseId: courseId as CourseId | null,
    tags,
    competenceCodes: [...new Set(fields.competence)],
  }
  return { fields, faults, value }
}
