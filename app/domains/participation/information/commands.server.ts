import { type Actor, canKeepProjects } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import type { PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import {
  findInformation,
  insertAcknowledgements,
  insertInformation,
  lockInformation,
} from '../store/information.server'
import type { PublishWish } from './model'
import { faultsOfWording, nextVersion } from './rules'

export type PublishRefusal = 'not-allowed' | 'faults' | 'newer' | 'same'

/** Publishes a version of the information to participants. A text that stands already is not published again. */
export async function publishInformation(
  db: Db,
  actor: Actor,
  wish: PublishWish & { at: Date },
): Promise<Outcome<{ version: string }, PublishRefusal>> {
  if (!canKeepProjects(actor)) return refused('not-allowed')
  if (Object.keys(faultsOfWording(wish)).length > 0) return refused('faults')
  return db.transaction().execute(async (tx) => {
    await lockInformation(tx)
    const newest = await findInformation(tx)
    if (newest !== undefined && newest.wording.sv === wish.sv.trim() && newest.wording.en === wish.en.trim())
      return refused('same')
    if (newest !== undefined && newest.version !== wish.basedOn) return refused('newer')
    const version = nextVersion(newest?.version ?? '0.0', wish.asksAgain)
    if (!(await insertInformation(tx, { ...wish, version, publishedBy: actor.personId }))) return refused('newer')
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'information.published',
      subjectKind: 'information',
      subjectId: version,
      detail: { asksAgain: wish.asksAgain },
      at: wish.at,
    })
    return done({ version })
  })
}

/** The person has read the newest version. A version that another has replaced meanwhile is refused, to be read first. */
export async function acknowledgeInformation(
  db: Db,
  personId: PersonId,
  request: { version: string; at: Date },
): Promise<Outcome<undefined, 'newer'>> {
  return db.transaction().execute(async (tx) => {
    const newest = await findInformation(tx)
    if (newest?.version !== request.version) return refused('newer')
    await insertAcknowledgements(tx, personId, request.version, request.at)
    return done(undefined)
  })
}
