import { type Lecture, type Lesson, plainQuiz, type Question, type QuizSettings } from '~/domains/catalogue'
import { listBankToDraw } from '~/domains/catalogue/index.server'
import type { CourseId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { DRAWN_KEY, type ItemWork } from './model'
import { arrangedQuestions, drawnQuestions } from './quiz'
import { type ItemOf, upsertAnswers } from './store/answer.server'

/** What is asked of everybody: the questions of a quiz lesson or of a lecture's check, and how. */
export interface Check {
  pass: number
  questions: Question[]
  quiz: QuizSettings
  courseId: CourseId
}

export function checkOf(lesson: Lesson, lecture: Lecture | undefined): Check {
  const { courseId } = lesson
  if (lecture !== undefined) return { ...lecture.check, quiz: plainQuiz, courseId }
  return { pass: lesson.pass ?? 100, questions: lesson.questions, quiz: lesson.quiz, courseId }
}

/** What decides the draw and the order of one attempt. */
export function seedOf({ personId, itemId, round }: ItemOf, number: number): string {
  return `${personId}:${itemId}:${round}:${number}`
}

/**
 * The questions of the attempt with this number, in the order in which it asks them: those of an attempt that was made,
 * those drawn before, or a new draw, which is kept so that a page that is opened again asks the same.
 */
export async function paperOf(
  db: Db,
  item: ItemOf,
  check: Check,
  work: Pick<ItemWork, 'attempts' | 'drawn'>,
  { number, now }: { number: number; now: Date },
): Promise<Question[]> {
  const seed = seedOf(item, number)
  const made = work.attempts.find((attempt) => attempt.number === number)
  if (made !== undefined) return arrangedQuestions(made.questions ?? check.questions, check.quiz, seed)
  if (check.quiz.draw === null) return arrangedQuestions(check.questions, check.quiz, seed)
  if (work.drawn?.number === number) return arrangedQuestions(work.drawn.questions, check.quiz, seed)
  const { tag } = check.quiz.draw
  const bank = tag === null ? [] : await listBankToDraw(db, check.courseId, tag)
  const questions = drawnQuestions(check.questions, bank, check.quiz, seed)
  await upsertAnswers(db, item, [{ key: DRAWN_KEY, response: { number, questions } }], number - 1, now)
  return arrangedQuestions(questions, check.quiz, seed)
}

/** The questions in the order in which their authors wrote them, so that everybody's are kept as one set. */
export function inWrittenOrder(questions: readonly Question[], check: Check): Question[] {
  const places = new Map(check.questions.map((question, index) => [question.key, index]))
  const placeOf = (question: Question) => places.get(question.key) ?? places.size
  return [...questions].sort((a, b) => placeOf(a) - placeOf(b) || a.key.localeCompare(b.key))
}
