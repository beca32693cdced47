import { describe, expect, it } from 'vitest'
import { type Question, type QuizSettings, plainQuiz } from '~/domains/catalogue'
import {
  addBankQuestion,
  listBank,
  listBankToDraw,
  retireBankQuestion,
  saveBankQuestion,
} from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import {
  enrol,
  giveAttempt,
  listFirstAttempts,
  listUsedUp,
  openLesson,
  ownLearning,
  submitQuiz,
} from '~/domains/learning/index.server'
import { itemStatistics } from '~/domains/learning'
import { saveDraft, submitAnswers } from '~/journeys/work-on-lesson.server'
import { answersTo } from '../../db/seed/demo/answers'
import { openedDatabase, testDatabase } from '../support/database'
import { makeActor, makeCourse, makeOrganisation, makePerson, unique } from '../support/factories'
import { everyType } from '../support/questions'

const now = new Date('2025-03-24T13:03:00Z')
const everyone = { everywhere: true, organisationIds: [] }

async function quizCourse(quiz: Partial<QuizSettings> = {}, questions: readonly Question[] = everyType) {
  const { kysely: db } = await openedDatabase()
  const course = await makeCourse(db, { lessons: ['quiz'] })
  const settings = { ...plainQuiz, ...quiz }
  await setQuiz(course.courseId, questions, settings)
  const at = { courseSlug: course.slug, lessonSlug: 'lektion-1', now }
  return { db, course, at, lessonId: course.lessons[0]?.lessonId ?? ('' as never) }
}

async function setQuiz(courseId: string, questions: readonly Question[], quiz: QuizSettings): Promise<void> {
  await (
    await testDatabase()
  )
    .updateTable('lesson')
    .set({ questions: JSON.stringify(questions), quiz_settings: JSON.stringify(quiz) })
    .where('course_id', '=', courseId)
    .execute()
}

async function learnerOf(courseId: Parameters<typeof enrol>[1]['courseId']): Promise<Actor> {
  const { kysely: db } = await openedDatabase()
  const { actor } = await makePerson(db)
  await enrol(db, { personId: actor.personId, courseId, now })
  return actor
}

const rightTo = (questions: readonly Question[]) =>
  Object.fromEntries(questions.map((question) => [question.key, answersTo(question).right]))
const wrongTo = (questions: readonly Question[]) =>
  Object.fromEntries(questions.map((question) => [question.key, answersTo(question).wrong[0] ?? []]))

type Opened = NonNullable<Awaited<ReturnType<typeof openLesson>>>
const quizIn = (opened: Opened | undefined) => {
  if (opened?.page.quiz == null) throw new Error('The page has no quiz')
  return opened.page.quiz
}

async function open(actor: Actor, at: { courseSlug: string; lessonSlug: string }, attempt?: 'new' | number) {
  const { kysely: db } = await openedDatabase()
  return quizIn(await openLesson(db, actor.personId, { ...at, attempt, now, language: 'sv' }))
}

describe('a quiz of every type', () => {
  it('saves each answer as it was given, and gives all right the whole score', async () => {
    const { db, course, at } = await quizCourse()
    const actor = await learnerOf(course.courseId)
    for (const question of everyType) {
      const responses = { [question.key]: answersTo(question).right }
      expect(await saveDraft(db, actor, at, { kind: 'answers', responses, after: 0 })).toMatchObject({ ok: true })
    }
    const drafts = (await open(actor, at)).form?.drafts ?? {}
    for (const question of everyType) {
      expect([...(drafts[question.key] ?? [])].sort()).toEqual([...answersTo(question).right].sort())
    }
    const done = await submitAnswers(db, actor, at, { responses: drafts, after: 0 })
    expect(done).toMatchObject({ ok: true, value: { attempt: { score: 100, passed: true } } })
  })

  it('names what is not finished, by type, and keeps what is', async () => {
    const { db, course, at } = await quizCourse()
    const actor = await learnerOf(course.courseId)
    const [part = ''] = answersTo(everyType[3] as Question).right
    const responses = { q1: ['a'], q4: [part], q6: ['ungefär tre'], q7: [' '], __proto__: ['x'] }
    const done = await submitAnswers(db, actor, at, { responses, after: 0 })
    expect(done).toMatchObject({
      ok: false,
      refusal: 'unanswered',
      faults: { q2: 'missing', q4: 'parts-missing', q6: 'not-a-number', q7: 'missing', q8: 'missing' },
    })
    expect((await open(actor, at)).form?.drafts).toMatchObject({ q1: ['a'], q4: [part], q6: ['ungefär tre'] })
  })

  it('keeps an attempt as it was asked when the questions change afterwards', async () => {
    const { db, course, at } = await quizCourse()
    const actor = await learnerOf(course.courseId)
    await submitAnswers(db, actor, at, { responses: wrongTo(everyType), after: 0 })
    const before = (await open(actor, at)).latest
    await setQuiz(
      course.courseId,
      everyType.slice(0, 1).map((question) => ({ ...question, prompt: 'Ny?' })),
      plainQuiz,
    )
    expect((await open(actor, at)).latest).toEqual(before)
    expect((await open(actor, at, 'new')).form?.questions).toMatchObject([{ prompt: 'Ny?' }])
  })

  it('reads attempts from before questions were kept by the present questions', async () => {
    const { db, course, at, lessonId } = await quizCourse()
    const actor = await learnerOf(course.courseId)
    await submitAnswers(db, actor, at, { responses: rightTo(everyType), after: 0 })
    await db.updateTable('quiz_attempt').set({ question_set_id: null }).where('item_id', '=', lessonId).execute()
    expect((await open(actor, at)).latest).toMatchObject({ score: 100, review: { length: everyType.length } })
  })

  it('keeps one wording once, however many answer it', async () => {
    const { db, course, at, lessonId } = await quizCourse({ shuffleQuestions: true })
    for (let person = 0; person < 3; person++) {
      await submitAnswers(db, await learnerOf(course.courseId), at, { responses: rightTo(everyType), after: 0 })
    }
    const sets = await db
      .selectFrom('quiz_attempt')
      .select('question_set_id')
      .distinct()
      .where('item_id', '=', lessonId)
      .execute()
    expect(sets).toHaveLength(1)
  })
})

