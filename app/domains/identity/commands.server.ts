import { hash, verify } from '@node-rs/argon2'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type pg from 'pg'
import type { Db } from '~db/schema'
import type { PersonId } from '~/shared/ids'
import { type Outcome, done, refused } from '~/shared/outcome'
import { findAccountByEmail, findPasswordHash, insertAccount, recordAudit, updatePassword } from './store.server'
import { countHandlers } from './store/protection.server'
import { mayGrant } from './policy'
import type { Grant } from './model'

/** argon2id with the parameters of OWASP's password storage sheet: 19 MiB, two passes. */
const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, argon2)
}

/** A hash of nothing anybody knows: an unknown address costs as much time as a wrong password. */
const decoyHash = hashPassword(crypto.randomUUID())

const window = {
  tableName: 'rate_limit',
  tableCreated: true,
  storeType: 'pool',
  duration: 15 * 60,
} as const

function limiters(pool: pg.Pool) {
  return {
    account: new RateLimiterPostgres({
      ...window,
      storeClient: pool,
      keyPrefix: 'sign-in-account',
      points: 8,
    }),
    address: new RateLimiterPostgres({
      ...window,
      storeClient: pool,
      keyPrefix: 'sign-in-address',
      points: 60,
    }),
  }
}
const limitersOf = new WeakMap<pg.Pool, ReturnType<typeof limiters>>()

export type SignInRefusal = 'wrong-credentials' | 'too-many-attempts' | 'merged'

/**
 * Checks e-mail and password. Eight attempts per account and sixty per network address in a quarter of an hour;
 * the limit is shared by all processes and a success clears the account's count. An account that was merged into
 * another is told so, to those who know its password.
 */
export async function signIn(
  db: Db,
  pool: pg.Pool,
  credentials: { email: string; password: string; address: string; at: Date },
): Promise<Outcome<PersonId, SignInRefusal>> {
  const limit = limitersOf.get(pool) ?? limiters(pool)
  limitersOf.set(pool, limit)
  const key = credentials.email.trim().toLowerCase().slice(0, 200)
  try {
    await limit.address.consume(credentials.address)
    await limit.account.consume(key)
  } catch (error) {
    if (error instanceof RateLimiterRes) return refused('too-many-attempts')
    throw error
  }
  const account = await findAccountByEmail(db, credentials.email)
  const matches = await verify(account?.passwordHash ?? (await decoyHash), credentials.password)
  if (account === undefined || !matches || account.state === 'disabled') return refused('wrong-credentials')
  if (account.state === 'merged') return refused('merged')
  await limit.account.delete(key)
  await recordAudit(db, {
    actorId: account.personId,
    action: 'session.started',
    subjectKind: 'person',
    subjectId: account.personId,
    at: credentials.at,
  })
  return done(account.personId)
}

const confirmLimits = new WeakMap<pg.Pool, RateLimiterPostgres>()

/**
 * Whether a signed-in person knows the password, before something is signed in the person's name. Eight attempts in a
 * quarter of an hour; a success clears the count.
 */
export async function confirmPassword(
  db: Db,
  pool: pg.Pool,
  request: { personId: PersonId; password: string },
): Promise<Outcome<null, 'wrong-password' | 'too-many-attempts'>> {
  const limit =
    confirmLimits.get(pool) ??
    new RateLimiterPostgres({ ...window, storeClient: pool, keyPrefix: 'confirm-password', points: 8 })
  confirmLimits.set(pool, limit)
  try {
    await limit.consume(request.personId)
  } catch (error) {
    if (error instanceof RateLimiterRes) return refused('too-many-attempts')
    throw error
  }
  const present = await findPasswordHash(db, request.personId)
  const matches = await verify(present ?? (await decoyHash), request.password)
  if (present === undefined || !matches) return refused('wrong-password')
  await limit.delete(request.personId)
  return done(null)
}

/** Changes the password of a signed-in person who knows the present one. The caller ends the other sessions. */
export async function changePassword(
  db: Db,
  change: { personId: PersonId; current: string; next: string; at: Date },
): Promise<Outcome<null, 'wrong-password'>> {
  const present = await findPasswordHash(db, change.personId)
  if (present === undefined || !(await verify(present, change.current))) return refused('wrong-password')
  const nextHash = await hashPassword(change.next)
  await db.transaction().execute(async (tx) => {
    await updatePassword(tx, change.personId, nextHash, change.at)
    await recordAudit(tx, {
      actorId: change.personId,
      action: 'password.changed',
      subjectKind: 'person',
      subjectId: change.personId,
      at: change.at,
    })
  })
  return done(null)
}

/**
 * Makes an account with one role. Refuses an e-mail that already has one, and a third handler of protected data:
 * the role of another must be taken away first.
 */
export async function createAccount(
  db: Db,
  account: {
    email: string
    givenName: string
    familyName: string
    password: string
    at: Date
  } & Grant,
): Promise<Outcome<PersonId, 'email-taken' | 'handlers-full'>> {
  if ((await findAccountByEmail(db, account.email)) !== undefined) return refused('email-taken')
  const passwordHash = await hashPassword(account.password)
  return db.transaction().execute(async (tx) => {
    const holders = account.role === 'skyddshandlaggare' ? await countHandlers(tx, account.at) : 0
    if (!mayGrant(account.role, holders)) return refused('handlers-full')
    const personId = await insertAccount(tx, { ...account, passwordHash })
    await recordAudit(tx, {
      actorId: null,
      action: 'account.created',
      subjectKind: 'person',
      subjectId: personId,
      detail: { role: account.role },
      at: account.at,
    })
    return done(personId)
  })
}
