import type { GroundLesson, GroundQuestion } from './ground'
import type { Chance } from './random'
import { writeReflection } from './reflections'
import type { Study } from './studies'

export interface Attempt {
  itemId: string
  number: number
  responses: Record<string, string[]>
  score: number
  passed: boolean
  submittedAt: Date
}
export interface Answer {
  itemId: string
  questionKey: string
  response: unknown
  savedAt: Date
}
export interface Watch {
  lectureId: string
  watched: string
  positionSeconds: number
  firstBeatAt: Date
  lastBeatAt: Date
}
/** A work that was handed in, assessed by its author and approved. */
export interface Work {
  lessonId: string
  text: string
  submittedAt: Date
  approvedAt: Date
  /** A level of each criterion, as the author of the work sees it and as the course leader does. */
  self: Record<string, string>
  leader: Record<string, string>
  exampleKeys: string[]
}
/** What a way through a course leaves beside the completions. */
export interface Traces {
  visits: { lessonId: string; visitedAt: Date }[]
  attempts: Attempt[]
  answers: Answer[]
  watches: Watch[]
  works: Work[]
}

const minute = 60_000

/** The key under which the text of a reflection is saved. */
const REFLECTION_KEY = 'reflection'

function respond(chance: Chance, question: GroundQuestion, right: boolean): string[] {
  return right || question.wrong.length === 0 ? question.right : chance.pick(question.wrong)
}

function attempt(chance: Chance, questions: readonly GroundQuestion[], rightCount: number): Attempt['responses'] {
  const right = new Set(
    chance
      .shuffled(questions)
      .slice(0, rightCount)
      .map((question) => question.key),
  )
  return Object.fromEntries(
    questions.map((question) => [question.key, respond(chance, question, right.has(question.key))]),
  )
}

function takeCheck(
  chance: Chance,
  traces: Traces,
  check: { itemId: string; questions: readonly GroundQuestion[]; pass: number },
  startedAt: Date,
  passedAt: Date,
): void {
  const total = check.questions.length
  if (total === 0) return
  const enough =
    Array.from({ length: total }, (_, index) => index + 1).find(
      (count) => Math.floor((100 * count) / total) >= check.pass,
    ) ?? total
  const add = (number: number, rightCount: number, submittedAt: Date) => {
    const responses = attempt(chance, check.questions, rightCount)
    const score = Math.floor((100 * rightCount) / total)
    traces.attempts.push({
      itemId: check.itemId,
      number,
      responses,
      score,
      passed: score >= check.pass,
      submittedAt,
    })
  }
  const triedBefore = enough > 1 && chance.happens(0.24)
  if (triedBefore) {
    const between = new Date(startedAt.getTime() + (passedAt.getTime() - startedAt.getTime()) * 0.55)
    add(1, chance.whole(Math.max(0, enough - 2), enough - 1), between)
  }
  add(triedBefore ? 2 : 1, chance.whole(enough, total), passedAt)
}

function watchWhole(chance: Chance, lesson: GroundLesson, startedAt: Date): Watch | undefined {
  if (lesson.lecture === null) return undefined
  const { lectureId, durationSeconds } = lesson.lecture
  const hole = Math.floor(durationSeconds * 0.06)
  const skipped = chance.happens(0.3) ? chance.whole(20, durationSeconds - hole - 20) : undefined
  const watched =
    skipped === undefined ? `{[0,${durationSeconds})}` : `{[0,${skipped}),[${skipped + hole},${durationSeconds})}`
  return {
    lectureId,
    watched,
    positionSeconds: durationSeconds,
    firstBeatAt: new Date(startedAt.getTime() + 20_000),
    lastBeatAt: new Date(startedAt.getTime() + 20_000 + durationSeconds * 1000),
  }
}

function traceOpen(chance: Chance, traces: Traces, open: NonNullable<Study['open']>): void {
  const { lesson, visitedAt, share } = open
  traces.visits.push({ lessonId: lesson.lessonId, visitedAt })
  if (lesson.lecture !== null) {
    const seen = Math.max(10, Math.floor(lesson.lecture.durationSeconds * share))
    traces.watches.push({
      lectureId: lesson.lecture.lectureId,
      watched: `{[0,${seen})}`,
      positionSeconds: seen,
      firstBeatAt: visitedAt,
      lastBeatAt: new Date(visitedAt.getTime() + seen * 1000),
    })
  }
  if (lesson.kind === 'quiz') {
    const count = Math.floor(lesson.questions.length * share)
    for (const [index, question] of lesson.questions.slice(0, count).entries()) {
      const savedAt = new Date(visitedAt.getTime() + (index + 1) * minute)
      const response = respond(chance, question, chance.happens(0.75))
      traces.answers.push({
        itemId: lesson.lessonId,
        questionKey: question.key,
        response,
        savedAt,
      })
    }
  }
  if (lesson.kind === 'reflection') {
    const whole = writeReflection(chance, lesson.minWords)
    const text = whole.slice(0, Math.max(60, whole.lastIndexOf(' ', Math.floor(whole.length * share))))
    const savedAt = new Date(visitedAt.getTime() + 6 * minute)
    traces.answers.push({
      itemId: lesson.lessonId,
      questionKey: REFLECTION_KEY,
      response: { text },
      savedAt,
    })
  }
}

function handIn(
  chance: Chance,
  lesson: GroundLesson,
  { rubric, examples }: NonNullable<GroundLesson['assignment']>,
  startedAt: Date,
  finishedAt: Date,
): Work {
  const levels = () => Object.fromEntries(rubric.map(({ key, levels: all }) => [key, chance.pick(all.slice(1)).key]))
  return {
    lessonId: lesson.lessonId,
    text: writeReflection(chance, lesson.minWords),
    submittedAt: new Date((startedAt.getTime() + finishedAt.getTime()) / 2),
    approvedAt: finishedAt,
    self: levels(),
    leader: levels(),
    exampleKeys: examples.map(({ key }) => key),
  }
}

export function traceStudy(chance: Chance, study: Study): Traces {
  const traces: Traces = { visits: [], attempts: [], answers: [], watches: [], works: [] }
  for (const { lesson, startedAt, finishedAt } of study.finished) {
    traces.visits.push({ lessonId: lesson.lessonId, visitedAt: startedAt })
    const watch = watchWhole(chance, lesson, startedAt)
    if (watch !== undefined) traces.watches.push(watch)
    if (lesson.kind === 'quiz') {
      const check = {
        itemId: lesson.lessonId,
        questions: lesson.questions,
        pass: lesson.pass,
      }
      takeCheck(chance, traces, check, startedAt, finishedAt)
    }
    if (lesson.lecture !== null) {
      const check = {
        itemId: lesson.lessonId,
        questions: lesson.lecture.questions,
        pass: lesson.lecture.pass,
      }
      const afterwards = watch === undefined || watch.lastBeatAt >= finishedAt ? startedAt : watch.lastBeatAt
      takeCheck(chance, traces, check, afterwards, finishedAt)
    }
    if (lesson.kind === 'reflection') {
      const savedAt = new Date(finishedAt.getTime() - 20_000)
      traces.answers.push({
        itemId: lesson.lessonId,
        questionKey: REFLECTION_KEY,
        response: { text: writeReflection(chance, lesson.minWords) },
        savedAt,
      })
    }
  }
  for (const { lesson, startedAt, finishedAt } of study.finished) {
    if (lesson.assignment !== null) traces.works.push(handIn(chance, lesson, lesson.assignment, startedAt, finishedAt))
  }
  if (study.open !== undefined) traceOpen(chance, traces, study.open)
  return traces
}
