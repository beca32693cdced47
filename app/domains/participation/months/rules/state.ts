import type { PersonMonthState } from '../model'

export type MonthAct = 'sign' | 'attest' | 'return' | 'change' | 'lock' | 'export' | 'reopen'

export interface MonthCircumstances {
  /** Whether the month is to be attested before it is locked. */
  attestationWanted: boolean
  /** How many times the project's month has been locked. */
  generation: number
  /** For `reopen`: what stood before the lock and whether the lines are as they were then. */
  before?: { kind: 'signerad' | 'attesterad'; unchanged: boolean }
}

type Step = (circumstances: MonthCircumstances) => PersonMonthState | undefined

const signed: Step = () => 'signerad'
const openAgain: Step = ({ generation }) => (generation >= 1 ? 'rattad' : 'oppen')
const unlocked: Step = ({ before }) => (before?.unchanged === true ? before.kind : 'rattad')

const steps: Record<PersonMonthState, Partial<Record<MonthAct, Step>>> = {
  oppen: { sign: signed, change: () => 'oppen' },
  rattad: { sign: signed, change: () => 'rattad' },
  signerad: {
    attest: ({ attestationWanted }) => (attestationWanted ? 'attesterad' : undefined),
    return: openAgain,
    change: openAgain,
    lock: ({ attestationWanted }) => (attestationWanted ? undefined : 'last'),
  },
  attesterad: { return: openAgain, change: openAgain, lock: () => 'last' },
  last: { change: () => 'last', export: () => 'exporterad', reopen: unlocked },
  exporterad: { change: () => 'exporterad', export: () => 'exporterad', reopen: unlocked },
}

/**
 * The state of a person-month after an act, or undefined when the act is not possible. Time that comes to a locked
 * month is written to the ledger and leaves the state as it is until the office reopens the month.
 */
export function stateAfter(
  state: PersonMonthState,
  act: MonthAct,
  circumstances: MonthCircumstances,
): PersonMonthState | undefined {
  return steps[state][act]?.(circumstances)
}

/** Whether the participant is the one who has to do something. */
export function waitsForSignature(state: PersonMonthState): boolean {
  return state === 'oppen' || state === 'rattad'
}
