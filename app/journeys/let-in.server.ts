import { canEditCourse, type PermitKind } from '~/domains/catalogue'
import {
  auditCourse,
  findAccountByEmail,
  findCourse,
  findDraftScope,
  givePermit,
  revokePermit,
} from '~/domains/catalogue/index.server'
import { type Actor, isReason } from '~/domains/identity'
import { enqueueNotice } from '~/domains/notice/index.server'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { eventId } from './booking-notices.server'

export type LetInRefusal = 'not-found' | 'no-such-person' | 'reason'

async function courseOf(tx: Tx, actor: Actor, slug: string) {
  const course = await findCourse(tx, slug)
  if (course === undefined || course.retiredAt !== null) return undefined
  return canEditCourse(actor, await findDraftScope(tx, course.courseId)) ? course : undefined
}

/**
 * Those who make a course let somebody in by name: past required prerequisites, with a reason that is kept, or to a
 * course that is not open to all. The person is told, with the way to the course.
 */
export function letIn(
  db: Db,
  actor: Actor,
  wish: { slug: string; kind: PermitKind; email: string; reason: string; now: Date },
): Promise<Outcome<{ created: boolean }, LetInRefusal>> {
  return db.transaction().execute(async (tx): Promise<Outcome<{ created: boolean }, LetInRefusal>> => {
    const course = await courseOf(tx, actor, wish.slug)
    if (course === undefined) return refused('not-found')
    const reason = wish.reason.trim()
    if (wish.kind === 'dispens' && !isReason(reason)) return refused('reason')
    const personId = await findAccountByEmail(tx, wish.email)
    if (personId === undefined) return refused('no-such-person')
    const { courseId, slug, title } = course
    const { kind, now: at } = wish
    const created = await givePermit(tx, { courseId, personId, kind, reason, by: actor.personId, at })
    if (!created) return done({ created })
    await enqueueNotice(tx, {
      personId,
      kind: kind === 'dispens' ? 'course-admitted' : 'course-invited',
      sourceId: eventId('course-permit', courseId, personId, kind, at.toISOString()),
      payload: { courseSlug: slug, courseTitle: title },
      createdAt: at,
    })
    await auditCourse(tx, actor, 'let-in', courseId, {
      detail: { slug, kind, personId },
      ...(reason === '' ? {} : { reason }),
      at,
    })
    return done({ created })
  })
}

/** How many addresses are invited at once at most. */
const MOST_INVITED = 100

export type Invite =
  | { ok: true; value: { invited: number } }
  | { ok: false; refusal: 'not-found' | 'no-emails' | 'many-emails' | 'unknown-emails'; unknown: string[] }

/** Invites the accounts of these addresses, all or none; an address without an account is named. */
export async function invite(
  db: Db,
  actor: Actor,
  { slug, emails, now }: { slug: string; emails: readonly string[]; now: Date },
): Promise<Invite> {
  const course = await db.transaction().execute((tx) => courseOf(tx, actor, slug))
  if (course === undefined) return { ok: false, refusal: 'not-found', unknown: [] }
  if (emails.length === 0) return { ok: false, refusal: 'no-emails', unknown: [] }
  if (emails.length > MOST_INVITED) return { ok: false, refusal: 'many-emails', unknown: [] }
  const unknown: string[] = []
  for (const email of emails) if ((await findAccountByEmail(db, email)) === undefined) unknown.push(email)
  if (unknown.length > 0) return { ok: false, refusal: 'unknown-emails', unknown }
  for (const email of emails) await letIn(db, actor, { slug, kind: 'inbjudan', email, reason: '', now })
  return { ok: true, value: { invited: emails.length } }
}

/** Takes back what let somebody in. Whoever has begun the course stays in it. */
export function takeBack(
  db: Db,
  actor: Actor,
  { slug, permitId, now }: { slug: string; permitId: string; now: Date },
): Promise<Outcome<null, 'not-found'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<null, 'not-found'>> => {
    const course = await courseOf(tx, actor, slug)
    if (course === undefined) return refused('not-found')
    const gone = await revokePermit(tx, course.courseId, permitId, now)
    if (gone === undefined) return refused('not-found')
    await auditCourse(tx, actor, 'let-in-ended', course.courseId, { detail: { slug, ...gone }, at: now })
    return done(null)
  })
}
