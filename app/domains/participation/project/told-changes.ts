import type { LoggedChange } from '../store/project-settings.server'
import { formatDateTime } from '~/shared/dates'

const told = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  return Array.isArray(value) ? value.join(', ') || '–' : String(value)
}

/** Logged changes as lines of a table; `nameOf` gives a field its name in the reader's language, or undefined. */
export function toldChanges(changes: readonly LoggedChange[], nameOf: (field: string) => string | undefined) {
  return changes.map(({ detail, happenedAt, ...change }) => ({
    ...change,
    happenedAt: formatDateTime(happenedAt),
    partner: detail.partner ?? null,
    lines: Object.keys(detail.after ?? {}).map((field) => ({
      field: nameOf(field) ?? field,
      before: told(detail.before?.[field]),
      after: told(detail.after?.[field]),
    })),
  }))
}
