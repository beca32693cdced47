import { done, type Outcome, refused } from '~/shared/outcome'
import type { PersonId } from '~/shared/ids'
import type { Db } from '~db/schema'
import type { Actor, Protection } from '../model'
import { canHandleProtected } from '../policy'
import { isReason } from '../rules/reason'
import { recordAudit } from '../store.server'
import { drawAlias, findHandledPerson, holdPerson, updateProtection } from '../store/protection.server'

export type ProtectionRefusal = 'not-allowed' | 'not-found' | 'reason' | 'unchanged' | 'own'

/**
 * Sets or lifts the protection of a person's data, by a named handler with a reason. A person who becomes protected
 * gets an alias that nobody has had; a second change between the two kinds keeps it. Nobody changes their own.
 */
export async function changeProtection(
  db: Db,
  actor: Actor,
  change: { personId: PersonId; protection: Protection; reason: string; at: Date },
): Promise<Outcome<{ alias: string | null }, ProtectionRefusal>> {
  if (!canHandleProtected(actor)) return refused('not-allowed')
  if (change.personId === actor.personId) return refused('own')
  const { personId, protection } = change
  return db.transaction().execute(async (tx) => {
    await holdPerson(tx, personId)
    const person = await findHandledPerson(tx, personId)
    if (person === undefined) return refused('not-found')
    if (person.protection === protection) return refused('unchanged')
    if (!isReason(change.reason)) return refused('reason')
    const alias = person.protection === 'none' ? await drawAlias(tx) : person.alias
    await updateProtection(tx, personId, { protection, alias: protection === 'none' ? null : alias })
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'protection.changed',
      subjectKind: 'person',
      subjectId: personId,
      reason: change.reason.trim(),
      detail: { before: person.protection, after: protection, alias },
      at: change.at,
    })
    return done({ alias: protection === 'none' ? null : alias })
  })
}

/**
 * Opens the name and e-mail of a protected person for a handler, with a reason that is logged before they leave.
 */
export async function revealName(
  db: Db,
  actor: Actor,
  request: { personId: PersonId; reason: string; at: Date },
): Promise<Outcome<{ name: string; email: string }, 'not-allowed' | 'not-found' | 'reason'>> {
  if (!canHandleProtected(actor)) return refused('not-allowed')
  return db.transaction().execute(async (tx) => {
    const person = await findHandledPerson(tx, request.personId)
    if (person === undefined || person.protection === 'none') return refused('not-found')
    if (!isReason(request.reason)) return refused('reason')
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'protected-name.revealed',
      subjectKind: 'person',
      subjectId: request.personId,
      reason: request.reason.trim(),
      at: request.at,
    })
    return done({ name: `${person.givenName} ${person.familyName}`, email: person.email })
  })
}
