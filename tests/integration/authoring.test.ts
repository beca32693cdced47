import { describe, expect, it } from 'vitest'
import {
  changeStructure,
  createCourse,
  findCourse,
  findDraft,
  findLesson,
  findSourceLesson,
  listDesk,
  listStoredCourses,
  listTexts,
  openDraft,
  saveLesson,
  takeUpdate,
} from '~/domains/catalogue/index.server'
import { deskReach } from '~/domains/catalogue'
import { isUuid, type LessonId } from '~/shared/ids'
import { configure, draftOf, later, makeDraft, monday, publish, restructure, textOf, write } from '../support/authoring'
import { testDatabase } from '../support/database'
import { makeActor, makeCourse, makeOrganisation, westumFramework } from '../support/factories'

const db = await testDatabase()
await westumFramework(db)
const editor = await makeActor(db, 'redaktor')
const leader = await makeActor(db, 'kursansvarig')
const titles = async (slug: string) => (await draftOf(db, slug)).lessons.map(({ title }) => title)

describe('a new course', () => {
  it('is a draft of its maker, with an address of its own, and nobody else’s to see', async () => {
    const title = `Språk i ämnet ${Math.round(performance.now() * 1000)}`
    const wish = { title, language: 'sv' as const, organisationId: null, now: monday }
    const first = await createCourse(db, leader, wish)
    const second = await createCourse(db, leader, wish)
    if (!first.ok || !second.ok) throw new Error('refused')
    expect(second.value.slug).toBe(`${first.value.slug}-2`)
    expect(await draftOf(db, first.value.slug)).toMatchObject({
      state: 'utkast',
      published: null,
      editors: [leader.personId],
    })
    expect(await findCourse(db, first.value.slug)).toBeUndefined()
    const stranger = await makeActor(db, 'kursansvarig')
    const change = { kind: 'add-module' as const, title: 'Del 1' }
    const refused = await changeStructure(db, stranger, { slug: first.value.slug, change, now: monday })
    expect(refused).toEqual({ ok: false, refusal: 'not-found' })
  })

  it('is refused to those who make none, and for an organisation out of reach', async () => {
    const { organisationId } = await makeOrganisation(db)
    const other = await makeOrganisation(db)
    const wish = { title: 'Kurs', language: 'sv' as const, now: monday }
    const teacher = await makeActor(db, 'medarbetare')
    expect(await createCourse(db, teacher, { ...wish, organisationId: null })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
    const scoped = await makeActor(db, 'kursansvarig', { organisationId })
    expect((await createCourse(db, scoped, { ...wish, organisationId: other.organisationId })).ok).toBe(false)
    expect((await createCourse(db, scoped, { ...wish, organisationId })).ok).toBe(true)
  })
})

describe('the structure', () => {
  it('takes modules and lessons in order, moves, copies, removes and puts back', async () => {
    const slug = await makeDraft(db, leader, ['A', 'B', 'C'])
    await restructure(db, leader, slug, { kind: 'add-module', title: 'Del 1' })
    await restructure(db, leader, slug, { kind: 'add-module', title: 'Del 2' })
    const { modules, lessons } = await draftOf(db, slug)
    const [first, second] = modules
    const idOf = (title: string) => lessons.find((each) => each.title === title)?.lessonId ?? ''
    const place = (title: string, moduleId: string | null, beforeId?: string) =>
      restructure(db, leader, slug, { kind: 'place-lesson', lessonId: idOf(title), moduleId, beforeId })
    await place('A', second?.moduleId ?? null)
    await place('B', first?.moduleId ?? null)
    await place('C', first?.moduleId ?? null, idOf('B'))
    expect(await titles(slug)).toEqual(['C', 'B', 'A'])
    await restructure(db, leader, slug, { kind: 'step-lesson', lessonId: idOf('B'), by: 1 })
    expect(
      (await draftOf(db, slug)).lessons.map(({ title, moduleId }) => [title, moduleId === first?.moduleId]),
    ).toEqual([
      ['C', true],
      ['B', false],
      ['A', false],
    ])
    await restructure(db, leader, slug, { kind: 'step-module', moduleId: second?.moduleId ?? '', by: -1 })
    expect(await titles(slug)).toEqual(['B', 'A', 'C'])
    const copy = { kind: 'duplicate-lesson' as const, lessonId: idOf('B'), title: (name: string) => `${name} (kopia)` }
    const copied = await restructure(db, leader, slug, copy)
    expect(isUuid(copied)).toBe(true)
    expect(await titles(slug)).toEqual(['B', 'B (kopia)', 'A', 'C'])
    await restructure(db, leader, slug, { kind: 'remove-lesson', lessonId: idOf('A') })
    expect([await titles(slug), (await draftOf(db, slug)).removed]).toMatchObject([
      ['B', 'B (kopia)', 'C'],
      [{ title: 'A' }],
    ])
    await restructure(db, leader, slug, { kind: 'restore-lesson', lessonId: idOf('A') })
    expect(await titles(slug)).toContain('A')
    await restructure(db, leader, slug, { kind: 'remove-module', moduleId: first?.moduleId ?? '' })
    expect((await draftOf(db, slug)).lessons).toHaveLength(4)
  })

  it('loses nothing when two move lessons at once', async () => {
    const slug = await makeDraft(db, leader, ['A', 'B', 'C', 'D'])
    const { lessons } = await draftOf(db, slug)
    await Promise.all(
      lessons.flatMap(({ lessonId }) =>
        ([1, -1, 1] as const).map((by) => restructure(db, leader, slug, { kind: 'step-lesson', lessonId, by })),
      ),
    )
    expect((await titles(slug)).toSorted()).toEqual(['A', 'B', 'C', 'D'])
    const { courseId } = await draftOf(db, slug)
    const rows = await db.selectFrom('draft_lesson').select('position').where('course_id', '=', courseId).execute()
    expect(rows.map(({ position }) => position).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4])
  })

  it('refuses what is not there and what has no name', async () => {
    const slug = await makeDraft(db, leader, ['A'])
    const other = await makeDraft(db, leader, ['B'])
    const [foreign] = (await draftOf(db, other)).lessons
    const refusal = async (change: Parameters<typeof changeStructure>[2]['change']) => {
      const outcome = await changeStructure(db, leader, { slug, change, now: monday })
      return outcome.ok ? undefined : outcome.refusal
    }
    expect(await refusal({ kind: 'remove-lesson', lessonId: foreign?.lessonId ?? '' })).toBe('no-such-lesson')
    expect(await refusal({ kind: 'rename-module', moduleId: crypto.randomUUID(), title: 'X' })).toBe('no-such-module')
    expect(await refusal({ kind: 'add-module', title: '  ' })).toBe('title')
  })
})

