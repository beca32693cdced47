import { expect, test } from 'vitest'
import { type AssignmentSettings, assignmentSettings } from './model'
import { faultsOfAssignment, stagesOf } from './rules'

const whole: AssignmentSettings = assignmentSettings.parse({
  minWords: 50,
  mostFiles: 2,
  rubric: [
    {
      key: 'form',
      title: 'Form',
      levels: [
        { key: 'vag', title: 'På väg', text: 'Formen är antydd.' },
        { key: 'klar', title: 'Klar', text: 'Formen är ritad.' },
      ],
    },
  ],
  train: true,
  examples: [{ key: 'a', title: 'Exempel', text: 'En plan.', levels: { form: 'vag' }, comment: 'Antydd.' }],
  peer: { count: 2, anonymous: true, days: 14, acrossOrganisations: true },
  self: true,
  leader: true,
})
const [criterion] = whole.rubric
const [example] = whole.examples
if (criterion === undefined || example === undefined) throw new Error('The sample is not whole')

test.each([
  ['is whole', whole, []],
  ['asks for assessments without criteria', { ...whole, rubric: [], examples: [], train: false }, ['no-rubric']],
  [
    'has a criterion with one level',
    { ...whole, rubric: [{ ...criterion, levels: criterion.levels.slice(0, 1) }] },
    ['no-rubric'],
  ],
  [
    'has a level without words',
    { ...whole, rubric: [{ ...criterion, levels: criterion.levels.map((one) => ({ ...one, text: '' })) }] },
    ['no-rubric'],
  ],
  ['trains without an example', { ...whole, examples: [] }, ['no-example']],
  ['has an example that is not assessed', { ...whole, examples: [{ ...example, levels: {} }] }, ['example-levels']],
  [
    'has an example assessed by another level',
    { ...whole, examples: [{ ...example, levels: { form: 'x' } }] },
    ['example-levels'],
  ],
  ['is read by the leader alone', { ...whole, rubric: [], examples: [], train: false, peer: null, self: false }, []],
] as const)('an assignment that %s', (_name, assignment, faults) => {
  expect(faultsOfAssignment(assignment as AssignmentSettings)).toEqual(faults)
})

test('the steps come in their order, without those left out', () => {
  expect(stagesOf(whole)).toEqual(['train', 'peer', 'self', 'leader'])
  expect(stagesOf({ ...whole, train: false, self: false })).toEqual(['peer', 'leader'])
  expect(stagesOf({ train: false, peer: null, self: false, leader: false })).toEqual([])
})
