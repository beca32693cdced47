import path from 'node:path'
import { expect, it } from 'vitest'
import { courseIn, type CourseSettings, type Question, textsBetween } from '~/domains/catalogue'
import {
  findCourse,
  findCourseForCompletion,
  findFindings,
  openDraft,
  removeCourseTexts,
  saveCourseTexts,
  sealOfTexts,
} from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { enrol, openLesson } from '~/domains/learning/index.server'
import { finishLesson } from '~/journeys/finish-lesson.server'
import { submitAnswers } from '~/journeys/work-on-lesson.server'
import { readContent } from '~db/seed/content'
import { configure, draftOf, later, makeDraft, publish, restructure, textOf } from '../support/authoring'
import { testDatabase } from '../support/database'
import { makeActor, makeCourse, makeOrganisation, makePerson, westumFramework } from '../support/factories'
import { exported, groundOf, imported } from '../support/packages'

const db = await testDatabase()
await westumFramework(db)
const now = new Date('2025-03-24T13:03:00Z')

const original: Question = { key: 'q1', type: 'short-text', prompt: 'Vad heter det?', accepted: ['stöttning'] }
const translated: Question = { key: 'q1', type: 'short-text', prompt: 'What is it called?', accepted: ['scaffolding'] }

/** A course whose quiz is translated, and whose article is not. */
async function bilingual() {
  const course = await makeCourse(db, { lessons: ['article', 'quiz'], pass: 100 })
  const texts = textsBetween(original, translated)
  const quiz = { en: { title: 'Lesson 2', body: textOf('In English.'), questions: { q1: texts }, isOutdated: true } }
  const own = { title: 'Course', summary: 'Short.', description: textOf('About.'), outcomes: ['try', 'judge'] }
  await db
    .updateTable('course')
    .set({ translations: JSON.stringify({ en: own }) })
    .where('course_id', '=', course.courseId)
    .execute()
  await db
    .updateTable('lesson')
    .set({ translations: JSON.stringify(quiz), questions: JSON.stringify([original]) })
    .where('course_id', '=', course.courseId)
    .where('slug', '=', 'lektion-2')
    .execute()
  return course
}

async function learner(courseId: Parameters<typeof enrol>[1]['courseId'], language: 'sv' | 'en'): Promise<Actor> {
  const { actor, personId } = await makePerson(db)
  await enrol(db, { personId, courseId, now })
  return { ...actor, language }
}

it('is read in the language that is asked for, lesson by lesson, and says what is not translated or has changed', async () => {
  const { slug, courseId } = await bilingual()
  const { personId } = await learner(courseId, 'en')
  const open = async (lessonSlug: string, language: 'sv' | 'en') =>
    (await openLesson(db, personId, { courseSlug: slug, lessonSlug, attempt: undefined, now, language }))?.page
  const quiz = await open('lektion-2', 'en')
  expect(quiz).toMatchObject({
    title: 'Lesson 2',
    course: { title: 'Course' },
    body: textOf('In English.'),
    language: { shown: 'en', languages: ['sv', 'en'], isMissing: false, isOutdated: true },
  })
  expect(quiz?.quiz?.form?.questions).toMatchObject([{ key: 'q1', prompt: 'What is it called?' }])
  expect(quiz?.outline.map(({ title }) => title)).toEqual(['Lektion 1', 'Lesson 2'])
  expect(await open('lektion-1', 'en')).toMatchObject({
    title: 'Lektion 1',
    language: { shown: 'sv', isMissing: true },
  })
  expect(await open('lektion-2', 'sv')).toMatchObject({
    title: 'Lektion 2',
    language: { shown: 'sv', isOutdated: false },
  })
  const course = await findCourse(db, slug)
  expect(course && courseIn(course, 'en')).toMatchObject({ title: 'Course', outcomes: ['try', 'judge'] })
})

it.each([
  ['sv', 'stöttning'],
  ['en', 'scaffolding'],
  ['sv', 'scaffolding'],
] as const)(
  'is one course: read in %s, %s is right, and the certificate is in the reader’s language',
  async (language, answer) => {
    const { slug, courseId, title } = await bilingual()
    const actor = await learner(courseId, language)
    await finishLesson(db, actor, { courseSlug: slug, lessonSlug: 'lektion-1', now })
    const at = { courseSlug: slug, lessonSlug: 'lektion-2', now }
    const wrong = await submitAnswers(db, actor, at, { responses: { q1: ['annat'] }, after: 0 })
    expect(wrong.ok && wrong.value.finish).toBeFalsy()
    const done = await submitAnswers(db, actor, at, { responses: { q1: [answer] }, after: 1 })
    expect(done).toMatchObject({ ok: true, value: { finish: { ok: true, value: { courseFinished: true } } } })
    const rows = await db.selectFrom('certificate').select('document').where('person_id', '=', actor.personId).execute()
    const expected =
      language === 'en'
        ? {
            language,
            title: 'Course',
            outcomes: ['try', 'judge'],
            sources: [{ title: 'Lektion 1' }, { title: 'Lesson 2' }],
          }
        : { language, title, outcomes: ['pröva ett arbetssätt', 'värdera resultatet'] }
    expect(rows.map(({ document }) => document)).toMatchObject([expected])
    const completions = db.selectFrom('completion').select('item_id').where('item_id', '=', courseId)
    expect(await completions.where('person_id', '=', actor.personId).execute()).toHaveLength(1)
  },
)

