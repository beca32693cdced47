import path from 'node:path'
import { expect, it } from 'vitest'
import { courseIn, type Question, textsBetween } from '~/domains/catalogue'
import { findCourse } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { enrol, openLesson } from '~/domains/learning/index.server'
import { finishLesson } from '~/journeys/finish-lesson.server'
import { submitAnswers } from '~/journeys/work-on-lesson.server'
import { readContent } from '~db/seed/content'
import { textOf } from '../support/authoring'
import { testDatabase } from '../support/database'
import { makeCourse, makePerson, westumFramework } from '../support/factories'

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

it('is whole in English for one of the courses of the content', async () => {
  const { courses } = readContent(path.resolve(import.meta.dirname, '../../content'))
  const course = courses.find(({ slug }) => slug === 'distans-och-flexibelt-larande')
  expect(course?.translations.en?.outcomes).toHaveLength(4)
  expect(course?.lessons.filter(({ translations }) => translations.en === undefined)).toEqual([])
})
