import { beforeAll, describe, expect, it } from 'vitest'
import { findLesson, findOpenCourse, findServedMedia, isShownTo, listCourses } from '~/domains/catalogue/index.server'
import { listCourseOffers } from '~/domains/competence/index.server'
import type { Actor } from '~/domains/identity'
import { listOffer, searchPortal } from '~/domains/insight/index.server'
import { openLesson } from '~/domains/learning/index.server'
import { enrolInCourse } from '~/journeys/enrol-in-course.server'
import { finishLesson } from '~/journeys/finish-lesson.server'
import { invite, letIn, takeBack } from '~/journeys/let-in.server'
import { saveDraft } from '~/journeys/work-on-lesson.server'
import { openedDatabase } from '../support/database'
import { monday } from '../support/authoring'
import {
  makeActor,
  makeCourse,
  makeFilm,
  type MadeCourse,
  makeOrganisation,
  makePerson,
  westumFramework,
} from '../support/factories'

const { kysely: db } = await openedDatabase()
beforeAll(() => westumFramework(db))
const today = '2025-03-24'

async function staffOf(
  organisationId: Awaited<ReturnType<typeof makeOrganisation>>['organisationId'],
  employedTo?: string,
) {
  const wish = { organisationId, password: 'vastkusten-prov', ...(employedTo === undefined ? {} : { employedTo }) }
  return makePerson(db, wish)
}

/** What each way to a course answers somebody; every one of them must say the same. */
async function ways(course: MadeCourse, actor: Actor | undefined): Promise<boolean[]> {
  const viewer = { personId: actor?.personId ?? null, today }
  const listed = (await listCourses(db, viewer)).courses.some(({ slug }) => slug === course.slug)
  const found = (await searchPortal(db, viewer, course.title)).hits.some(({ slug }) => slug === course.slug)
  const page = (await findOpenCourse(db, course.slug, viewer)) !== undefined
  const lesson = (await findLesson(db, course.slug, 'lektion-1', null, viewer)) !== undefined
  if (actor === undefined) {
    const offered = (await listOffer(db)).courses.some(({ slug }) => slug === course.slug)
    return [listed, found, page, lesson, offered]
  }
  const at = { courseSlug: course.slug, lessonSlug: 'lektion-1', now: monday }
  const opened = (await openLesson(db, actor.personId, { ...at, attempt: undefined, language: 'sv' })) !== undefined
  const saved = await saveDraft(db, actor, at, { kind: 'text', text: 'x' })
  const finished = await finishLesson(db, actor, at)
  const lifts = (await listCourseOffers(db, { personId: actor.personId, today })).some(
    ({ slug }) => slug === course.slug,
  )
  const exists = (refusal: string) => refusal !== 'no-such-lesson'
  return [
    ...[listed, found, page, lesson, opened, lifts],
    saved.ok || exists(saved.refusal),
    finished.ok || exists(finished.refusal),
  ]
}

const all = (expected: boolean) => expect.not.arrayContaining([!expected])

