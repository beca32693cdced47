import type { IdentityNumber } from '~/domains/participation'
import type { Ground, GroundPartner } from './ground'
import { testNumbers } from './identity-numbers'
import { addressName, type FullName, nameMaker } from './names'
import { type Chance, chanceFrom } from './random'

export type Job =
  'larare' | 'sfi-larare' | 'yrkeslarare' | 'syv' | 'specialpedagog' | 'rektor' | 'administrator' | 'annan'
export interface PlannedPerson extends FullName {
  personId: string
  email: string
  alias: string | null
  protection: 'none' | 'marked' | 'protected'
  employerId: string
  municipalityCode: string | null
  job: Job
  schoolForm: string
  percent: number
  roles: { role: string; organisationId: string | null }[]
  /** Demonstration people sign in; nobody else has an account. */
  hasAccount: boolean
  /** Undefined: not a participant of the project. */
  record:
    | {
        partnerId: string
        number: IdentityNumber | null
        noticeAcknowledged: boolean
      }
    | undefined
}

export const TEACHER = 'larare@demo.westum.example'
export const LEADER = 'kursansvarig@demo.westum.example'
export const PRINCIPAL = 'rektor@demo.westum.example'

/** Participants of each partner, 790 together. */
const participantsOf: Readonly<Record<string, number>> = {
  'molndals-stad': 152,
  'kunskapsforbundet-vast': 196,
  'falkenbergs-kommun': 118,
  'bengtsfors-kommun': 112,
  'lysekils-kommun': 124,
  'lidkopings-kommun': 88,
}
/** Staff of Lidköpings kommun that are made by chance; the demonstration people come beside them. */
const lidkopingStaff = 43

const jobs: Readonly<Record<Job, number>> = {
  larare: 34,
  'sfi-larare': 22,
  yrkeslarare: 18,
  syv: 7,
  specialpedagog: 6,
  rektor: 4,
  administrator: 6,
  annan: 3,
}

function schoolFormOf(chance: Chance, job: Job): string {
  if (job === 'sfi-larare') return 'sfi'
  if (job === 'yrkeslarare') return 'yrkesvux'
  if (job === 'larare')
    return chance.weighted({
      gymnasial: 50,
      grundlaggande: 34,
      anpassad: 10,
      yh: 6,
    })
  if (job === 'specialpedagog') return chance.weighted({ anpassad: 40, alla: 60 })
  return 'alla'
}

/** Demonstration people: one for each role, all with synthetic names. */
const demonstration = [
  {
    key: 'larare',
    role: 'medarbetare',
    givenName: 'Astrid',
    familyName: 'Lindahl',
    job: 'larare',
    home: 'lidkopings-kommun',
  },
  {
    key: 'rektor',
    role: 'chef',
    givenName: 'Henrik',
    familyName: 'Sandell',
    job: 'rektor',
    home: 'lidkopings-kommun',
  },
  {
    key: 'redaktor',
    role: 'redaktor',
    givenName: 'Soraya',
    familyName: 'Rahimi',
    job: 'annan',
    home: null,
  },
  {
    key: 'kursansvarig',
    role: 'kursansvarig',
    givenName: 'Mikael',
    familyName: 'Öberg',
    job: 'larare',
    home: null,
  },
  {
    key: 'koordinator',
    role: 'projektkoordinator',
    givenName: 'Ingela',
    familyName: 'Forsman',
    job: 'administrator',
    home: 'lidkopings-kommun',
  },
  {
    key: 'projekt',
    role: 'projektadministrator',
    givenName: 'Nadja',
    familyName: 'Petrović',
    job: 'administrator',
    home: null,
  },
  {
    key: 'revisor',
    role: 'revisor',
    givenName: 'Torbjörn',
    familyName: 'Ek',
    job: 'annan',
    home: null,
  },
  {
    key: 'admin',
    role: 'systemadministrator',
    givenName: 'Yusuf',
    familyName: 'Warsame',
    job: 'annan',
    home: null,
  },
  {
    key: 'skydd',
    role: 'skyddshandlaggare',
    givenName: 'Vera',
    familyName: 'Stenhammar',
    job: 'administrator',
    home: null,
  },
] as const
/** Roles that reach one organisation; the others reach the whole portal. */
const scopedRoles = ['medarbetare', 'chef', 'projektkoordinator']
/** The project's own staff and its auditors are not participants. */
const participating = ['larare', 'rektor']

interface Place {
  partner: GroundPartner
  municipality: GroundPartner['municipalities'][number]
}