type Texts = NonNullable<CourseSettings['translations']['en']>
const english: Texts = {
  title: 'A course',
  summary: 'A course for tests.',
  description: textOf('About the course.'),
  outcomes: ['try a way of working'],
  coverAlt: 'A dot',
}

async function translate(actor: Actor, slug: string, texts: Texts, version?: string) {
  const seen = version ?? sealOfTexts((await draftOf(db, slug)).settings, 'en')
  return saveCourseTexts(db, actor, { slug, language: 'en', texts, version: seen, now })
}

it('made in the portal it is read in English when its own texts are finished and published; one completion', async () => {
  const editor = await makeActor(db, 'redaktor')
  const slug = await makeDraft(db, editor, ['Ett'])
  expect(await translate(editor, slug, { ...english, isUnfinished: true })).toEqual({ ok: true, value: null })
  const hints = async () => (await findFindings(db, await draftOf(db, slug))).map(({ code }) => code)
  expect(await hints()).toContain('no-course-translation')
  expect((await publish(db, editor, slug)).ok).toBe(true)
  expect((await findCourse(db, slug))?.translations).toEqual({})
  expect((await draftOf(db, slug)).settings.translations.en).toEqual({ ...english, isUnfinished: true })

  expect((await translate(editor, slug, english)).ok).toBe(true)
  expect(await hints()).not.toContain('no-course-translation')
  expect((await publish(db, editor, slug, { now: later(1) })).ok).toBe(true)
  const course = await findCourse(db, slug)
  expect(course && courseIn(course, 'en')).toMatchObject({ ...english, lessons: [{ title: 'Ett' }] })
  const { courseId } = await draftOf(db, slug)
  expect(await findCourseForCompletion(db, courseId, 1)).toMatchObject({ translations: {} })
  expect(await findCourseForCompletion(db, courseId, 2)).toMatchObject({
    translations: { en: { title: 'A course', outcomes: ['try a way of working'] } },
  })
  const reader = await learner(courseId, 'en')
  const done = await finishLesson(db, reader, { courseSlug: slug, lessonSlug: 'ett', now })
  expect(done).toMatchObject({ ok: true, value: { courseFinished: true } })
  const rows = await db.selectFrom('certificate').select('document').where('person_id', '=', reader.personId).execute()
  expect(rows).toMatchObject([{ document: { title: 'A course', outcomes: english.outcomes } }])
})

it('says that the original has changed until the translation is looked over, and readers are told meanwhile', async () => {
  const editor = await makeActor(db, 'redaktor')
  const slug = await makeDraft(db, editor, ['Ett'])
  await translate(editor, slug, english)
  const seen = sealOfTexts((await draftOf(db, slug)).settings, 'en')
  await configure(db, editor, slug, { licence: 'CC BY-SA 4.0' })
  expect((await draftOf(db, slug)).settings.translations.en).toEqual(english)
  await configure(db, editor, slug, { summary: 'En kurs om något annat.' })
  expect((await draftOf(db, slug)).settings.translations.en).toEqual({ ...english, isOutdated: true })
  expect(await translate(editor, slug, english, seen)).toEqual({ ok: false, refusal: 'edited-meanwhile' })
  await publish(db, editor, slug)
  expect((await findCourse(db, slug))?.translations.en).toEqual({ ...english, isOutdated: true })
  expect((await translate(editor, slug, { ...english, summary: 'A course on something else.' })).ok).toBe(true)
  await publish(db, editor, slug, { now: later(1) })
  expect((await findCourse(db, slug))?.translations.en).toEqual({ ...english, summary: 'A course on something else.' })
})

