import { expect, test } from 'vitest'
import { readAuditFilter, writeAuditFilter } from './filter'

const read = (query: string) => readAuditFilter(new URLSearchParams(query))
const uuid = '0f9d2c1e-5b1a-4c62-9d7e-1f2a3b4c5d6e'
const none = { group: null, about: null, from: '', to: '', actor: '', before: null }

test.each([
  ['', none],
  [
    'slag=timmar&fran=2025-03-01&till=2025-03-31&vem=+Nadja+&fore=120',
    {
      ...{ group: 'timmar', about: null, from: '2025-03-01', to: '2025-03-31', actor: 'Nadja', before: 120 },
    },
  ],
  ['slag=constructor&fran=2025-13-01&till=i+går&fore=-3', none],
  ['fore=1e99', none],
  ['om=projekt&id=22-035-S05', { ...none, about: { kind: 'projekt', id: '22-035-S05' } }],
  ['om=manad&id=22-035-S05/2025-03', { ...none, about: { kind: 'manad', id: '22-035-S05/2025-03' } }],
  [`om=post&id=${uuid}`, { ...none, about: { kind: 'post', id: uuid } }],
  ['om=post&id=22-035-S05', none],
  ['om=manad&id=22-035-S05', none],
  [`om=konto&id=${uuid}`, none],
  ['fran=2025-02-30&till=0000-01-01', none],
])('the address %s chooses %o', (query, filter) => {
  expect(read(query)).toEqual(filter)
})

test('a written choice is read as itself', () => {
  const filter = read(`om=traff&id=${uuid}&slag=rapporter&fran=2025-02-01&vem=Ek&fore=7`)
  expect(read(writeAuditFilter(filter))).toEqual(filter)
  expect(writeAuditFilter(filter, { before: null })).toBe(`?om=traff&id=${uuid}&slag=rapporter&fran=2025-02-01&vem=Ek`)
  expect(writeAuditFilter(none)).toBe('')
})
