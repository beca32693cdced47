import type { OrganisationId, PersonId } from '~/shared/ids'

export const roles = [
  'medarbetare',
  'kursansvarig',
  'redaktor',
  'chef',
  'projektkoordinator',
  'projektadministrator',
  'skyddshandlaggare',
  'revisor',
  'systemadministrator',
] as const
export type Role = (typeof roles)[number]

export interface Grant {
  role: Role
  /** Undefined scope (null) means the whole portal. */
  organisationId: OrganisationId | null
}

/** The signed-in person on whose behalf a request runs. */
export interface Actor {
  personId: PersonId
  givenName: string
  familyName: string
  email: string
  language: 'sv' | 'en'
  grants: readonly Grant[]
}

/** How a person with protected personal data is kept apart from others (domain: skyddade personuppgifter). */
export type Protection = 'none' | 'marked' | 'protected'