describe('the text of a lesson', () => {
  it('is not lost when two write at once', async () => {
    const slug = await makeDraft(db, leader, ['A'])
    const [lesson] = (await draftOf(db, slug)).lessons
    if (lesson === undefined) throw new Error('no lesson')
    const [text] = await listTexts(db, lesson.lessonId)
    const writing = (body: string) => ({
      slug,
      lessonId: lesson.lessonId,
      writing: {
        language: 'sv' as const,
        minutes: 10,
        settings: lesson.settings,
        text: { title: 'A', body: textOf(body), baseSeq: text?.seq ?? 0 },
      },
      now: later(5),
    })
    const outcomes = await Promise.all([saveLesson(db, leader, writing('Min')), saveLesson(db, leader, writing('Din'))])
    const met = outcomes.map((outcome) => (outcome.ok ? outcome.value.met.length : undefined))
    expect(met.toSorted()).toEqual([0, 1])
    const [stands] = await listTexts(db, lesson.lessonId)
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value.met : []))
    expect(refused).toMatchObject([{ part: 'body', theirs: { body: stands?.body, own: true } }])
  })
})

describe('the draft of a course that came from files', () => {
  it('begins as what is published, once, and stands over the files when it is published', async () => {
    const course = await makeCourse(db, { lessons: ['article', 'quiz', 'reflection'] })
    const asked = { slug: course.slug, now: monday }
    expect(await openDraft(db, leader, asked)).toEqual({ ok: false, refusal: 'not-allowed' })
    const both = await Promise.all([openDraft(db, editor, asked), openDraft(db, editor, asked)])
    expect(both.every(({ ok }) => ok)).toBe(true)
    const draft = await draftOf(db, course.slug)
    expect(draft).toMatchObject({ state: 'publicerad', baseRevision: 1, courseId: course.courseId })
    expect(draft.lessons.map(({ lessonId }) => lessonId)).toEqual(course.lessons.map(({ lessonId }) => lessonId))
    for (const { title } of draft.lessons) await write(db, editor, course.slug, title, `Text till ${title}.`)
    await configure(db, editor, course.slug, { description: textOf('Om kursen.') })
    expect(await draftOf(db, course.slug)).toMatchObject({ state: 'utkast', published: { revision: 1, isOpen: true } })
    const edited = async () => (await listStoredCourses(db)).find(({ slug }) => slug === course.slug)?.edited
    expect(await edited()).toBe(false)
    expect(await publish(db, editor, course.slug)).toEqual({ ok: true, value: { revision: 2, created: true } })
    expect(await edited()).toBe(true)
    expect((await findLesson(db, course.slug, 'lektion-1', 1))?.body).toEqual({ type: 'doc', content: [] })
    expect((await findLesson(db, course.slug, 'lektion-1'))?.body).toEqual(textOf('Text till Lektion 1.'))
  })

  it('belongs to the whole portal, so that an editor of one organisation may not begin', async () => {
    const { organisationId } = await makeOrganisation(db)
    const scoped = await makeActor(db, 'redaktor', { organisationId })
    const course = await makeCourse(db)
    expect(await openDraft(db, scoped, { slug: course.slug, now: monday })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
  })
})

describe('a lesson of another course', () => {
  it('says when it has changed there, and is taken after it was looked at', async () => {
    const source = await makeDraft(db, leader, ['Ursprung'])
    expect(await publish(db, editor, source)).toMatchObject({ ok: true })
    const target = await makeDraft(db, leader, ['Eget'])
    const original = await findLesson(db, source, 'ursprung')
    const sourceLessonId = original?.lessonId ?? ''
    const lessonId = await restructure(db, leader, target, { kind: 'reuse-lesson', sourceLessonId, moduleId: null })
    const isOutdated = async () => (await draftOf(db, target)).lessons.at(-1)?.source?.isOutdated
    expect(await isOutdated()).toBe(false)
    await write(db, leader, source, 'Ursprung', 'En ny text.', later(1))
    expect(await isOutdated()).toBe(false)
    await publish(db, editor, source, { now: later(2) })
    expect(await isOutdated()).toBe(true)
    const stale = { slug: target, lessonId, seal: 'gammal', now: later(3) }
    expect(await takeUpdate(db, leader, stale)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    const seal = (await findSourceLesson(db, sourceLessonId as LessonId))?.seal ?? ''
    expect(await takeUpdate(db, leader, { ...stale, seal })).toMatchObject({ ok: true })
    expect(await isOutdated()).toBe(false)
    expect((await listTexts(db, lessonId as LessonId))[0]?.body).toEqual(textOf('En ny text.'))
  })
})

it('the desk shows an editor what lies within the grant, and a leader the own courses', async () => {
  const [own, other] = [await makeOrganisation(db), await makeOrganisation(db)]
  const maker = await makeActor(db, 'kursansvarig', { organisationId: own.organisationId })
  const slug = await makeDraft(db, maker, ['A'], own.organisationId)
  const shows = async (actor: typeof maker) => (await listDesk(db, deskReach(actor))).some((line) => line.slug === slug)
  expect(await shows(maker)).toBe(true)
  expect(await shows(editor)).toBe(true)
  expect(await shows(await makeActor(db, 'redaktor', { organisationId: own.organisationId }))).toBe(true)
  expect(await shows(await makeActor(db, 'redaktor', { organisationId: other.organisationId }))).toBe(false)
  expect(await shows(await makeActor(db, 'kursansvarig', { organisationId: own.organisationId }))).toBe(false)
  expect(await findDraft(db, slug)).toMatchObject({ organisationId: own.organisationId })
})