describe('a draw', () => {
  const settings = { draw: { count: 3, tag: null }, shuffleQuestions: true, shuffleOptions: true }
  const keysOf = (quiz: Awaited<ReturnType<typeof open>>) => quiz.form?.questions.map(({ key }) => key) ?? []

  it('stays while the attempt lasts, also when the quiz changes, and is made anew for the next', async () => {
    const { db, course, at } = await quizCourse(settings)
    const actor = await learnerOf(course.courseId)
    const first = await open(actor, at)
    expect(keysOf(first)).toHaveLength(3)
    await setQuiz(course.courseId, everyType.slice(5), { ...plainQuiz, ...settings })
    expect(await open(actor, at)).toEqual(first)
    const drawn = everyType.filter(({ key }) => keysOf(first).includes(key))
    expect(await submitAnswers(db, actor, at, { responses: rightTo(drawn), after: 0 })).toMatchObject({
      value: { attempt: { score: 100 } },
    })
    const shown = await open(actor, at)
    expect(shown.latest?.review.map(({ key }) => key)).toEqual(keysOf(first))
    await setQuiz(course.courseId, everyType, { ...plainQuiz, ...settings })
    const draws = await Promise.all(
      Array.from({ length: 12 }, async () => keysOf(await open(await learnerOf(course.courseId), at)).join()),
    )
    expect(new Set(draws).size).toBeGreaterThan(3)
  })

  it('is not in the copy of one’s own data while it is answered', async () => {
    const { course, at } = await quizCourse(settings)
    const actor = await learnerOf(course.courseId)
    await open(actor, at)
    const answers = ownLearning.find(({ name }) => name === 'answers')
    expect(await answers?.read(await testDatabase(), [actor.personId])).toEqual([])
  })
})

describe('attempts that are limited', () => {
  it('end, stay readable, and go on when a course leader gives one, once', async () => {
    const { db, course, at, lessonId } = await quizCourse({ maxAttempts: 1, tell: 'never' })
    const actor = await learnerOf(course.courseId)
    const leader = await makeActor(db, 'kursansvarig')
    const given = { courseId: course.courseId, personId: actor.personId, lessonId, now }
    expect(await giveAttempt(db, leader, given)).toEqual({ ok: false, refusal: 'not-used-up' })
    await submitAnswers(db, actor, at, { responses: wrongTo(everyType), after: 0 })
    expect(await submitAnswers(db, actor, at, { responses: rightTo(everyType), after: 1 })).toEqual({
      ok: false,
      refusal: 'attempts-used',
    })
    const shown = await open(actor, at, 'new')
    expect(shown).toMatchObject({ form: null, attemptsLeft: 0, latest: { passed: false } })
    expect(JSON.stringify(shown.latest?.review.flatMap(({ parts }) => parts.map(({ right }) => right)))).not.toContain(
      '3,5',
    )
    expect(await listUsedUp(db, course.courseId, everyone)).toMatchObject([{ personId: actor.personId, used: 1 }])
    expect(await giveAttempt(db, await makeActor(db, 'redaktor'), given)).toMatchObject({ refusal: 'not-allowed' })
    const twice = await Promise.all([giveAttempt(db, leader, given), giveAttempt(db, leader, given)])
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await open(actor, at, 'new')).attemptsLeft).toBe(1)
    const done = await submitAnswers(db, actor, at, { responses: rightTo(everyType), after: 1 })
    expect(done).toMatchObject({ value: { attempt: { number: 2, passed: true } } })
    expect(await listUsedUp(db, course.courseId, everyone)).toEqual([])
  })

  it('are seen by leaders of the person’s own organisation alone, when their grant is of one', async () => {
    const { db, course, at, lessonId } = await quizCourse({ maxAttempts: 1 })
    const [own, other] = [await makeOrganisation(db), await makeOrganisation(db)]
    const { actor } = await makePerson(db, { organisationId: own.organisationId })
    await enrol(db, { personId: actor.personId, courseId: course.courseId, now })
    await submitAnswers(db, actor, at, { responses: wrongTo(everyType), after: 0 })
    const of = (organisationId: typeof own.organisationId) => ({ everywhere: false, organisationIds: [organisationId] })
    expect(await listUsedUp(db, course.courseId, of(own.organisationId))).toHaveLength(1)
    expect(await listUsedUp(db, course.courseId, of(other.organisationId))).toEqual([])
    const stranger = await makeActor(db, 'kursansvarig', { organisationId: other.organisationId })
    const given = { courseId: course.courseId, personId: actor.personId, lessonId, now }
    expect(await giveAttempt(db, stranger, given)).toEqual({ ok: false, refusal: 'not-used-up' })
  })

  it('are never exceeded by many pages at once', async () => {
    const { db, course, lessonId } = await quizCourse()
    const { personId } = await learnerOf(course.courseId)
    const item = { personId, itemId: lessonId, round: 1 }
    const pages = Array.from({ length: 6 }, (_, page) => ({ ...rightTo(everyType), q6: [String(page)] }))
    const handed = { questions: everyType, pass: 70, allowed: 2, after: 0, now }
    const done = await Promise.all(pages.map((responses) => submitQuiz(db, item, { ...handed, responses })))
    expect(done.filter(({ ok }) => ok)).toHaveLength(2)
  })
})

