import { expect, test } from 'vitest'
import { assignmentFieldsOf, newAssignment, readAssignment } from './form'
import { assignmentSettings } from './model'

const base = { minWords: '80', mostFiles: '1', peerCount: '2', peerDays: '14' }
function sent(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...base, ...fields })) form.set(name, value)
  return form
}

test('criteria, levels and examples keep their keys, and empty ones go', () => {
  const { value, faults } = readAssignment(
    sent({
      peer: 'ja',
      anonymous: 'ja',
      train: 'ja',
      'k0.key': 'form',
      'k0.title': 'Form',
      'k0.n0.key': 'vag',
      'k0.n0.title': 'På väg',
      'k0.n1.text': 'Formen är ritad.\r\nBåda delarna syns.',
      'k1.key': 'tom',
      'k2.title': 'Nytt',
      'x0.title': 'Första',
      'x0.text': 'En plan',
      'x0.niva.form': 'niva-1',
      'x0.niva.tom': 'vag',
    }),
  )
  expect(faults).toEqual({})
  expect(value).toMatchObject({
    minWords: 80,
    mostFiles: 1,
    peer: { count: 2, days: 14, anonymous: true, acrossOrganisations: false },
    train: true,
    self: false,
    leader: false,
    rubric: [
      {
        key: 'form',
        levels: [
          { key: 'vag', title: 'På väg', text: '' },
          { key: 'niva-1', title: '', text: 'Formen är ritad.\nBåda delarna syns.' },
        ],
      },
      { key: 'kriterium-1', title: 'Nytt', levels: [] },
    ],
    examples: [{ key: 'exempel-1', title: 'Första', levels: { form: 'niva-1' } }],
  })
  expect(assignmentSettings.safeParse(value).success).toBe(true)
})

test.each([
  [{ minWords: '2001' }, 'minWords'],
  [{ minWords: 'x' }, 'minWords'],
  [{ mostFiles: '6' }, 'mostFiles'],
  [{ peer: 'ja', peerCount: '0' }, 'peerCount'],
  [{ peer: 'ja', peerDays: '' }, 'peerDays'],
])('%j is refused at %s', (fields, at) => {
  const { value, faults } = readAssignment(sent(fields))
  expect(value).toBeUndefined()
  expect(Object.keys(faults)).toEqual([at])
})

test('without a peer round its numbers are not asked for', () => {
  expect(readAssignment(sent({ peerCount: '', peerDays: 'x' })).value?.peer).toBeNull()
})

test('the fields of stored settings give the same settings back', () => {
  const fields = assignmentFieldsOf(newAssignment)
  expect(fields).toMatchObject({ minWords: '100', peer: false, peerCount: '2', leader: true })
})