/** Where the participants made by chance work: the partner's own municipality most, the others evenly. */
function places(chance: Chance, ground: Ground): Place[] {
  return ground.partners.flatMap((partner) => {
    const isLidkoping = partner.slug === 'lidkopings-kommun'
    const count = (participantsOf[partner.slug] ?? 0) - (isLidkoping ? participating.length : 0)
    const own = partner.municipalities.find(({ employerSlug }) => employerSlug === partner.slug)
    const others = partner.municipalities.filter((municipality) => municipality !== own)
    return Array.from({ length: count }, (_, index) => {
      const atHome = isLidkoping ? index < lidkopingStaff : chance.happens(0.45)
      const municipality =
        own !== undefined && (atHome || others.length === 0)
          ? own
          : chance.pick(others.length > 0 ? others : partner.municipalities)
      return { partner, municipality }
    })
  })
}

function lidkopingOf(ground: Ground): Place {
  const partner = ground.partners.find(({ slug }) => slug === 'lidkopings-kommun')
  const municipality = partner?.municipalities.find(({ employerSlug }) => employerSlug === 'lidkopings-kommun')
  if (partner === undefined || municipality === undefined)
    throw new Error('Lidköpings kommun is missing from the project')
  return { partner, municipality }
}

function demonstrationPeople(chance: Chance, ground: Ground, numbers: IdentityNumber[]): PlannedPerson[] {
  const lidkoping = lidkopingOf(ground)
  return demonstration.map((who) => {
    const employerId = who.home === null ? ground.ownerId : lidkoping.municipality.employerId
    const scope = who.home === null ? ground.ownerId : lidkoping.partner.organisationId
    const own = {
      role: who.role,
      organisationId: scopedRoles.includes(who.role) ? scope : null,
    }
    // The last one is drawn from a source of its own, so that the others stay who they are.
    const source = who.key === 'skydd' ? chanceFrom(412) : chance
    const gender = who.key === 'larare' ? 'kvinna' : 'man'
    return {
      personId: source.uuid(),
      givenName: who.givenName,
      familyName: who.familyName,
      email: `${who.key}@demo.westum.example`,
      alias: null,
      protection: 'none' as const,
      employerId,
      municipalityCode: who.home === null ? null : lidkoping.municipality.code,
      job: who.job,
      schoolForm: who.key === 'larare' ? 'gymnasial' : 'alla',
      percent: 100,
      roles: who.role === 'medarbetare' ? [own] : [{ role: 'medarbetare', organisationId: employerId }, own],
      hasAccount: true,
      record: participating.includes(who.key)
        ? {
            partnerId: lidkoping.partner.organisationId,
            number: takeNumber(numbers, gender),
            noticeAcknowledged: true,
          }
        : undefined,
    }
  })
}

function takeNumber(numbers: IdentityNumber[], gender: IdentityNumber['gender']): IdentityNumber {
  const index = numbers.findIndex((number) => number.gender === gender && number.kind === 'personnummer')
  const [number] = numbers.splice(index, 1)
  if (number === undefined) throw new Error('The test numbers ran out')
  return number
}

/** Everybody in the demonstration: the people of each role first, then 788 participants, partner by partner. */
export function planPeople(chance: Chance, ground: Ground): PlannedPerson[] {
  const everyPlace = places(chance, ground)
  const numbers = testNumbers(chance, everyPlace.length + participating.length)
  const ofRoles = demonstrationPeople(chance, ground, numbers)
  const people = ofRoles.slice(0, -1)
  const makeName = nameMaker(chance)
  const addresses = new Set<string>()
  const aliases = new Map([
    [everyPlace.findIndex(({ partner }) => partner.slug === 'lidkopings-kommun') + 17, 'Deltagare W-0412'],
    [31, 'Deltagare W-0177'],
  ])
  for (const [index, { partner, municipality }] of everyPlace.entries()) {
    const number = numbers.pop()
    if (number === undefined) throw new Error('The test numbers ran out')
    const name = makeName(number.gender)
    const alias = aliases.get(index) ?? null
    const local = alias === null ? addressName(name) : alias.toLowerCase().replace(' ', '.')
    const suffix = addresses.has(`${local}@${municipality.employerSlug}`) ? String(index) : ''
    addresses.add(`${local}@${municipality.employerSlug}`)
    const atLidkoping = municipality.employerSlug === 'lidkopings-kommun'
    const drawn = chance.weighted(jobs)
    const job = drawn === 'rektor' && atLidkoping ? 'larare' : drawn
    people.push({
      personId: chance.uuid(),
      ...name,
      email: `${local}${suffix}@${alias === null ? municipality.employerSlug : 'skyddad'}.example`,
      alias,
      protection: alias === null ? 'none' : index === 31 ? 'protected' : 'marked',
      employerId: municipality.employerId,
      municipalityCode: municipality.code,
      job,
      schoolForm: schoolFormOf(chance, job),
      percent: chance.happens(0.72) ? 100 : chance.pick([80, 75, 50]),
      roles: [{ role: 'medarbetare', organisationId: municipality.employerId }],
      hasAccount: false,
      record: {
        partnerId: partner.organisationId,
        number: chance.happens(0.975) ? number : null,
        noticeAcknowledged: chance.happens(0.94),
      },
    })
  }
  people.push(...ofRoles.slice(-1))
  return people
}
