import { canChangeDraft, canPublishCourse, canSeeDraft, type CourseDraft, type DraftState } from '~/domains/catalogue'
import { auditCourse, lockDraft, retireCourse, setDraftState } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { listRoleHolders } from '~/domains/identity/index.server'
import { enqueueNotices } from '~/domains/notice/index.server'
import type { PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { eventId } from './booking-notices.server'

export type ReviewRefusal = 'not-found' | 'not-allowed' | 'state' | 'reason'
type Reviewed = Outcome<{ state: DraftState }, ReviewRefusal>

interface Step {
  slug: string
  now: Date
}

function step(
  db: Db,
  actor: Actor,
  { slug }: Step,
  take: (tx: Tx, draft: CourseDraft) => Promise<Reviewed>,
): Promise<Reviewed> {
  return db.transaction().execute(async (tx): Promise<Reviewed> => {
    const draft = await lockDraft(tx, slug)
    return draft === undefined || !canSeeDraft(actor, draft) ? refused('not-found') : take(tx, draft)
  })
}

async function tell(
  tx: Tx,
  draft: CourseDraft,
  to: Iterable<PersonId>,
  { kind, reason, now }: { kind: 'course-submitted' | 'course-returned'; reason: string; now: Date },
): Promise<void> {
  const people = [...new Set(to)].sort()
  await enqueueNotices(
    tx,
    people.map((personId) => ({
      personId,
      kind,
      sourceId: eventId(kind, draft.courseId, personId, now.toISOString()),
      payload: { courseSlug: draft.slug, courseTitle: draft.settings.title, reason },
      createdAt: now,
    })),
  )
}

/** Sends a draft to review with a note; the editors within whose grant it lies are told. */
export function submitCourse(db: Db, actor: Actor, given: Step & { note: string }): Promise<Reviewed> {
  return step(db, actor, given, async (tx, draft) => {
    if (!canChangeDraft(actor, draft)) return refused('not-allowed')
    if (draft.state !== 'utkast') return refused('state')
    const { now } = given
    const note = given.note.trim().slice(0, 2000)
    await setDraftState(tx, draft.courseId, {
      state: 'granskning',
      reviewNote: note,
      returnReason: '',
      submitted: { by: actor.personId, at: now },
    })
    const editors = await listRoleHolders(tx, 'redaktor', draft.organisationId, now)
    const others = editors.filter((personId) => personId !== actor.personId)
    await tell(tx, draft, others, { kind: 'course-submitted', reason: note, now })
    await auditCourse(tx, actor, 'submitted', draft.courseId, { detail: { slug: draft.slug }, reason: note, at: now })
    return done({ state: 'granskning' })
  })
}

/** Takes a draft back from review, to go on with it. */
export function recallCourse(db: Db, actor: Actor, given: Step): Promise<Reviewed> {
  return step(db, actor, given, async (tx, draft) => {
    if (draft.state !== 'granskning') return refused('state')
    await setDraftState(tx, draft.courseId, { state: 'utkast' })
    await auditCourse(tx, actor, 'recalled', draft.courseId, { detail: { slug: draft.slug }, at: given.now })
    return done({ state: 'utkast' })
  })
}

/** An editor sends a draft back with a reason; those who make it are told. */
export function returnCourse(db: Db, actor: Actor, given: Step & { reason: string }): Promise<Reviewed> {
  return step(db, actor, given, async (tx, draft) => {
    if (!canPublishCourse(actor, draft)) return refused('not-allowed')
    if (draft.state !== 'granskning') return refused('state')
    const { now } = given
    const reason = given.reason.trim().slice(0, 2000)
    if (reason === '') return refused('reason')
    await setDraftState(tx, draft.courseId, { state: 'utkast', returnReason: reason })
    const makers = [...draft.editors, ...(draft.submittedBy === null ? [] : [draft.submittedBy])]
    const others = makers.filter((personId) => personId !== actor.personId)
    await tell(tx, draft, others, { kind: 'course-returned', reason, now })
    await auditCourse(tx, actor, 'returned', draft.courseId, { detail: { slug: draft.slug }, reason, at: now })
    return done({ state: 'utkast' })
  })
}

/** An editor takes a published course out of the catalogue, with a reason. What people have finished stays. */
export function withdrawCourse(db: Db, actor: Actor, given: Step & { reason: string }): Promise<Reviewed> {
  return step(db, actor, given, async (tx, draft) => {
    if (!canPublishCourse(actor, draft)) return refused('not-allowed')
    if (draft.published?.isOpen !== true) return refused('state')
    const reason = given.reason.trim().slice(0, 2000)
    if (reason === '') return refused('reason')
    await retireCourse(tx, draft.courseId, given.now)
    await setDraftState(tx, draft.courseId, { state: 'avpublicerad' })
    await auditCourse(tx, actor, 'withdrawn', draft.courseId, { detail: { slug: draft.slug }, reason, at: given.now })
    return done({ state: 'avpublicerad' })
  })
}
