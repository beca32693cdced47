import { hash } from '@node-rs/argon2'
import type { Actor, Grant, Protection, Role } from '~/domains/identity'
import type { OrganisationId, PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { rotate, unique } from './unique'

export interface PersonWish {
  givenName?: string
  familyName?: string
  email?: string
  language?: 'sv' | 'en'
  protection?: Protection
  /** Gives an employment here from `employedFrom` (2023-08-01 when not said), without an end unless `employedTo` is. */
  organisationId?: OrganisationId
  municipalityCode?: string
  employedFrom?: string
  employedTo?: string | null
  job?: 'larare' | 'sfi-larare' | 'yrkeslarare' | 'syv' | 'specialpedagog' | 'rektor' | 'administrator' | 'annan'
  schoolForm?: 'sfi' | 'grundlaggande' | 'gymnasial' | 'yrkesvux' | 'anpassad' | 'yh' | 'alla'
  percent?: number
  /** Gives an account with this password. */
  password?: string
  grants?: readonly { role: Role; organisationId?: OrganisationId | null }[]
}

export interface MadePerson {
  personId: PersonId
  givenName: string
  familyName: string
  email: string
  actor: Actor
}

const givenNames = ['Aino', 'Birk', 'Disa', 'Elof', 'Freja', 'Hilma', 'Idun', 'Loke', 'Runa', 'Sixten', 'Tyra'] as const
const familyNames = ['Ekvall', 'Fjällby', 'Granlid', 'Havsten', 'Ljungkvist', 'Rönnås', 'Åkerholm'] as const

export async function makePerson(db: Db, wish: PersonWish = {}): Promise<MadePerson> {
  const mark = unique('person')
  const givenName = wish.givenName ?? rotate(givenNames)
  const familyName = wish.familyName ?? rotate(familyNames)
  const email = wish.email ?? `${mark}@portal.example`
  const language = wish.language ?? 'sv'
  const protection = wish.protection ?? 'none'
  const row = await db
    .insertInto('person')
    .values({
      given_name: givenName,
      family_name: familyName,
      email,
      language,
      protection,
      alias: protection === 'none' ? null : `Deltagare ${mark}`,
    })
    .returning('person_id')
    .executeTakeFirstOrThrow()
  const personId = row.person_id as PersonId
  const grants: Grant[] = (wish.grants ?? []).map((grant) => ({
    role: grant.role,
    organisationId: grant.organisationId ?? null,
  }))
  await employ(db, personId, wish)
  if (wish.password !== undefined) {
    const password_hash = await hash(wish.password, {
      memoryCost: 1024,
      timeCost: 1,
      parallelism: 1,
    })
    await db.insertInto('account').values({ person_id: personId, password_hash }).execute()
  }
  if (grants.length > 0) {
    await db
      .insertInto('role_grant')
      .values(
        grants.map(({ role, organisationId }) => ({
          person_id: personId,
          role,
          organisation_id: organisationId,
        })),
      )
      .execute()
  }
  return {
    personId,
    givenName,
    familyName,
    email,
    actor: { personId, givenName, familyName, email, language, grants },
  }
}

async function employ(db: Db, personId: PersonId, wish: PersonWish): Promise<void> {
  if (wish.organisationId === undefined) return
  await db
    .insertInto('employment')
    .values({
      person_id: personId,
      organisation_id: wish.organisationId,
      municipality_code: wish.municipalityCode ?? null,
      job: wish.job ?? 'larare',
      school_form: wish.schoolForm ?? 'sfi',
      percent: wish.percent ?? 100,
      starts_on: wish.employedFrom ?? '2023-08-01',
      ends_on: wish.employedTo ?? null,
    })
    .execute()
}

/**
 * A new person who acts in one role. Without `organisationId` the role holds for the whole portal and the person is
 * employed nowhere.
 */
export async function makeActor(
  db: Db,
  role: Role = 'medarbetare',
  wish: Omit<PersonWish, 'grants'> = {},
): Promise<Actor> {
  const { actor } = await makePerson(db, {
    ...wish,
    grants: [{ role, organisationId: wish.organisationId ?? null }],
  })
  return actor
}