it('has modules that are named in each language; a new name in the original marks the translation', async () => {
  const editor = await makeActor(db, 'redaktor')
  const slug = await makeDraft(db, editor, ['Ett', 'Två'])
  await restructure(db, editor, slug, { kind: 'add-module', title: 'Del' })
  const [module] = (await draftOf(db, slug)).modules
  const [lesson] = (await draftOf(db, slug)).lessons
  const { moduleId } = module ?? { moduleId: '' }
  const place = { kind: 'place-lesson', lessonId: lesson?.lessonId ?? '', moduleId, beforeId: undefined } as const
  await restructure(db, editor, slug, place)
  const named: Texts = { ...english, modules: { Del: 'Part' } }
  await translate(editor, slug, named)
  await publish(db, editor, slug)
  const inEnglish = async () => {
    const course = await findCourse(db, slug)
    return course && courseIn(course, 'en').lessons.map((each) => each.module)
  }
  expect(await inEnglish()).toEqual([null, 'Part'])
  await restructure(db, editor, slug, { kind: 'rename-module', moduleId, title: 'Del ett' })
  expect((await draftOf(db, slug)).settings.translations.en).toEqual({ ...named, isOutdated: true })
  await publish(db, editor, slug, { now: later(1) })
  expect(await inEnglish()).toEqual([null, 'Del ett'])
})

it('its own texts are nobody’s to write but those of the course, and not in its own language', async () => {
  const editor = await makeActor(db, 'redaktor')
  const { organisationId } = await makeOrganisation(db)
  const slug = await makeDraft(db, editor, ['Ett'], organisationId)
  const other = await makeActor(db, 'redaktor', { organisationId: (await makeOrganisation(db)).organisationId })
  expect(await translate(other, slug, english)).toEqual({ ok: false, refusal: 'not-found' })
  const remove = (actor: Actor) => removeCourseTexts(db, actor, { slug, language: 'en', now })
  expect(await remove(editor)).toEqual({ ok: false, refusal: 'no-such-language' })
  const version = sealOfTexts((await draftOf(db, slug)).settings, 'sv')
  const own = await saveCourseTexts(db, editor, { slug, language: 'sv', texts: english, version, now })
  expect(own).toEqual({ ok: false, refusal: 'own-language' })
  expect((await translate(editor, slug, english)).ok).toBe(true)
  expect(await remove(other)).toEqual({ ok: false, refusal: 'not-found' })
  expect((await draftOf(db, slug)).settings.translations.en).toEqual(english)
  expect(await remove(editor)).toEqual({ ok: true, value: null })
  expect((await draftOf(db, slug)).settings.translations).toEqual({})
})

it('two who translate at once do not write over each other', async () => {
  const editor = await makeActor(db, 'redaktor')
  const slug = await makeDraft(db, editor, ['Ett'])
  const version = sealOfTexts((await draftOf(db, slug)).settings, 'en')
  const outcomes = await Promise.all(
    ['One', 'Another'].map((title) => translate(editor, slug, { ...english, title }, version)),
  )
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
})

it('travels in a package and into a new draft with nothing lost, finished or not', async () => {
  const editor = await makeActor(db, 'redaktor')
  const { organisationId: library } = await makeOrganisation(db)
  const slug = await makeDraft(db, editor, ['Ett', 'Två'])
  await configure(db, editor, slug, { outcomes: ['planera', 'pröva'] })
  const half: Texts = { ...english, title: '', outcomes: ['', 'try'], isUnfinished: true, isOutdated: true }
  await translate(editor, slug, half)
  const { outcome } = await imported(groundOf(db), editor, await exported(groundOf(db), slug, 'draft'), { library })
  if (!outcome.ok) throw new Error(outcome.refusal)
  expect((await draftOf(db, outcome.value.slug)).settings.translations.en).toEqual(half)

  const made: Texts = { ...english, outcomes: ['plan', 'try'], modules: { 'Del: ett': 'Part' }, isOutdated: true }
  await translate(editor, slug, made)
  await publish(db, editor, slug)
  const zip = await exported(groundOf(db), slug, 'published')
  const again = await imported(groundOf(db), editor, zip, { library })
  if (!again.outcome.ok) throw new Error(again.outcome.refusal)
  expect((await draftOf(db, again.outcome.value.slug)).settings.translations.en).toEqual(made)

  await db.deleteFrom('course_draft').where('slug', '=', slug).execute()
  expect(await openDraft(db, editor, { slug, now })).toMatchObject({ ok: true, value: { created: true } })
  expect((await draftOf(db, slug)).settings.translations.en).toEqual(made)
})

it('is whole in English for one of the courses of the content', async () => {
  const { courses } = readContent(path.resolve(import.meta.dirname, '../../content'))
  const course = courses.find(({ slug }) => slug === 'distans-och-flexibelt-larande')
  expect(course?.translations.en?.outcomes).toHaveLength(4)
  expect(course?.translations.en?.coverAlt).toContain('A house')
  expect(course?.lessons.filter(({ translations }) => translations.en === undefined)).toEqual([])
})
