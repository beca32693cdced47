import { expect, test } from 'vitest'
import type { Assignment } from '~/domains/catalogue'
import { leftOf, noFacts, stepsOf, type WorkFacts, workStateOf } from './standing'

const criterion = { key: 'form', title: 'Form', levels: [] }
const assignment: Assignment = {
  task: { type: 'doc', content: [] },
  minWords: 0,
  mostFiles: 0,
  rubric: [criterion],
  train: true,
  examples: [{ key: 'a', title: 'A', text: 'En text', levels: {}, comment: '' }],
  peer: { count: 2, days: 7, anonymous: true, acrossOrganisations: true },
  self: true,
  leader: true,
}
const at = new Date('2025-03-24T12:00:00Z')
const later = new Date('2025-03-31T12:00:00Z')
const handedIn: WorkFacts = { ...noFacts, handedInAt: at, latestAt: at, latestVersion: 1 }
const trained = { ...handedIn, trained: ['a'] }
const read = { ...trained, given: 2 }

test.each<[string, WorkFacts, Date, string, string[], string]>([
  ['nothing yet', noFacts, at, 'open later later later later', ['hand-in', 'train', 'give', 'self', 'leader'], 'pagar'],
  [
    'handed in',
    handedIn,
    at,
    'done open later later waiting',
    ['train', 'give', 'receive', 'self', 'leader'],
    'att-bedoma',
  ],
  [
    'nobody to read yet',
    trained,
    at,
    'done done waiting open waiting',
    ['give', 'receive', 'self', 'leader'],
    'att-bedoma',
  ],
  [
    'a work to read',
    { ...trained, toRead: 1 },
    at,
    'done done open later waiting',
    ['give', 'receive', 'self', 'leader'],
    'att-bedoma',
  ],
  [
    'has read, waits for answers',
    read,
    at,
    'done done waiting open waiting',
    ['receive', 'self', 'leader'],
    'att-bedoma',
  ],
  [
    'has got all answers',
    { ...read, received: 2, selfAssessed: true },
    at,
    'done done done done waiting',
    ['leader'],
    'att-bedoma',
  ],
  [
    'the day before the round closes',
    { ...read, received: 1 },
    new Date(later.getTime() - 1),
    'done done waiting open waiting',
    ['receive', 'self', 'leader'],
    'att-bedoma',
  ],
  [
    'the round has closed with too few',
    { ...trained, toRead: 1 },
    later,
    'done done closed open waiting',
    ['self', 'leader'],
    'att-bedoma',
  ],
  [
    'steps finished by a leader',
    { ...handedIn, released: ['train', 'peer', 'self'] },
    at,
    'done released released released waiting',
    ['leader'],
    'att-bedoma',
  ],
  [
    'sent back',
    { ...read, received: 2, selfAssessed: true, decision: { word: 'komplettera', version: 1 } },
    at,
    'open done done done later',
    ['complete', 'leader'],
    'komplettering',
  ],
  [
    'handed in again',
    { ...read, received: 2, selfAssessed: true, latestVersion: 2, decision: { word: 'komplettera', version: 1 } },
    at,
    'done done done done waiting',
    ['leader'],
    'att-bedoma',
  ],
  [
    'approved with steps left',
    { ...handedIn, decision: { word: 'godkand', version: 1 } },
    at,
    'done open later later done',
    ['train', 'give', 'receive', 'self'],
    'pagar',
  ],
  [
    'approved',
    { ...read, received: 2, selfAssessed: true, decision: { word: 'godkand', version: 1 } },
    at,
    'done done done done done',
    [],
    'klara',
  ],
])('%s', (_name, facts, now, states, left, state) => {
  const steps = stepsOf(assignment, facts, now)
  expect(steps.map((step) => step.state).join(' ')).toBe(states)
  expect(leftOf(steps).map(({ need }) => need)).toEqual(left)
  expect(workStateOf(steps)).toBe(state)
})

test('an assignment without steps is done when it is handed in', () => {
  const bare = { ...assignment, train: false, peer: null, self: false, leader: false }
  expect(leftOf(stepsOf(bare, noFacts, at))).toEqual([{ need: 'hand-in' }])
  expect(leftOf(stepsOf(bare, handedIn, at))).toEqual([])
})

test('whatever has happened, somebody who has handed in has a move, a day, or a course leader to wait for', () => {
  for (const peer of [assignment.peer, null]) {
    for (const self of [true, false]) {
      for (const facts of [handedIn, trained, read, { ...trained, toRead: 2 }]) {
        const steps = stepsOf({ ...assignment, peer, self, leader: false }, facts, at)
        const canMove = steps.some(({ state }) => state === 'open')
        const hasDay = steps.some((step) => step.name === 'peer' && step.state === 'waiting' && step.closesAt !== null)
        expect(canMove || hasDay || leftOf(steps).length === 0).toBe(true)
      }
    }
  }
})