describe('the bank of questions', () => {
  const content = (tag: string, prompt = 'Ur banken?') => ({
    question: { ...(everyType[0] as Question), prompt },
    courseId: null,
    tags: [tag],
    competenceCodes: ['K1.1'],
  })

  it('is kept within the grant, drawn by tag while in use, and never overwritten by two at once', async () => {
    const { db, course, at } = await quizCourse({ draw: { count: 2, tag: 'prov' } }, everyType.slice(0, 1))
    const tag = unique('etikett').toLowerCase()
    await setQuiz(course.courseId, everyType.slice(0, 1), { ...plainQuiz, draw: { count: 2, tag } })
    const [own, other] = [await makeOrganisation(db), await makeOrganisation(db)]
    const editor = await makeActor(db, 'redaktor', { organisationId: own.organisationId })
    const made = await addBankQuestion(db, editor, { organisationId: own.organisationId, content: content(tag), now })
    if (!made.ok) throw new Error(made.refusal)
    expect(
      await addBankQuestion(db, editor, { organisationId: other.organisationId, content: content(tag), now }),
    ).toEqual({ ok: false, refusal: 'not-allowed' })
    const filter = { words: 'ur BANKEN', type: null, tag, competence: 'K1.1', course: null, retired: false }
    const scope = { everywhere: false, organisationIds: [own.organisationId] }
    const [stored] = await listBank(db, scope, filter)
    if (stored === undefined) throw new Error('The question is not listed')
    expect(await listBank(db, { everywhere: false, organisationIds: [other.organisationId] }, filter)).toEqual([])

    const change = { content: content(tag, 'Ändrad?'), version: stored.changedAt, now: new Date(now.getTime() + 1000) }
    expect(await saveBankQuestion(db, editor, stored, change)).toMatchObject({ ok: true })
    expect(await saveBankQuestion(db, editor, stored, change)).toEqual({ ok: false, refusal: 'edited-meanwhile' })

    const asked = await open(await learnerOf(course.courseId), at)
    expect(asked.form?.questions.map(({ prompt }) => prompt)).toEqual(['Ett?', 'Ändrad?'])
    await retireBankQuestion(db, editor, stored, { retired: true, now })
    expect(await listBankToDraw(db, course.courseId, tag)).toEqual([])
    expect(await listBank(db, scope, { ...filter, words: '', retired: true })).toHaveLength(1)
  })
})

describe('statistics', () => {
  it('count first attempts, tell nothing below five and name nobody', async () => {
    const { db, course, at } = await quizCourse()
    for (let person = 0; person < 5; person++) {
      const actor = await learnerOf(course.courseId)
      const first = person === 0 ? wrongTo(everyType) : rightTo(everyType)
      await submitAnswers(db, actor, at, { responses: first, after: 0 })
      await submitAnswers(db, actor, at, { responses: wrongTo(everyType), after: 1 })
      const [quiz] = await listFirstAttempts(db, course.courseId)
      const items = itemStatistics(quiz?.questions ?? [], quiz?.attempts ?? [])
      expect(items).toHaveLength(everyType.length)
      expect(items.every((item) => item.people === person + 1 && (item.told !== null) === person >= 4)).toBe(true)
      if (person === 4) expect(items.map((item) => item.told?.right)).toEqual(everyType.map(() => 80))
    }
    expect(JSON.stringify(await listFirstAttempts(db, course.courseId))).not.toMatch(/personId|person_id/)
  })
})
