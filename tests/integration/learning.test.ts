import { describe, expect, it } from 'vitest'
import type { Question } from '~/domains/catalogue'
import {
  type ItemOf,
  enrol,
  findItemWork,
  findLearnerCourse,
  listMyCourses,
  listProgress,
  recordLessonCompletion,
  recordVisit,
  saveAnswer,
  saveReflection,
  stateTranscriptRead,
  submitQuiz,
} from '~/domains/learning/index.server'
import { openedDatabase, testDatabase } from '../support/database'
import { type MadeLesson, makeCourse, makePerson, makeQuestions } from '../support/factories'

const questions: Question[] = makeQuestions()
const right = { q1: ['a'], q2: ['a', 'b'], q3: ['a'] }
const wrong = { q1: ['b'], q2: ['a'], q3: ['b'] }
const now = new Date('2025-03-24T13:03:00Z')
const later = new Date('2025-03-25T13:03:00Z')

function lessonAt(lessons: MadeLesson[], index: number): MadeLesson {
  const lesson = lessons[index]
  if (lesson === undefined) throw new Error('The made course is shorter')
  return lesson
}

async function quizOf(): Promise<{ item: ItemOf }> {
  const db = await testDatabase()
  const { personId } = await makePerson(db)
  const course = await makeCourse(db, { lessons: ['quiz'] })
  return { item: { personId, itemId: lessonAt(course.lessons, 0).lessonId, round: 1 } }
}

describe('enrolling', () => {
  it('can be repeated, also at once, and gives one enrolment in one round', async () => {
    const db = await testDatabase()
    const { personId } = await makePerson(db)
    const { courseId } = await makeCourse(db)
    const all = await Promise.all([1, 2, 3, 4].map(() => enrol(db, { personId, courseId, now })))
    expect(all.filter((each) => each.ok && each.value.created)).toHaveLength(1)
    expect(await enrol(db, { personId, courseId, now: later })).toMatchObject({
      value: { round: 1, enrolledAt: now, created: false },
    })
  })

  it('is refused for a withdrawn course', async () => {
    const db = await testDatabase()
    const { personId } = await makePerson(db)
    const { courseId } = await makeCourse(db)
    await db.updateTable('course').set({ retired_at: now }).where('course_id', '=', courseId).execute()
    expect(await enrol(db, { personId, courseId, now })).toEqual({ ok: false, refusal: 'no-such-course' })
  })
})

describe('answers', () => {
  it('are saved one by one and read back as they were given', async () => {
    const db = await testDatabase()
    const { item } = await quizOf()
    const given = { questions, after: 0, now }
    expect(await saveAnswer(db, item, { ...given, questionKey: 'q1', chosen: ['b'] })).toEqual({
      ok: true,
      value: { savedAt: now },
    })
    await saveAnswer(db, item, { ...given, questionKey: 'q2', chosen: ['c', 'a'] })
    await saveAnswer(db, item, { ...given, questionKey: 'q1', chosen: ['c'], now: later })
    expect(await findItemWork(db, item, null)).toMatchObject({ drafts: { q1: ['c'], q2: ['a', 'c'] }, savedAt: later })
  })

  it('to an unknown question are refused', async () => {
    const { item } = await quizOf()
    const answer = { questions, questionKey: 'q9', chosen: ['a'], after: 0, now }
    expect(await saveAnswer(await testDatabase(), item, answer)).toEqual({ ok: false, refusal: 'unknown-question' })
  })

  it('that come after the attempt was submitted are left out', async () => {
    const db = await testDatabase()
    const { item } = await quizOf()
    await submitQuiz(db, item, { questions, pass: 70, responses: wrong, after: 0, now })
    const late = { questions, questionKey: 'q1', chosen: ['a'], now: later }
    expect(await saveAnswer(db, item, { ...late, after: 0 })).toEqual({ ok: false, refusal: 'already-submitted' })
    expect((await findItemWork(db, item, null)).drafts).toEqual({})
    expect(await saveAnswer(db, item, { ...late, after: 1 })).toMatchObject({ ok: true })
  })

  it('of one person are not read by another', async () => {
    const db = await testDatabase()
    const { item } = await quizOf()
    const other = await makePerson(db)
    await saveReflection(db, item, { text: 'Mina ord', now })
    expect((await findItemWork(db, { ...item, personId: other.personId }, null)).reflection).toBe('')
  })
})

