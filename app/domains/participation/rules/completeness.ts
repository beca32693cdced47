export type MissingPart = 'identity-number' | 'entry-day' | 'organisation' | 'notice'

export interface Completeness {
  complete: boolean
  /** What the record still lacks, in the order in which the office asks for it. */
  missing: MissingPart[]
}

/**
 * A participant counts in the breakdowns by gender and age when the record has a valid identity number, an entry day,
 * an organisation, and the notice on personal data is acknowledged. An incomplete record counts in the total alone.
 */
export function completenessOf(record: {
  hasIdentityNumber: boolean
  entryOn: string | null
  employerId: string | null
  noticeAckAt: Date | null
}): Completeness {
  const missing: MissingPart[] = []
  if (!record.hasIdentityNumber) missing.push('identity-number')
  if (record.entryOn === null) missing.push('entry-day')
  if (record.employerId === null) missing.push('organisation')
  if (record.noticeAckAt === null) missing.push('notice')
  return { complete: missing.length === 0, missing }
}