describe('a course for those invited', () => {
  const closed = () => makeCourse(db, { lessons: ['article', 'reflection'], terms: { access: { kind: 'inbjudan' } } })

  it('is not there for anybody else, by any way, and cannot be begun', async () => {
    const course = await closed()
    const { organisationId } = await makeOrganisation(db)
    const { actor } = await staffOf(organisationId)
    expect(await ways(course, undefined)).toEqual(all(false))
    expect(await ways(course, actor)).toEqual(all(false))
    expect(await enrolInCourse(db, actor, { courseSlug: course.slug, now: monday })).toEqual({
      ok: false,
      refusal: 'no-such-course',
    })
    // The twin: an open course is there by every way.
    const open = await makeCourse(db, {
      lessons: ['article', 'reflection'],
      publishedAt: new Date('2038-01-01T00:00:00Z'),
    })
    expect(await ways(open, undefined)).toEqual(all(true))
    expect(await ways(open, actor)).toEqual(all(true))
  })

  it('is open to whoever is invited until it is taken back, and to whoever has begun also after', async () => {
    const course = await closed()
    const { organisationId } = await makeOrganisation(db)
    const [one, other] = [await staffOf(organisationId), await staffOf(organisationId)]
    const editor = await makeActor(db, 'redaktor')
    const emails = [one.email, other.email]
    expect(
      await invite(db, editor, { slug: course.slug, emails: [...emails, 'ingen@portal.example'], now: monday }),
    ).toEqual({
      ok: false,
      refusal: 'unknown-emails',
      unknown: ['ingen@portal.example'],
    })
    expect(await ways(course, one.actor)).toEqual(all(false))
    expect(await invite(db, editor, { slug: course.slug, emails, now: monday })).toEqual({
      ok: true,
      value: { invited: 2 },
    })
    expect(await invite(db, editor, { slug: course.slug, emails, now: monday })).toMatchObject({ ok: true })
    const told = await db
      .selectFrom('outbox')
      .where('person_id', '=', one.personId)
      .select(['kind', 'payload'])
      .execute()
    expect(told).toEqual([{ kind: 'course-invited', payload: { courseSlug: course.slug, courseTitle: course.title } }])
    expect(await ways(course, one.actor)).toEqual(all(true))
    expect(await enrolInCourse(db, one.actor, { courseSlug: course.slug, now: monday })).toMatchObject({ ok: true })
    const permits = await db
      .selectFrom('course_permit')
      .where('course_id', '=', course.courseId)
      .select('course_permit_id')
      .execute()
    for (const { course_permit_id: permitId } of permits) {
      expect(await takeBack(db, editor, { slug: course.slug, permitId, now: monday })).toMatchObject({ ok: true })
    }
    expect(await ways(course, one.actor)).toEqual(all(true))
    expect(await ways(course, other.actor)).toEqual(all(false))
  })

  it('keeps its files from those who may not see it', async () => {
    const { organisationId } = await makeOrganisation(db)
    const [inside, outside] = [await staffOf(organisationId), await staffOf(organisationId)]
    const [course, open] = [await closed(), await makeCourse(db)]
    const { mediaId } = await makeFilm(db, { organisationId })
    const cover = (slug: string, path: string | null) =>
      db.updateTable('course').set({ cover_path: path }).where('slug', '=', slug).execute()
    const isShown = async () => (await findServedMedia(db, mediaId))?.shown
    await cover(course.slug, `fil/${mediaId}/bild.png?v=1`)
    await invite(db, await makeActor(db, 'redaktor'), { slug: course.slug, emails: [inside.email], now: monday })
    expect(await isShown()).toBe(false)
    expect(await isShownTo(db, mediaId, { personId: inside.personId, today })).toBe(true)
    expect(await isShownTo(db, mediaId, { personId: outside.personId, today })).toBe(false)
    expect(await isShownTo(db, mediaId, { personId: null, today })).toBe(false)
    await cover(open.slug, `fil/${mediaId}/bild.png?v=1`)
    expect(await isShown()).toBe(true)
  })

  it('is there for editors of the portal, and a dispensation is no invitation', async () => {
    const course = await closed()
    const editor = await makeActor(db, 'redaktor')
    expect(await findOpenCourse(db, course.slug, { personId: editor.personId, today })).toBeDefined()
    const { organisationId } = await makeOrganisation(db)
    const { actor, email } = await staffOf(organisationId)
    const reason = 'Har motsvarande kunskaper.'
    await letIn(db, editor, { slug: course.slug, kind: 'dispens', email, reason, now: monday })
    expect(await ways(course, actor)).toEqual(all(false))
  })
})

describe('a course for the staff of some organisations', () => {
  it('is open to those employed there today, not to others, and to those invited', async () => {
    const [own, other] = [await makeOrganisation(db), await makeOrganisation(db)]
    const terms = { access: { kind: 'organisationer' as const, organisations: [own.slug] } }
    const course = await makeCourse(db, { lessons: ['article', 'reflection'], terms })
    const [inside, outside, former] = [
      await staffOf(own.organisationId),
      await staffOf(other.organisationId),
      await staffOf(own.organisationId, '2025-03-23'),
    ]
    expect(await ways(course, undefined)).toEqual(all(false))
    expect(await ways(course, inside.actor)).toEqual(all(true))
    expect(await ways(course, outside.actor)).toEqual(all(false))
    expect(await ways(course, former.actor)).toEqual(all(false))
    await invite(db, await makeActor(db, 'redaktor'), { slug: course.slug, emails: [outside.email], now: monday })
    expect(await ways(course, outside.actor)).toEqual(all(true))
  })
})
