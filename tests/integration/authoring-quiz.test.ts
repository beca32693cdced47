import { expect, it } from 'vitest'
import type { QuizSettings } from '~/domains/catalogue'
import { findLesson, listRevisionNews, listTexts, openDraft, saveLesson } from '~/domains/catalogue/index.server'
import { enrol, findLearnerCourse } from '~/domains/learning/index.server'
import { configure, draftOf, later, monday, publish, restructure, textOf, write } from '../support/authoring'
import { testDatabase } from '../support/database'
import { makeActor, makeCourse, westumFramework } from '../support/factories'
import { everyType } from '../support/questions'

const db = await testDatabase()
await westumFramework(db)
const editor = await makeActor(db, 'redaktor')

const quiz: QuizSettings = {
  maxAttempts: 3,
  shuffleQuestions: true,
  shuffleOptions: true,
  draw: { count: 5, tag: null },
  tell: 'never',
}

/** A course of the files whose quiz asks every type, with an article so that it can change. */
async function courseOfFiles() {
  const course = await makeCourse(db, { lessons: ['article', 'quiz'] })
  await db
    .updateTable('lesson')
    .set({ questions: JSON.stringify(everyType), quiz_settings: JSON.stringify(quiz), pass: 65 })
    .where('lesson_id', '=', course.lessons[1]?.lessonId ?? '')
    .execute()
  await openDraft(db, editor, { slug: course.slug, now: monday })
  for (const { title } of (await draftOf(db, course.slug)).lessons) {
    await write(db, editor, course.slug, title, `Text till ${title}.`)
  }
  await configure(db, editor, course.slug, { description: textOf('Om kursen.') })
  return course
}

it('carries every type of question and every setting from the files to a reader who keeps a version', async () => {
  const { slug, courseId, lessons } = await courseOfFiles()
  const whole = { pass: 65, quiz, questions: everyType }
  expect((await draftOf(db, slug)).lessons[1]?.settings).toEqual({ kind: 'quiz', ...whole })
  expect((await publish(db, editor, slug)).ok).toBe(true)
  expect(await findLesson(db, slug, 'lektion-2')).toMatchObject(whole)

  const reader = await makeActor(db)
  await enrol(db, { personId: reader.personId, courseId, now: later(1) })
  await restructure(db, editor, slug, { kind: 'remove-lesson', lessonId: lessons[1]?.lessonId ?? '' }, later(2))
  expect((await publish(db, editor, slug, { onwards: 'keep', now: later(3) })).ok).toBe(true)
  expect(await findLesson(db, slug, 'lektion-2')).toBeUndefined()
  const kept = (await findLearnerCourse(db, reader.personId, courseId))?.keptRevision
  expect(kept).toBe(2)
  expect(await findLesson(db, slug, 'lektion-2', kept ?? undefined)).toMatchObject(whole)
  expect(await findLesson(db, slug, 'lektion-2', 1)).toMatchObject(whole)
})

it('tells of a quiz whose settings alone have changed, and not of one that is as it was', async () => {
  const { slug, courseId } = await courseOfFiles()
  await publish(db, editor, slug)
  const lesson = (await draftOf(db, slug)).lessons[1]
  if (lesson === undefined) throw new Error('The course has no quiz')
  const [text] = await listTexts(db, lesson.lessonId)
  const settings = { kind: 'quiz' as const, pass: 65, questions: everyType, quiz: { ...quiz, draw: null } }
  const written = { title: 'Lektion 2', body: textOf('Text till Lektion 2.'), baseSeq: text?.seq ?? 0 }
  const saved = await saveLesson(db, editor, {
    slug,
    lessonId: lesson.lessonId,
    writing: { language: 'sv', minutes: lesson.minutes, settings, text: written },
    now: later(1),
  })
  expect(saved.ok).toBe(true)
  await publish(db, editor, slug, { now: later(2) })
  const [newest] = await listRevisionNews(db, courseId, 2)
  expect(newest?.changed).toEqual(['Lektion 2'])
})
