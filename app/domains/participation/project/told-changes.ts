import type { LoggedChange } from '../store/project-settings.server'
import { formatDateTime } from '~/shared/dates'

const told = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  return Array.isArray(value) ? value.join(', ') || '–' : String(value)
}

/** Fields of partners, goals and state-aid forms that a logged change may name. */
export const changedFields = [
  ...([
    'role',
    'startsOn',
    'endsOn',
    'attestation',
    'wording',
    'measure',
    'target',
    'competenceCodes',
    'level',
  ] as const),
  ...([
    'dueOn',
    'basis',
    'isSme',
    'signatory',
    'amountOre',
    'status',
    'sentOn',
    'signedOn',
    'validUntil',
    'note',
  ] as const),
]

interface Words {
  /** A field's name in the reader's language, or undefined. */
  nameOf: (field: string) => string | undefined
  /** A stored word of a field in the reader's language; others as they are. */
  wordOf: (field: string, value: string) => string
}

/** Logged changes as lines of a table. What was empty before and after is not told. */
export function toldChanges(changes: readonly LoggedChange[], { nameOf, wordOf }: Words) {
  return changes.map(({ detail, happenedAt, ...change }) => ({
    ...change,
    happenedAt: formatDateTime(happenedAt),
    partner: detail.partner ?? null,
    lines: Object.keys(detail.after ?? {})
      .map((field) => ({
        field: nameOf(field) ?? field,
        before: wordOf(field, told(detail.before?.[field])),
        after: wordOf(field, told(detail.after?.[field])),
      }))
      .filter(({ before, after }) => before !== '–' || after !== '–'),
  }))
}
