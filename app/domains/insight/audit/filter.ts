import { type AuditFilter, auditGroups } from './model'

/** A day of this century that is in the calendar. */
function isDay(value: string): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(value)) return false
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

/** Reads the choice from an address; what is not understood counts as not chosen. */
export function readAuditFilter(query: URLSearchParams): AuditFilter {
  const day = (name: string) => {
    const value = query.get(name)?.trim() ?? ''
    return isDay(value) ? value : ''
  }
  const before = Number(query.get('fore') ?? '')
  return {
    group: auditGroups.find((group) => group === query.get('slag')) ?? null,
    from: day('fran'),
    to: day('till'),
    actor: query.get('vem')?.trim().slice(0, 80) ?? '',
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  }
}

/** The address query of a choice, with `change` laid over it; empty without any. */
export function writeAuditFilter(filter: AuditFilter, change: Partial<AuditFilter> = {}): string {
  const next = { ...filter, ...change }
  const query = new URLSearchParams()
  if (next.group !== null) query.set('slag', next.group)
  if (next.from !== '') query.set('fran', next.from)
  if (next.to !== '') query.set('till', next.to)
  if (next.actor !== '') query.set('vem', next.actor)
  if (next.before !== null) query.set('fore', String(next.before))
  return query.size === 0 ? '' : `?${query.toString()}`
}
