import { describe, expect, it } from 'vitest'
import { findCourse, findLesson, inviteEditor, listRevisionNews } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { newsSince } from '~/domains/learning'
import { enrol, findLearnerCourse } from '~/domains/learning/index.server'
import { listNotices } from '~/domains/notice/index.server'
import { finishLesson } from '~/journeys/finish-lesson.server'
import { followCourse } from '~/journeys/follow-course.server'
import { publishCourse } from '~/journeys/publish-course.server'
import { recallCourse, returnCourse, submitCourse, withdrawCourse } from '~/journeys/review-course.server'
import type { CourseId } from '~/shared/ids'
import { draftOf, later, makeDraft, monday, publish, restructure, textOf, write } from '../support/authoring'
import { openedDatabase, testDatabase } from '../support/database'
import { makeActor, makeOrganisation, westumFramework } from '../support/factories'

const db = await testDatabase()
await westumFramework(db)
const editor = await makeActor(db, 'redaktor')
const leader = await makeActor(db, 'kursansvarig')

async function published(titles: readonly string[]): Promise<{ slug: string; courseId: CourseId }> {
  const slug = await makeDraft(db, leader, titles)
  expect(await publish(db, editor, slug)).toEqual({ ok: true, value: { revision: 1, created: true } })
  return { slug, courseId: (await draftOf(db, slug)).courseId }
}

async function learner(slug: string, done: readonly string[]): Promise<Actor> {
  const actor = await makeActor(db)
  const course = await findCourse(db, slug)
  if (course === undefined) throw new Error('no course')
  await enrol(db, { personId: actor.personId, courseId: course.courseId, now: monday })
  for (const lessonSlug of done) await finishLesson(db, actor, { courseSlug: slug, lessonSlug, now: monday })
  return actor
}

const mineOf = (actor: Actor, courseId: CourseId) => findLearnerCourse(db, actor.personId, courseId)
const kindsOf = async (actor: Actor) => (await listNotices(db, actor.personId, 20)).map(({ kind }) => kind)
const completionOf = (actor: Actor) =>
  db
    .selectFrom('completion')
    .select(['revision', 'minutes'])
    .where('person_id', '=', actor.personId)
    .where('item_kind', '=', 'course')
    .execute()

async function remove(slug: string, title: string, now: Date) {
  const lesson = (await draftOf(db, slug)).lessons.find((each) => each.title === title)
  await restructure(db, leader, slug, { kind: 'remove-lesson', lessonId: lesson?.lessonId ?? '' }, now)
}
async function add(slug: string, title: string, now: Date) {
  await restructure(db, leader, slug, { kind: 'add-lesson', lessonKind: 'article', title, moduleId: null }, now)
  await write(db, leader, slug, title, `Text till ${title}.`, now)
}

