import { describe, expect, test } from 'vitest'
import { oreOf, readAidForm, writeAidForm } from './aid'
import { readGoal } from './goal'

const project = { startsOn: '2023-08-01', endsOn: '2025-07-31' }
const known = ['K1', 'K2', 'K2.1']

describe('a local goal', () => {
  const goal = {
    wording: 'Alla sfi-lärare har tillämpat K2',
    measure: 'deltagare',
    target: '25',
    competenceCodes: ['K2', 'K1', 'K2'],
    level: '2',
    dueOn: '2025-06-30',
  }

  test('is read with its competences in order, each once', () => {
    expect(readGoal(goal, project, known)).toEqual({
      ok: true,
      value: { ...goal, target: 25, level: 2, competenceCodes: ['K1', 'K2'] },
    })
  })

  test.each([
    [{ wording: ' ' }, { wording: 'wording' }],
    [{ measure: 'poäng' }, { measure: 'measure' }],
    [{ target: '0' }, { target: 'target' }],
    [{ target: '12,5' }, { target: 'target' }],
    [{ competenceCodes: ['K9'] }, { competenceCodes: 'competence' }],
    [{ level: '5' }, { level: 'level' }],
    [{ competenceCodes: [] }, { level: 'level-alone' }],
    [{ measure: 'timmar' }, { level: 'level-alone' }],
    [{ dueOn: '30/6 2025' }, { dueOn: 'day' }],
    [{ dueOn: '2025-08-01' }, { dueOn: 'outside' }],
  ])('%j is refused with %j', (change, faults) => {
    expect(readGoal({ ...goal, ...change }, project, known)).toEqual({ ok: false, faults })
  })
})

describe('a state-aid form', () => {
  const form = {
    basis: 'de-minimis',
    isSme: 'ja',
    signatory: 'Idun Rönnås',
    amount: '12 345,50',
    status: 'undertecknad',
    sentOn: '2025-01-10',
    signedOn: '2025-01-20',
    validUntil: '2025-07-31',
    note: '',
  }
  const today = '2025-03-24'

  test('is read, and what its page shows reads back as the same', () => {
    const read = readAidForm(form, today)
    expect(read).toMatchObject({ ok: true, value: { amountOre: 1_234_550, isSme: true, note: null } })
    if (read.ok) expect(readAidForm(writeAidForm(read.value), today)).toEqual(read)
    expect(writeAidForm(undefined).status).toBe('saknas')
  })

  test.each([
    ['', 0],
    ['12 345,50 kr', 1_234_550],
    ['7.5', 750],
    ['-3', undefined],
    ['mycket', undefined],
  ])('the amount %s is %s öre', (text, ore) => {
    expect(oreOf(text)).toBe(ore)
  })

  test.each([
    [{ basis: 'annat' }, { basis: 'choice' }],
    [{ isSme: '' }, { isSme: 'choice' }],
    [{ signatory: '' }, { signatory: 'signatory' }],
    [{ amount: 'tusen' }, { amount: 'amount' }],
    [{ basis: 'inget-stod' }, { amount: 'amount-without-aid' }],
    [{ signedOn: '' }, { signedOn: 'signed-missing' }],
    [{ signedOn: '2025-03-25' }, { signedOn: 'future' }],
    [{ status: 'skickad', sentOn: '' }, { sentOn: 'sent-missing' }],
    [{ validUntil: '2025-01-19' }, { validUntil: 'valid-before-signed' }],
    [{ validUntil: 'juli' }, { validUntil: 'day' }],
  ])('%j is refused with %j', (change, faults) => {
    expect(readAidForm({ ...form, ...change }, today)).toEqual({ ok: false, faults })
  })
})
