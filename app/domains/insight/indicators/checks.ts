import type { IndicatorRecord } from './model'

export const checkKinds = [
  'under-18',
  'work-unknown',
  'entry-outside',
  'exit-outside',
  'exit-before-entry',
  'entry-without-time',
  'time-without-entry',
  'age-unknown',
  'incomplete',
] as const
export type CheckKind = (typeof checkKinds)[number]

const knownWork = ['employed', 'unemployed', 'inactive']

/**
 * The checks of a record before the fund counts it (Annex I: exactly one kind of work, at most one age group, exit not
 * before entry). Gender is in the identity number, so that the sum of the genders is the sum of the complete records.
 */
export function breaches(record: IndicatorRecord, project: { startsOn: string; endsOn: string }): CheckKind[] {
  const { entryOn, exitOn, age } = record
  const outside = (day: string) => day < project.startsOn || day > project.endsOn
  const found: CheckKind[] = []
  if (age !== null && age < 18) found.push('under-18')
  if (!knownWork.includes(record.labourStatus)) found.push('work-unknown')
  if (entryOn !== null && outside(entryOn)) found.push('entry-outside')
  if (exitOn !== null && outside(exitOn)) found.push('exit-outside')
  if (exitOn !== null && (entryOn === null || exitOn < entryOn)) found.push('exit-before-entry')
  if (entryOn !== null && record.minutes <= 0) found.push('entry-without-time')
  if (entryOn === null && record.minutes > 0) found.push('time-without-entry')
  if (age === null && entryOn !== null && record.gender !== null) found.push('age-unknown')
  if (record.missing.length > 0) found.push('incomplete')
  return found
}

/** How many records break each check, those that none breaks too. */
export function countBreaches(
  records: readonly IndicatorRecord[],
  project: { startsOn: string; endsOn: string },
): { kind: CheckKind; count: number }[] {
  const all = records.map((record) => breaches(record, project))
  return checkKinds.map((kind) => ({ kind, count: all.filter((found) => found.includes(kind)).length }))
}