describe('publishing', () => {
  it('makes a version that is read at once and never changes', async () => {
    const slug = await makeDraft(db, leader, ['A', 'B'])
    await restructure(db, leader, slug, { kind: 'add-module', title: 'Del 1' })
    const draft = await draftOf(db, slug)
    const place = { kind: 'place-lesson' as const, moduleId: draft.modules[0]?.moduleId ?? null, beforeId: undefined }
    await restructure(db, leader, slug, { ...place, lessonId: draft.lessons[1]?.lessonId ?? '' })
    await publish(db, editor, slug)
    const course = await findCourse(db, slug)
    expect(course).toMatchObject({ revision: 1, nominalMinutes: 20, retiredAt: null })
    expect(course?.lessons.map(({ title, module }) => [title, module])).toEqual([
      ['A', null],
      ['B', 'Del 1'],
    ])
    expect((await findLesson(db, slug, 'b'))?.body).toEqual(textOf('Text till B.'))
    expect(await draftOf(db, slug)).toMatchObject({ state: 'publicerad', baseRevision: 1 })
    await expect(
      db.updateTable('course_revision_lesson').set({ title: 'X' }).where('course_id', '=', draft.courseId).execute(),
    ).rejects.toThrow(/append-only/)
  })

  it('is refused while something stands in the way, to others than editors, and when it has changed since', async () => {
    const slug = await makeDraft(db, leader, ['A'])
    expect(await publish(db, leader, slug)).toEqual({ ok: false, refusal: 'not-allowed' })
    const seen = (await draftOf(db, slug)).changedAt
    await restructure(
      db,
      leader,
      slug,
      { kind: 'add-lesson', lessonKind: 'quiz', title: 'Q', moduleId: null },
      later(1),
    )
    const wish = { slug, seen, onwards: 'move' as const, note: '', now: later(2) }
    expect(await publishCourse(db, editor, wish)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    expect(await publish(db, editor, slug)).toEqual({ ok: false, refusal: 'not-ready' })
    expect(await findCourse(db, slug)).toBeUndefined()
  })

  it('by two at once, or twice, is one version', async () => {
    const slug = await makeDraft(db, leader, ['A'])
    const outcomes = await Promise.all([publish(db, editor, slug), publish(db, editor, slug)])
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.created).toSorted()).toEqual([false, true])
    expect(await publish(db, editor, slug)).toEqual({ ok: true, value: { revision: 1, created: false } })
    const { courseId } = await draftOf(db, slug)
    expect(
      await db.selectFrom('course_revision').select('revision').where('course_id', '=', courseId).execute(),
    ).toEqual([{ revision: 1 }])
  })

  it('is not for an editor of another organisation', async () => {
    const [own, other] = [await makeOrganisation(db), await makeOrganisation(db)]
    const maker = await makeActor(db, 'kursansvarig', { organisationId: own.organisationId })
    const slug = await makeDraft(db, maker, ['A'], own.organisationId)
    const stranger = await makeActor(db, 'redaktor', { organisationId: other.organisationId })
    expect(await publish(db, stranger, slug)).toEqual({ ok: false, refusal: 'not-found' })
    const near = await makeActor(db, 'redaktor', { organisationId: own.organisationId })
    expect(await publish(db, near, slug)).toMatchObject({ ok: true })
  })
})

describe('those in the middle when all go on', () => {
  it('take the new version and are told what is new; what they have finished counts', async () => {
    const { slug, courseId } = await published(['A', 'B'])
    const actor = await learner(slug, ['a'])
    await add(slug, 'C', later(1))
    await write(db, leader, slug, 'B', 'En ny text.', later(2))
    await publish(db, editor, slug, { note: 'Ett avsnitt till.', now: later(3) })
    const mine = await mineOf(actor, courseId)
    expect(mine).toMatchObject({ done: 1, total: 3, revision: 2, knownRevision: 1, keptRevision: null })
    expect(mine && newsSince(mine)).toBe(1)
    expect(await listRevisionNews(db, courseId, 1)).toMatchObject([
      { revision: 2, note: 'Ett avsnitt till.', added: ['C'], changed: ['B'], removed: [] },
    ])
    expect(await kindsOf(actor)).toEqual(['course-updated'])
    await finishLesson(db, actor, { courseSlug: slug, lessonSlug: 'b', now: later(4) })
    expect(await completionOf(actor)).toEqual([])
    await finishLesson(db, actor, { courseSlug: slug, lessonSlug: 'c', now: later(5) })
    expect(await completionOf(actor)).toEqual([{ revision: 2, minutes: 30 }])
  })

  it('are not held up by a lesson that has left; who had only that one left has finished', async () => {
    const { slug, courseId } = await published(['A', 'B', 'C'])
    const almost = await learner(slug, ['a', 'b'])
    const begun = await learner(slug, ['a'])
    const fresh = await learner(slug, [])
    await remove(slug, 'C', later(1))
    await publish(db, editor, slug, { now: later(2) })
    expect(await completionOf(almost)).toEqual([{ revision: 2, minutes: 20 }])
    expect(await kindsOf(almost)).toEqual(['course-finished'])
    expect(await completionOf(begun)).toEqual([])
    expect(await mineOf(begun, courseId)).toMatchObject({ done: 1, total: 2 })
    expect(await completionOf(fresh)).toEqual([])
    const gone = await finishLesson(db, begun, { courseSlug: slug, lessonSlug: 'c', now: later(3) })
    expect(gone).toEqual({ ok: false, refusal: 'no-such-lesson' })
    await finishLesson(db, begun, { courseSlug: slug, lessonSlug: 'b', now: later(4) })
    expect(await completionOf(begun)).toEqual([{ revision: 2, minutes: 20 }])
  })
})

