import type { Protection } from '../model'

/** What a name is made of; `alias` is set for everybody whose personal data are protected. */
export interface NamedPerson {
  givenName: string
  familyName: string
  alias: string | null
  protection: Protection
}

/** How a person is called to anybody else: the alias when the personal data are protected, otherwise the name. */
export function shownName(person: NamedPerson): string {
  return isProtected(person) ? (person.alias ?? '') : `${person.givenName} ${person.familyName}`
}

/** Whether name, e-mail, workplace, place and time of attendance are kept from everybody but the person. */
export function isProtected({ protection }: { protection: Protection }): boolean {
  return protection !== 'none'
}
