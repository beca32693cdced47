import type { Translate } from '~/i18n/translate'
import { formatDateTime } from '~/shared/dates'

type Copy = Translate<'copy'>

/** A text whose key is known only at run time; itself when there is none. */
const textOf = (t: Copy, group: 'sections' | 'keys' | 'actions', name: string): string => {
  const key = `${group}.${name}`
  const text = t(key as Parameters<Copy>[0])
  return text === key ? name : text
}

export const sectionText = (t: Copy, name: string) => textOf(t, 'sections', name)
export const keyText = (t: Copy, name: string) => textOf(t, 'keys', name)
export const actionText = (t: Copy, action: string) => textOf(t, 'actions', action.replaceAll('.', '_'))

/** A value as a person reads it; undefined when there is nothing to read. */
export function shownValue(t: Copy, key: string, value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (value instanceof Date) return formatDateTime(value)
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (typeof value === 'object') return JSON.stringify(value)
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return key === 'action' ? actionText(t, text) : text
}
