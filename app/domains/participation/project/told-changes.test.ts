import { expect, test } from 'vitest'
import { changedFields, toldChanges } from './told-changes'

const change = {
  auditEventId: 1,
  action: 'project.partner-added',
  actor: 'Nadja Petrović',
  happenedAt: new Date('2025-03-24T08:41:00Z'),
}

test('a change is told by the names of its fields, without those that were and are empty', () => {
  const detail = {
    partner: 'lidkopings-kommun',
    before: {},
    after: { role: 'samverkanspart', startsOn: null, endsOn: '2025-06-30', attestation: true },
  }
  const words = {
    nameOf: (field: string) => changedFields.find((name) => name === field)?.toUpperCase(),
    wordOf: (_field: string, value: string) => (value === 'samverkanspart' ? 'Samverkanspart' : value),
  }
  const [told] = toldChanges([{ ...change, detail }], words)
  expect(told?.partner).toBe('lidkopings-kommun')
  expect(told?.lines).toEqual([
    { field: 'ROLE', before: '–', after: 'Samverkanspart' },
    { field: 'ENDSON', before: '–', after: '2025-06-30' },
    { field: 'ATTESTATION', before: '–', after: '✓' },
  ])
})
