import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { findEntryFacts } from '~/domains/competence/index.server'
import { findCourse, findDraft, saveSettings, sealOfSettings } from '~/domains/catalogue/index.server'
import { courseTerms } from '~/domains/catalogue'
import type { Actor } from '~/domains/identity'
import { enrolInCourse } from '~/journeys/enrol-in-course.server'
import { letIn, takeBack } from '~/journeys/let-in.server'
import { openedDatabase } from '../support/database'
import { configure, draftOf, makeDraft, monday, publish } from '../support/authoring'
import {
  makeActor,
  makeCourse,
  makeCourseCompletion,
  makeEvidence,
  makeOrganisation,
  makePerson,
  westumFramework,
} from '../support/factories'

const { kysely: db } = await openedDatabase()
beforeAll(() => westumFramework(db))

async function teacher(): Promise<Actor> {
  const { organisationId } = await makeOrganisation(db)
  return (await makePerson(db, { organisationId, password: 'vastkusten-prov' })).actor
}
const emailOf = async ({ personId }: Actor) =>
  (await db.selectFrom('person').where('person_id', '=', personId).select('email').executeTakeFirstOrThrow()).email
const noticesOf = async ({ personId }: Actor) =>
  (await db.selectFrom('outbox').where('person_id', '=', personId).select('kind').execute()).map(({ kind }) => kind)
const terms = (given: z.input<typeof courseTerms>) => courseTerms.parse(given)

describe('prerequisites', () => {
  it('are no hindrance when they are recommended', async () => {
    const first = await makeCourse(db)
    const course = await makeCourse(db, { terms: { prerequisites: { courses: [first.slug] } } })
    expect(await enrolInCourse(db, await teacher(), { courseSlug: course.slug, now: monday })).toMatchObject({
      ok: true,
      value: { created: true },
    })
  })

  it('that are required are met by a finished course and a confirmed level, not by one’s own assessment', async () => {
    const first = await makeCourse(db)
    const course = await makeCourse(db, {
      terms: {
        prerequisites: { rule: 'kravs', courses: [first.slug], competences: [{ code: 'K1.1', level: 2 }] },
      },
    })
    const actor = await teacher()
    const begin = () => enrolInCourse(db, actor, { courseSlug: course.slug, now: monday })
    expect(await begin()).toEqual({ ok: false, refusal: 'prerequisites' })
    await makeCourseCompletion(db, { personId: actor.personId, courseId: first.courseId })
    expect(await begin()).toEqual({ ok: false, refusal: 'prerequisites' })
    const { terms: read } = (await findCourse(db, course.slug)) ?? { terms: terms({}) }
    const asked = { courseId: course.courseId, prerequisites: read.prerequisites }
    expect(await findEntryFacts(db, { personId: actor.personId, today: '2025-03-24' }, asked)).toEqual({
      asked: [{ slug: first.slug, title: first.title, isOpen: true }],
      finished: new Set([first.slug]),
      levels: new Map([['K1.1', 0]]),
      isAdmitted: false,
    })
    await makeEvidence(db, { personId: actor.personId, competences: [{ code: 'K1.1', level: 2, weight: 1 }] })
    expect((await findEntryFacts(db, { personId: actor.personId, today: '2025-03-24' }, asked)).levels).toEqual(
      new Map([['K1.1', 2]]),
    )
    expect(await begin()).toMatchObject({ ok: true, value: { created: true } })
    expect(await begin()).toMatchObject({ ok: true, value: { created: false } })
  })

  it('ask for nothing that has left the offer', async () => {
    const first = await makeCourse(db)
    const course = await makeCourse(db, { terms: { prerequisites: { rule: 'kravs', courses: [first.slug] } } })
    await db.updateTable('course').set({ retired_at: monday }).where('slug', '=', first.slug).execute()
    expect(await enrolInCourse(db, await teacher(), { courseSlug: course.slug, now: monday })).toMatchObject({
      ok: true,
    })
  })

  it('may be passed by somebody whom a leader lets in by name with a reason, until it is taken back', async () => {
    const first = await makeCourse(db)
    const course = await makeCourse(db, { terms: { prerequisites: { rule: 'kravs', courses: [first.slug] } } })
    const [editor, stranger, actor] = [
      await makeActor(db, 'redaktor'),
      await makeActor(db, 'kursansvarig'),
      await teacher(),
    ]
    const wish = { slug: course.slug, kind: 'dispens' as const, email: await emailOf(actor), now: monday }
    const reason = 'Har hållit kursen i fem år.'
    expect(await letIn(db, stranger, { ...wish, reason })).toEqual({ ok: false, refusal: 'not-found' })
    expect(await letIn(db, editor, { ...wish, reason: 'kort' })).toEqual({ ok: false, refusal: 'reason' })
    expect(await letIn(db, editor, { ...wish, email: 'ingen@portal.example', reason })).toEqual({
      ok: false,
      refusal: 'no-such-person',
    })
    const both = await Promise.all([letIn(db, editor, { ...wish, reason }), letIn(db, editor, { ...wish, reason })])
    expect(both.map((one) => one.ok && one.value.created).sort()).toEqual([false, true])
    expect(await noticesOf(actor)).toEqual(['course-admitted'])
    const permit = await db
      .selectFrom('course_permit')
      .where('person_id', '=', actor.personId)
      .select(['course_permit_id', 'reason', 'given_by'])
      .executeTakeFirstOrThrow()
    expect(permit).toMatchObject({ reason, given_by: editor.personId })
    const permitId = permit.course_permit_id
    expect(await takeBack(db, stranger, { slug: course.slug, permitId, now: monday })).toMatchObject({ ok: false })
    expect(await takeBack(db, editor, { slug: course.slug, permitId, now: monday })).toMatchObject({ ok: true })
    expect(await enrolInCourse(db, actor, { courseSlug: course.slug, now: monday })).toMatchObject({ ok: false })
    await letIn(db, editor, { ...wish, reason, now: new Date(monday.getTime() + 1000) })
    expect(await enrolInCourse(db, actor, { courseSlug: course.slug, now: monday })).toMatchObject({ ok: true })
    expect(await noticesOf(actor)).toEqual(['course-admitted', 'course-admitted'])
  })

  it('never find an account whose personal data are protected', async () => {
    const course = await makeCourse(db, { terms: { prerequisites: { rule: 'kravs' } } })
    const { organisationId } = await makeOrganisation(db)
    const { actor } = await makePerson(db, { organisationId, protection: 'protected', password: 'vastkusten-prov' })
    const wish = { slug: course.slug, kind: 'dispens' as const, reason: 'Har motsvarande kunskaper.', now: monday }
    expect(await letIn(db, await makeActor(db, 'redaktor'), { ...wish, email: await emailOf(actor) })).toEqual({
      ok: false,
      refusal: 'no-such-person',
    })
  })
})

