import { type Assignment, type Stage, stagesOf } from '~/domains/catalogue'

/** What has happened with one person's work, counted; from it every step is derived. */
export interface WorkFacts {
  /** The first handing in, and the latest. */
  handedInAt: Date | null
  latestAt: Date | null
  latestVersion: number
  /** Keys of the examples that the person has assessed. */
  trained: string[]
  /** Works that the person has been given and not yet answered. */
  toRead: number
  /** Answers to others, and from others. */
  given: number
  received: number
  /** Others who have the person's work and have not yet answered. */
  readers: number
  selfAssessed: boolean
  /** The course leader's latest word, and which version it was of. */
  decision: { word: 'godkand' | 'komplettera'; version: number } | null
  /** Steps that a course leader has finished for the person. */
  released: Stage[]
}

/**
 * `open` is the person's own move, `waiting` that of others, `later` comes after a step before it. A `closed` round asks
 * no more, a `released` step was finished by a course leader.
 */
export type StepState = 'done' | 'released' | 'closed' | 'open' | 'waiting' | 'later'

export type Step =
  | { name: 'hand-in'; state: StepState; again: boolean }
  | { name: 'train'; state: StepState; done: number; of: number }
  | {
      name: 'peer'
      state: StepState
      given: number
      received: number
      of: number
      toRead: number
      readers: number
      closesAt: Date | null
    }
  | { name: 'self'; state: StepState }
  | { name: 'leader'; state: StepState }

/** One thing that is left of an assignment. */
export type AssignmentLeft =
  | { need: 'hand-in' }
  | { need: 'complete' }
  | { need: 'train'; count: number }
  | { need: 'give'; count: number }
  | { need: 'receive'; count: number; closesAt: Date }
  | { need: 'self' }
  | { need: 'leader' }

const DAY = 86_400_000

/** When the peer round of one who has handed in closes; null before, and when there is none. */
export function closesAt({ peer }: Pick<Assignment, 'peer'>, handedInAt: Date | null): Date | null {
  return peer === null || handedInAt === null ? null : new Date(handedInAt.getTime() + peer.days * DAY)
}

const isOver = (state: StepState) => state === 'done' || state === 'released' || state === 'closed'

/** Every step of an assignment as it stands for one person, in order; the first that is `open` is the next thing to do. */
export function stepsOf(assignment: Assignment, facts: WorkFacts, now: Date): Step[] {
  const handedIn = facts.handedInAt !== null
  const { decision } = facts
  const again = decision?.word === 'komplettera' && decision.version >= facts.latestVersion
  const released = (stage: Stage) => facts.released.includes(stage)
  const steps: Step[] = [{ name: 'hand-in', state: handedIn && !again ? 'done' : 'open', again }]
  /** Nothing before asks anything of the person. */
  let isFree = handedIn
  for (const stage of stagesOf(assignment)) {
    const step = stepOf(stage)
    steps.push(step)
    if (step.state === 'open' || step.state === 'later') isFree = false
  }
  return steps

  function stepOf(stage: Stage): Step {
    switch (stage) {
      case 'train': {
        const of = assignment.examples.length
        const done = assignment.examples.filter(({ key }) => facts.trained.includes(key)).length
        const state = done >= of ? 'done' : released('train') ? 'released' : isFree ? 'open' : 'later'
        return { name: 'train', state, done, of }
      }
      case 'peer': {
        const closes = closesAt(assignment, facts.handedInAt)
        const of = assignment.peer?.count ?? 0
        const { given, received, toRead, readers } = facts
        return { name: 'peer', state: peerState(closes, of), given, received, of, toRead, readers, closesAt: closes }
      }
      case 'self':
        return {
          name: 'self',
          state: facts.selfAssessed ? 'done' : released('self') ? 'released' : isFree ? 'open' : 'later',
        }
      case 'leader':
        return {
          name: 'leader',
          state: decision?.word === 'godkand' ? 'done' : handedIn && !again ? 'waiting' : 'later',
        }
    }
  }

  function peerState(closes: Date | null, of: number): StepState {
    if (facts.given >= of && facts.received >= of) return 'done'
    if (released('peer')) return 'released'
    if (closes !== null && now.getTime() >= closes.getTime()) return 'closed'
    if (!isFree) return 'later'
    return facts.toRead > 0 && facts.given < of ? 'open' : 'waiting'
  }
}

/** What is left before the lesson is done; empty when every step is over. */
export function leftOf(steps: readonly Step[]): AssignmentLeft[] {
  return steps.flatMap((step): AssignmentLeft[] => {
    if (isOver(step.state)) return []
    switch (step.name) {
      case 'hand-in':
        return [{ need: step.again ? 'complete' : 'hand-in' }]
      case 'train':
        return [{ need: 'train', count: step.of - step.done }]
      case 'peer': {
        const give = step.of - step.given
        const receive = step.of - step.received
        return [
          ...(give > 0 ? [{ need: 'give' as const, count: give }] : []),
          ...(receive > 0 && step.closesAt !== null
            ? [{ need: 'receive' as const, count: receive, closesAt: step.closesAt }]
            : []),
        ]
      }
      case 'self':
        return [{ need: 'self' }]
      case 'leader':
        return [{ need: 'leader' }]
    }
  })
}

/** Before anything is handed in. */
export const noFacts: WorkFacts = {
  handedInAt: null,
  latestAt: null,
  latestVersion: 0,
  trained: [],
  toRead: 0,
  given: 0,
  received: 0,
  readers: 0,
  selfAssessed: false,
  decision: null,
  released: [],
}

export const workStates = ['att-bedoma', 'komplettering', 'pagar', 'klara'] as const
/** What a work is to a course leader: to be read, sent back, on its way through the other steps, or over. */
export type WorkState = (typeof workStates)[number]

export function workStateOf(steps: readonly Step[]): WorkState {
  if (leftOf(steps).length === 0) return 'klara'
  if (steps.some((step) => step.name === 'hand-in' && step.again)) return 'komplettering'
  return steps.some((step) => step.name === 'leader' && step.state === 'waiting') ? 'att-bedoma' : 'pagar'
}
