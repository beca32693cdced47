import { expect, test } from 'vitest'
import { readAuditFilter, writeAuditFilter } from './filter'

const read = (query: string) => readAuditFilter(new URLSearchParams(query))
const none = { group: null, from: '', to: '', actor: '', before: null }

test.each([
  ['', none],
  [
    'slag=timmar&fran=2025-03-01&till=2025-03-31&vem=+Nadja+&fore=120',
    {
      ...{ group: 'timmar', from: '2025-03-01', to: '2025-03-31', actor: 'Nadja', before: 120 },
    },
  ],
  ['slag=constructor&fran=2025-13-01&till=i+går&fore=-3', none],
  ['fore=1e99', none],
  ['fran=2025-02-30&till=0000-01-01', none],
])('the address %s chooses %o', (query, filter) => {
  expect(read(query)).toEqual(filter)
})

test('a written choice is read as itself', () => {
  const filter = read('slag=rapporter&fran=2025-02-01&vem=Ek&fore=7')
  expect(read(writeAuditFilter(filter))).toEqual(filter)
  expect(writeAuditFilter(filter, { before: null })).toBe('?slag=rapporter&fran=2025-02-01&vem=Ek')
  expect(writeAuditFilter(none)).toBe('')
})