describe('circles of prerequisites', () => {
  const asks = (...courses: string[]) => ({ terms: terms({ prerequisites: { courses } }) })

  it('are refused with the way round, also over drafts, and by two who close it at once', async () => {
    const leader = await makeActor(db, 'kursansvarig')
    const [a, b, c] = [
      await makeDraft(db, leader, ['Ett']),
      await makeDraft(db, leader, ['Ett']),
      await makeDraft(db, leader, ['Ett']),
    ]
    const titleOf = async (slug: string) => (await draftOf(db, slug)).settings.title
    await configure(db, leader, a, asks(b))
    await configure(db, leader, b, asks(c))
    const { settings } = await draftOf(db, c)
    const change = { slug: c, settings: { ...settings, ...asks(a) }, version: sealOfSettings(settings), now: monday }
    expect(await saveSettings(db, leader, change)).toEqual({
      ok: false,
      refusal: 'circle',
      circle: [await titleOf(c), await titleOf(a), await titleOf(b), await titleOf(c)],
    })
    expect((await findDraft(db, c))?.settings.terms).toEqual(terms({}))

    const [d, e] = [await makeDraft(db, leader, ['Ett']), await makeDraft(db, leader, ['Ett'])]
    const save = async (slug: string, course: string) => {
      const { settings: now } = await draftOf(db, slug)
      return { slug, settings: { ...now, ...asks(course) }, version: sealOfSettings(now), now: monday }
    }
    const changes = [await save(d, e), await save(e, d)]
    const outcomes = await Promise.all(changes.map((one) => saveSettings(db, leader, one)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('are published with the course, and its version keeps them', async () => {
    const [leader, editor] = [await makeActor(db, 'kursansvarig'), await makeActor(db, 'redaktor')]
    const first = await makeCourse(db)
    const slug = await makeDraft(db, leader, ['Ett'])
    const given = terms({ prerequisites: { rule: 'kravs', courses: [first.slug] }, validity: { months: 12 } })
    await configure(db, leader, slug, { terms: given })
    expect(await publish(db, editor, slug)).toMatchObject({ ok: true })
    expect((await findCourse(db, slug))?.terms).toEqual(given)
    const { document } = await db
      .selectFrom('course_revision')
      .innerJoin('course', 'course.course_id', 'course_revision.course_id')
      .where('slug', '=', slug)
      .select('document')
      .executeTakeFirstOrThrow()
    expect(document).toMatchObject({ terms: given })
  })
})
