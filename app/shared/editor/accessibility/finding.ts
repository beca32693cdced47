export const findingKinds = [
  'missingAlt',
  'fileNameAlt',
  'headingJump',
  'emptyHeading',
  'vagueLink',
  'addressLink',
  'sameLink',
  'tableHeaders',
  'captions',
  'boldHeading',
  'capitals',
  'longSentence',
  'foreign',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** An error shuts somebody out and stops publishing; a warning hinders; a hint is advice. */
export type Severity = 'error' | 'warning' | 'hint'

export interface Finding {
  kind: FindingKind
  severity: Severity
  /** Where: the place of each block within the one around it, from the document inwards. */
  path: number[]
  /** What the sentence on it names. */
  values: Record<string, string | number>
}

export const severities: Record<FindingKind, Severity> = {
  missingAlt: 'error',
  fileNameAlt: 'warning',
  headingJump: 'warning',
  emptyHeading: 'error',
  vagueLink: 'warning',
  addressLink: 'warning',
  sameLink: 'warning',
  tableHeaders: 'error',
  captions: 'error',
  boldHeading: 'warning',
  capitals: 'warning',
  longSentence: 'hint',
  foreign: 'hint',
}
