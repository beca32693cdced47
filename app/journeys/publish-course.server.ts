import { canBePublished, canPublishCourse, canSeeDraft, type CourseDraft } from '~/domains/catalogue'
import {
  auditCourse,
  findCourseForCompletion,
  findFindings,
  isSlugTaken,
  listTextsOf,
  lockDraft,
  publishDraft,
  versionName,
} from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { keepUnderway, lockUnderway, moveUnderway, type Underway } from '~/domains/learning/index.server'
import type { NewNotice } from '~/domains/notice'
import { enqueueNotices } from '~/domains/notice/index.server'
import { recordPublished } from '~/domains/writing/index.server'
import type { PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { eventId } from './booking-notices.server'
import { completeCourse } from './complete-course.server'

/** What becomes of those in the middle: all go on with the new version, or those who have begun finish the old one. */
export const onwards = ['move', 'keep'] as const
export type Onwards = (typeof onwards)[number]

export type PublishRefusal = 'not-found' | 'not-allowed' | 'not-ready' | 'changed-meanwhile' | 'slug-taken'

export interface Publication {
  slug: string
  /** The draft's last change as the editor saw it: what is published is what was looked at. */
  seen: Date
  onwards: Onwards
  /** What is new, in the editor's words, for those in the middle of the course. */
  note: string
  now: Date
}

/**
 * An editor publishes a draft: a version that is never changed, and what becomes of those in the middle of the course, in
 * one transaction. Those whose last unfinished lesson has left the course have finished it. Asked for again, or by two at
 * once, it is published once.
 */
export function publishCourse(
  db: Db,
  actor: Actor,
  wish: Publication,
): Promise<Outcome<{ revision: number; created: boolean }, PublishRefusal>> {
  return db
    .transaction()
    .execute(async (tx): Promise<Outcome<{ revision: number; created: boolean }, PublishRefusal>> => {
      const draft = await lockDraft(tx, wish.slug)
      if (draft === undefined || !canSeeDraft(actor, draft)) return refused('not-found')
      if (!canPublishCourse(actor, draft)) return refused('not-allowed')
      if (draft.state === 'publicerad' && draft.published !== null) {
        return done({ revision: draft.published.revision, created: false })
      }
      if (draft.changedAt.getTime() !== wish.seen.getTime()) return refused('changed-meanwhile')
      if (!canBePublished(await findFindings(tx, draft))) return refused('not-ready')
      if (await isSlugTaken(tx, draft.slug, draft.courseId)) return refused('slug-taken')
      const underway = await lockUnderway(tx, draft.courseId)
      const { now } = wish
      const { revision, before, changes } = await publishDraft(tx, draft, {
        note: wish.note.trim().slice(0, 1000),
        by: actor.personId,
        now,
      })
      await keepTexts(tx, draft, { name: versionName(revision), by: actor.personId, at: now })
      if (wish.onwards === 'keep' && before !== undefined) await keepUnderway(tx, draft.courseId, before)
      else await moveOn(tx, draft, underway, { revision, now })
      await enqueueNotices(tx, makersNotices(draft, actor, revision, now))
      await auditCourse(tx, actor, 'published', draft.courseId, {
        detail: { slug: draft.slug, revision, onwards: wish.onwards, underway: underway.length, ...changes },
        at: now,
      })
      return done({ revision, created: true })
    })
}

/** What readers were given stays in the history of each text, under the name of the version. */
async function keepTexts(tx: Tx, draft: CourseDraft, kept: { name: string; by: PersonId; at: Date }): Promise<void> {
  for (const texts of (await listTextsOf(tx, draft.courseId)).values()) {
    for (const { textId, prompt } of texts) {
      await recordPublished(tx, textId, kept)
      if (prompt !== null) await recordPublished(tx, prompt.textId, kept)
    }
  }
}

/** Everybody in the middle goes on with the newest version and is told; who has nothing left has finished. */
async function moveOn(
  tx: Tx,
  draft: CourseDraft,
  underway: readonly Underway[],
  { revision, now }: { revision: number; now: Date },
): Promise<void> {
  await moveUnderway(tx, draft.courseId)
  const course = await findCourseForCompletion(tx, draft.courseId)
  if (course === undefined || underway.length === 0) return
  const notices: NewNotice[] = []
  // In one order, so that two who publish never wait for each other.
  for (const person of [...underway].sort((a, b) => a.personId.localeCompare(b.personId))) {
    const finished = await completeCourse(tx, person, { course, round: person.round, now })
    if (finished) continue
    notices.push({
      personId: person.personId,
      kind: 'course-updated',
      sourceId: eventId('course-updated', draft.courseId, String(revision), person.personId),
      payload: { courseSlug: draft.slug, courseTitle: draft.settings.title, revision },
      createdAt: now,
    })
  }
  for (let from = 0; from < notices.length; from += 500) await enqueueNotices(tx, notices.slice(from, from + 500))
}

/** Those who make the course hear that it is published, but not the one who published it. */
function makersNotices(draft: CourseDraft, actor: Actor, revision: number, now: Date): NewNotice[] {
  const makers = new Set([...draft.editors, ...(draft.submittedBy === null ? [] : [draft.submittedBy])])
  makers.delete(actor.personId)
  return [...makers].map((personId) => ({
    personId,
    kind: 'course-published',
    sourceId: eventId('course-published', draft.courseId, String(revision), personId),
    payload: { courseSlug: draft.slug, courseTitle: draft.settings.title, revision },
    createdAt: now,
  }))
}