describe('attempts', () => {
  it('with an unanswered question save the rest and submit nothing', async () => {
    const db = await testDatabase()
    const { item } = await quizOf()
    const given = { questions, pass: 70, responses: { q1: ['a'] }, after: 0, now }
    expect(await submitQuiz(db, item, given)).toEqual({ ok: false, refusal: 'unanswered' })
    expect(await findItemWork(db, item, null)).toMatchObject({ drafts: { q1: ['a'] }, attempts: [] })
  })

  it('are all kept, with their answers and results', async () => {
    const db = await testDatabase()
    const { item } = await quizOf()
    await submitQuiz(db, item, { questions, pass: 70, responses: wrong, after: 0, now })
    await submitQuiz(db, item, { questions, pass: 70, responses: right, after: 1, now: later })
    const { attempts, drafts } = await findItemWork(db, item, null)
    expect(attempts).toMatchObject([
      { number: 1, score: 0, passed: false, responses: wrong },
      { number: 2, score: 100, passed: true, responses: right, submittedAt: later },
    ])
    expect(drafts).toEqual({})
  })

  it('are numbered without gap or collision when many come at once, and one page gives one', async () => {
    const { kysely: db } = await openedDatabase()
    const { item } = await quizOf()
    const pages = Array.from({ length: 8 }, (_, page) => ({ ...right, q1: [['a'], ['b'], ['c']][page % 3] ?? ['a'] }))
    const given = { questions, pass: 70, after: 100, now }
    await Promise.all(pages.map((responses) => submitQuiz(db, item, { ...given, responses })))
    expect((await findItemWork(db, item, null)).attempts.map((attempt) => attempt.number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ])

    const { item: twin } = await quizOf()
    await Promise.all([1, 2, 3].map(() => submitQuiz(db, twin, { ...given, responses: right, after: 0 })))
    expect((await findItemWork(db, twin, null)).attempts).toHaveLength(1)
  })
})

describe('the state of a lesson', () => {
  it('holds the text, the word about the transcript and the seconds really played', async () => {
    const db = await testDatabase()
    const { personId } = await makePerson(db)
    const { lessons, lecture } = await makeCourse(db, { lessons: ['lecture'] })
    const item = { personId, itemId: lessonAt(lessons, 0).lessonId, round: 1 }
    if (lecture === undefined) throw new Error('The made course has a lecture')
    await db
      .insertInto('watch')
      .values({
        person_id: personId,
        lecture_id: lecture.lectureId,
        watched: '{[0,42),[60,90)}',
        position_seconds: 90,
        first_beat_at: now,
        last_beat_at: now,
        paid_until: now,
      })
      .execute()
    await stateTranscriptRead(db, item, now)
    expect(await findItemWork(db, item, lecture.lectureId)).toMatchObject({
      transcriptRead: true,
      watchedSeconds: 72,
      lecture: { durationSeconds: 100, checkPass: 66 },
    })
  })

  it('keeps a long text and refuses one without end', async () => {
    const db = await testDatabase()
    const { item } = await quizOf()
    await saveReflection(db, item, { text: 'ord '.repeat(5000), now })
    expect(await saveReflection(db, item, { text: 'x'.repeat(20_001), now })).toEqual({
      ok: false,
      refusal: 'too-long',
    })
    expect((await findItemWork(db, item, null)).reflection).toHaveLength(20_000)
  })
})

describe('my courses', () => {
  it('tell how far I have come and where I left, and nothing of others', async () => {
    const db = await testDatabase()
    const { personId } = await makePerson(db)
    const other = await makePerson(db)
    const course = await makeCourse(db, { lessons: ['article', 'article', 'quiz'] })
    const { courseId } = course
    for (const person of [personId, other.personId]) await enrol(db, { personId: person, courseId, now })
    const [first, second] = [lessonAt(course.lessons, 0), lessonAt(course.lessons, 1)]
    const finish = { courseId, revision: 1, round: 1, minutes: 10, finishedAt: now }
    await db
      .transaction()
      .execute((tx) => recordLessonCompletion(tx, { ...finish, personId, lessonId: first.lessonId }))
    await recordVisit(db, personId, first.lessonId, now)
    await recordVisit(db, personId, second.lessonId, later)
    const [mine] = await listMyCourses(db, personId)
    expect(mine).toMatchObject({
      slug: course.slug,
      done: 1,
      total: 3,
      percent: 33,
      minutesLeft: 20,
      lastVisitedAt: later,
    })
    expect(mine?.next?.slug).toBe(second.slug)
    expect(await listProgress(db, other.personId)).toEqual([
      { courseId, finishedAt: null, done: 0, total: 3, percent: 0 },
    ])
    expect(await findLearnerCourse(db, (await makePerson(db)).personId, courseId)).toBeUndefined()
  })
})