describe('those in the middle when they keep what they began', () => {
  it('read and finish the old version, with its texts, minutes and competences', async () => {
    const { slug, courseId } = await published(['A', 'B'])
    const keeps = await learner(slug, ['a'])
    await write(db, leader, slug, 'B', 'En ny text.', later(1))
    await add(slug, 'C', later(1))
    await remove(slug, 'A', later(1))
    await publish(db, editor, slug, { onwards: 'keep', now: later(2) })
    const starts = await learner(slug, [])
    const mine = await mineOf(keeps, courseId)
    expect(mine).toMatchObject({ done: 1, total: 2, keptRevision: 1, revision: 2 })
    expect(mine?.lessons.map(({ title }) => title)).toEqual(['A', 'B'])
    expect((await findLesson(db, slug, 'b', 1))?.body).toEqual(textOf('Text till B.'))
    expect((await findLesson(db, slug, 'b'))?.body).toEqual(textOf('En ny text.'))
    expect((await mineOf(starts, courseId))?.lessons.map(({ title }) => title)).toEqual(['B', 'C'])
    const outcome = await finishLesson(db, keeps, { courseSlug: slug, lessonSlug: 'b', now: later(3) })
    expect(outcome).toMatchObject({ value: { courseFinished: true } })
    expect(await completionOf(keeps)).toEqual([{ revision: 1, minutes: 20 }])
    expect(await kindsOf(keeps)).toEqual(['course-finished'])
  })

  it('still keep it at a third version, go over when they like, and all go on when the editor says so', async () => {
    const { slug, courseId } = await published(['A', 'B'])
    const first = await learner(slug, ['a'])
    const second = await learner(slug, ['a'])
    await add(slug, 'C', later(1))
    await publish(db, editor, slug, { onwards: 'keep', now: later(2) })
    await add(slug, 'D', later(3))
    await publish(db, editor, slug, { onwards: 'keep', now: later(4) })
    expect(await mineOf(first, courseId)).toMatchObject({ keptRevision: 1, total: 2 })
    expect(await followCourse(db, second, { courseSlug: slug, now: later(5) })).toEqual({
      ok: true,
      value: { courseFinished: false },
    })
    expect(await mineOf(second, courseId)).toMatchObject({ keptRevision: null, knownRevision: 3, total: 4, done: 1 })
    await remove(slug, 'D', later(6))
    await publish(db, editor, slug, { onwards: 'move', now: later(7) })
    expect(await mineOf(first, courseId)).toMatchObject({ keptRevision: null, total: 3, done: 1 })
  })

  it('finished stays finished', async () => {
    const { slug, courseId } = await published(['A'])
    const actor = await learner(slug, ['a'])
    expect(await completionOf(actor)).toEqual([{ revision: 1, minutes: 10 }])
    await add(slug, 'B', later(1))
    await publish(db, editor, slug, { onwards: 'keep', now: later(2) })
    const mine = await mineOf(actor, courseId)
    expect(mine).toMatchObject({ finishedRevision: 1, keptRevision: null })
    expect(mine?.finishedAt).toEqual(monday)
    await finishLesson(db, actor, { courseSlug: slug, lessonSlug: 'b', now: later(3) })
    expect(await completionOf(actor)).toEqual([{ revision: 1, minutes: 10 }])
  })
})

