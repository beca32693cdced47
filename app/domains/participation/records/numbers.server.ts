import { type Actor, canHandleProtected, canRevealIdentityNumber, isReason } from '~/domains/identity'
import { findHandledPerson, recordAudit } from '~/domains/identity/index.server'
import { localDay } from '~/shared/dates'
import type { PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { canAddIdentityNumber, participantScope } from '../policy'
import { type IdentityNumber, type IdentityNumberFault, parseIdentityNumber } from '../rules/identity-number'
import { findHolder, findSealedNumber, insertNumber } from '../store/identity-number.server'
import { findRecord } from '../store/record.server'
import type { Vault } from '../vault.server'

export type AddNumberRefusal = 'not-allowed' | 'not-found' | 'protected' | 'same-number' | 'taken' | IdentityNumberFault
export type RevealRefusal = 'not-allowed' | 'not-found' | 'protected' | 'reason'

/**
 * Adds a person's identity number to the vault; the number before stays as history. Refuses a number that another
 * person has, without saying who. Numbers of persons with protected personal data are the handlers' alone.
 */
export async function addIdentityNumber(
  db: Db,
  actor: Actor,
  vault: Vault,
  request: { participationId: string; written: string; at: Date },
): Promise<Outcome<{ masked: string }, AddNumberRefusal>> {
  if (!canAddIdentityNumber(actor)) return refused('not-allowed')
  const parsed = parseIdentityNumber(request.written, localDay(request.at))
  return db.transaction().execute(async (tx) => {
    const record = await findRecord(tx, participantScope(actor), request.participationId)
    if (record === undefined) return refused('not-found')
    if (record.isProtected) return refused('protected')
    if (!parsed.ok) return parsed
    return writeNumber(tx, actor, vault, { personId: record.personId, number: parsed.value, at: request.at })
  })
}

/** Adds the number of a person with protected personal data, by a named handler. */
export async function addProtectedNumber(
  db: Db,
  actor: Actor,
  vault: Vault,
  request: { personId: PersonId; written: string; at: Date },
): Promise<Outcome<{ masked: string }, Exclude<AddNumberRefusal, 'protected'>>> {
  if (!canHandleProtected(actor)) return refused('not-allowed')
  const parsed = parseIdentityNumber(request.written, localDay(request.at))
  return db.transaction().execute(async (tx) => {
    const person = await findHandledPerson(tx, request.personId)
    if (person === undefined || person.protection === 'none') return refused('not-found')
    if (!parsed.ok) return parsed
    return writeNumber(tx, actor, vault, { personId: person.personId, number: parsed.value, at: request.at })
  })
}

async function writeNumber(
  tx: Tx,
  actor: Actor,
  vault: Vault,
  { personId, number, at }: { personId: PersonId; number: IdentityNumber; at: Date },
): Promise<Outcome<{ masked: string }, 'same-number' | 'taken'>> {
  const sealed = {
    ciphertext: vault.seal(number.digits, personId),
    keyVersion: vault.keyVersion,
    lookup: vault.lookup(number.digits),
  }
  const added = await insertNumber(tx, personId, number, sealed, at)
  if (added === undefined) {
    const holder = await findHolder(tx, sealed.lookup)
    return refused(holder === personId ? 'same-number' : 'taken')
  }
  await recordAudit(tx, {
    actorId: actor.personId,
    action: 'identity-number.added',
    subjectKind: 'person',
    subjectId: personId,
    detail: { identityNumberId: added, kind: number.kind },
    at,
  })
  return done({ masked: number.masked })
}

/**
 * Opens one identity number for the project office, with a reason of at least ten characters that is logged with who
 * and when before the number leaves. Never for a person with protected personal data.
 */
export async function revealIdentityNumber(
  db: Db,
  actor: Actor,
  vault: Vault,
  request: { participationId: string; identityNumberId: string; reason: string; at: Date },
): Promise<Outcome<{ number: string }, RevealRefusal>> {
  if (!canRevealIdentityNumber(actor)) return refused('not-allowed')
  return db.transaction().execute(async (tx) => {
    const record = await findRecord(tx, participantScope(actor), request.participationId)
    if (record === undefined) return refused('not-found')
    if (record.isProtected) return refused('protected')
    return openNumber(tx, actor, vault, { ...request, personId: record.personId })
  })
}

/** Opens one identity number of a protected person for a named handler, with a reason that is logged. */
export async function revealProtectedNumber(
  db: Db,
  actor: Actor,
  vault: Vault,
  request: { personId: PersonId; identityNumberId: string; reason: string; at: Date },
): Promise<Outcome<{ number: string }, Exclude<RevealRefusal, 'protected'>>> {
  if (!canHandleProtected(actor)) return refused('not-allowed')
  return db.transaction().execute(async (tx) => {
    const person = await findHandledPerson(tx, request.personId)
    if (person === undefined || person.protection === 'none') return refused('not-found')
    return openNumber(tx, actor, vault, request)
  })
}

async function openNumber(
  tx: Tx,
  actor: Actor,
  vault: Vault,
  request: { personId: PersonId; identityNumberId: string; reason: string; at: Date },
): Promise<Outcome<{ number: string }, 'not-found' | 'reason'>> {
  if (!isReason(request.reason)) return refused('reason')
  const sealed = await findSealedNumber(tx, request.personId, request.identityNumberId)
  if (sealed === undefined) return refused('not-found')
  const digits = vault.open(sealed, request.personId)
  await recordAudit(tx, {
    actorId: actor.personId,
    action: 'identity-number.revealed',
    subjectKind: 'person',
    subjectId: request.personId,
    reason: request.reason.trim(),
    detail: { identityNumberId: request.identityNumberId },
    at: request.at,
  })
  return done({ number: `${digits.slice(0, 8)}-${digits.slice(8)}` })
}
