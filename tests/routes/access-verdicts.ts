import type { Role } from '~/domains/identity'
import type { Asker, World } from './access-world'

/** What an asker gets: a page, the sign-in page, no (403 or 404), or another address. */
export type Verdict = 'shown' | 'sign-in' | 'refused' | 'elsewhere'

export interface Row {
  address: (world: World) => string
  verdict: (asker: Asker) => Verdict
  /** Whether the subject's name may leave the server; the name is looked for in every answer. */
  sees?: (asker: Asker) => boolean
  /** A form that the action takes; `writes` says who may send it. A row of a route with an action has both. */
  form?: (world: World) => Record<string, string>
  writes?: (asker: Asker) => boolean
  /** Further forms of the same page, each with its own right. */
  more?: { form: (world: World) => Record<string, string>; writes: (asker: Asker) => boolean }[]
}

export const everyone = (): Verdict => 'shown'
export const signedIn = ({ actor }: Asker): Verdict => (actor === undefined ? 'sign-in' : 'shown')
export const isSignedIn = ({ actor }: Asker): boolean => actor !== undefined
export const anyone = (): boolean => true

type Places = readonly Asker['place'][]
const within = (allowed: Partial<Record<Role, Places>>, { role, place }: Asker): boolean =>
  role !== 'visitor' && (allowed[role]?.includes(place) ?? false)

/** Shown to these roles in these places; a visitor signs in first; everybody else is refused. */
export function only(allowed: Partial<Record<Role, Places>>): (asker: Asker) => Verdict {
  return (asker) => (asker.actor === undefined ? 'sign-in' : within(allowed, asker) ? 'shown' : 'refused')
}
export const seenBy = (allowed: Partial<Record<Role, Places>>) => (asker: Asker) => within(allowed, asker)

export const chiefs = { chef: ['own', 'other'] } as const
export const ownChief = { chef: ['own'] } as const
export const recordReaders = {
  projektadministrator: ['everywhere'],
  revisor: ['everywhere'],
  projektkoordinator: ['own', 'other'],
} as const
export const ownRecordReaders = { ...recordReaders, projektkoordinator: ['own'] } as const
export const recordKeepers = { projektadministrator: ['everywhere'], projektkoordinator: ['own'] } as const
export const office = { projektadministrator: ['everywhere'] } as const
export const handlers = { skyddshandlaggare: ['everywhere'] } as const
export const holdersReaders = { projektadministrator: ['everywhere'], revisor: ['everywhere'] } as const

export const attesters = { chef: ['own', 'other'], projektkoordinator: ['own', 'other'] } as const
export const makers = {
  kursansvarig: ['everywhere'],
  projektadministrator: ['everywhere'],
  projektkoordinator: ['own', 'other'],
} as const
export const ownMakers = { ...makers, projektkoordinator: ['own'] } as const
/** The office is led to the page where a reason is stated; everybody else is refused. */
export const afterReason = (asker: Asker): Verdict =>
  asker.actor === undefined ? 'sign-in' : within(office, asker) ? 'elsewhere' : 'refused'
