import { describe, expect, test } from 'vitest'
import type { PersonMonthState } from '../model'
import { type MonthAct, stateAfter, waitsForSignature } from './state'

const states: PersonMonthState[] = ['oppen', 'signerad', 'attesterad', 'last', 'exporterad', 'rattad']
const first = { attestationWanted: true, generation: 0 }

describe('stateAfter', () => {
  const allowed: Record<MonthAct, Partial<Record<PersonMonthState, PersonMonthState>>> = {
    sign: { oppen: 'signerad', rattad: 'signerad' },
    attest: { signerad: 'attesterad' },
    return: { signerad: 'oppen', attesterad: 'oppen' },
    change: {
      oppen: 'oppen',
      signerad: 'oppen',
      attesterad: 'oppen',
      last: 'last',
      exporterad: 'exporterad',
      rattad: 'rattad',
    },
    lock: { attesterad: 'last' },
    export: { last: 'exporterad', exporterad: 'exporterad' },
    reopen: { last: 'rattad', exporterad: 'rattad' },
  }
  const acts = Object.keys(allowed) as MonthAct[]
  test.each(acts.flatMap((act) => states.map((state) => [state, act, allowed[act][state]] as const)))(
    '%s %s gives %s',
    (state, act, next) => {
      expect(stateAfter(state, act, first)).toBe(next)
    },
  )

  test('without attestation a signed month is locked as it is and never attested', () => {
    const plain = { attestationWanted: false, generation: 0 }
    expect(stateAfter('signerad', 'lock', plain)).toBe('last')
    expect(stateAfter('signerad', 'attest', plain)).toBeUndefined()
  })

  test('a month that has been locked before is corrected, not merely open', () => {
    const again = { attestationWanted: true, generation: 1 }
    expect(stateAfter('attesterad', 'change', again)).toBe('rattad')
    expect(stateAfter('signerad', 'return', again)).toBe('rattad')
  })

  test('opening gives back what stood before when the lines are the signed ones', () => {
    const before = (kind: 'signerad' | 'attesterad', unchanged: boolean) => ({ ...first, before: { kind, unchanged } })
    expect(stateAfter('exporterad', 'reopen', before('attesterad', true))).toBe('attesterad')
    expect(stateAfter('last', 'reopen', before('signerad', true))).toBe('signerad')
    expect(stateAfter('last', 'reopen', before('signerad', false))).toBe('rattad')
  })

  test('an open and a corrected month wait for the participant', () => {
    expect(states.filter(waitsForSignature)).toEqual(['oppen', 'rattad'])
  })
})