it('a lesson finished while a version is published counts in one of the two, never in both or neither', async () => {
  const { engine } = await openedDatabase()
  for (const onwards of ['move', 'keep'] as const) {
    const { slug, courseId } = await published(['A', 'B'])
    const actor = await learner(slug, ['a'])
    await add(slug, 'C', later(1))
    const [finish] = await Promise.all([
      finishLesson(db, actor, { courseSlug: slug, lessonSlug: 'b', now: later(2) }),
      publish(db, editor, slug, { onwards, now: later(2) }),
    ])
    if (!finish.ok) throw new Error(`${engine}: ${finish.refusal}`)
    const mine = await mineOf(actor, courseId)
    const [completion] = await completionOf(actor)
    if (finish.value.courseFinished) expect(completion).toEqual({ revision: 1, minutes: 20 })
    else expect([completion, mine?.total, mine?.done]).toEqual([undefined, 3, 2])
  }
})

describe('review', () => {
  it('goes from draft to review, back with a reason, and out; the other party is told each time', async () => {
    const slug = await makeDraft(db, leader, ['A'])
    const at = { slug, now: later(1) }
    expect(await returnCourse(db, editor, { ...at, reason: 'x' })).toEqual({ ok: false, refusal: 'state' })
    expect(await submitCourse(db, leader, { ...at, note: 'Titta på början.' })).toMatchObject({ ok: true })
    expect(await kindsOf(editor)).toContain('course-submitted')
    const locked = await draftOf(db, slug)
    expect(locked).toMatchObject({ state: 'granskning', reviewNote: 'Titta på början.', submittedBy: leader.personId })
    await expect(write(db, leader, slug, 'A', 'Nytt', later(2))).rejects.toThrow('in-review')
    expect(await returnCourse(db, leader, { ...at, reason: 'x' })).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await returnCourse(db, editor, { ...at, reason: ' ' })).toEqual({ ok: false, refusal: 'reason' })
    expect(await returnCourse(db, editor, { ...at, reason: 'Inledningen saknas.' })).toMatchObject({ ok: true })
    expect(await draftOf(db, slug)).toMatchObject({ state: 'utkast', returnReason: 'Inledningen saknas.' })
    expect(await kindsOf(leader)).toContain('course-returned')
    await write(db, leader, slug, 'A', 'Bättre.', later(3))
    await submitCourse(db, leader, { slug, now: later(4), note: '' })
    expect(await recallCourse(db, leader, { slug, now: later(5) })).toMatchObject({ ok: true })
    await submitCourse(db, leader, { slug, now: later(6), note: '' })
    expect(await publish(db, editor, slug, { now: later(7) })).toMatchObject({ ok: true })
    expect(await kindsOf(leader)).toContain('course-published')
    expect(await withdrawCourse(db, editor, { slug, now: later(8), reason: '' })).toEqual({
      ok: false,
      refusal: 'reason',
    })
    expect(await withdrawCourse(db, editor, { slug, now: later(8), reason: 'Föråldrad.' })).toMatchObject({ ok: true })
    expect((await findCourse(db, slug))?.retiredAt).toEqual(later(8))
    const audit = await db
      .selectFrom('audit_event')
      .select('action')
      .where('subject_id', '=', (await draftOf(db, slug)).courseId)
      .orderBy('audit_event_id')
      .execute()
    const steps = audit.map(({ action }) => action).filter((action) => action !== 'course.changed')
    expect(steps).toEqual([
      'course.created',
      'course.submitted',
      'course.returned',
      'course.submitted',
      'course.recalled',
      'course.submitted',
      'course.published',
      'course.withdrawn',
    ])
  })

  it('somebody who is put on the course may change it', async () => {
    const slug = await makeDraft(db, leader, ['A'])
    const other = await makeActor(db, 'kursansvarig')
    await expect(restructure(db, other, slug, { kind: 'add-module', title: 'M' })).rejects.toThrow('not-found')
    const invite = (email: string) => inviteEditor(db, leader, { slug, email, now: monday })
    expect(await invite('ingen@portal.example')).toEqual({ ok: false, refusal: 'no-such-person' })
    expect(await invite(other.email.toUpperCase())).toMatchObject({ ok: true })
    await restructure(db, other, slug, { kind: 'add-module', title: 'M' })
  })
})
