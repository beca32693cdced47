import type { Assignment, LessonKind } from '~/domains/catalogue'
import { type AssignmentLeft, leftOf, noFacts, stepsOf } from './assignment/standing'
import type { CourseProgress, ItemWork, LearnerCourse, LessonState } from './model'
import { WATCHED_SHARE, wholeSeconds } from './watch-rules'

/** What it takes for a lesson to count as done. */
export type DoneRule =
  | { kind: 'article' }
  | { kind: 'quiz'; pass: number }
  | { kind: 'reflection'; minWords: number }
  | { kind: 'lecture'; seconds: number; pass: number }
  | { kind: 'assignment'; assignment: Assignment }

/** One thing that is left before a lesson counts as done. */
export type Remaining =
  | { need: 'pass'; percent: number }
  | { need: 'words'; count: number }
  | { need: 'watch'; seconds: number }
  | { need: 'check'; percent: number }
  | AssignmentLeft

/** The seconds of a lecture that have to be played, of its whole seconds. */
export function secondsToWatch(durationSeconds: number): number {
  return Math.ceil(wholeSeconds(durationSeconds) * WATCHED_SHARE)
}

/** The rule of a lesson. Throws when a lesson lacks what its kind requires, which the database refuses too. */
export function doneRuleOf(
  lesson: {
    kind: LessonKind
    pass: number | null
    reflection: { minWords: number } | null
    assignment: Assignment | null
  },
  lecture: ItemWork['lecture'],
): DoneRule {
  switch (lesson.kind) {
    case 'article':
      return { kind: 'article' }
    case 'quiz':
      if (lesson.pass === null) throw new Error('A quiz has no pass mark')
      return { kind: 'quiz', pass: lesson.pass }
    case 'reflection':
      if (lesson.reflection === null) throw new Error('A reflection has no task')
      return { kind: 'reflection', minWords: lesson.reflection.minWords }
    case 'lecture':
      if (lecture === null) throw new Error('A lecture lesson has no lecture')
      return { kind: 'lecture', seconds: secondsToWatch(lecture.durationSeconds), pass: lecture.checkPass }
    case 'assignment':
      if (lesson.assignment === null) throw new Error('An assignment has no task')
      return { kind: 'assignment', assignment: lesson.assignment }
  }
}

/** Words that hold at least one letter or digit, so that a row of dashes is no text. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** What is left before the lesson is done; empty when nothing is. An article is done when its reader says so. */
export function whatIsLeft(
  rule: DoneRule,
  work: Pick<ItemWork, 'reflection' | 'transcriptRead' | 'watchedSeconds' | 'attempts' | 'assignment'>,
): Remaining[] {
  const passed = work.attempts.some((attempt) => attempt.passed)
  switch (rule.kind) {
    case 'article':
      return []
    case 'quiz':
      return passed ? [] : [{ need: 'pass', percent: rule.pass }]
    case 'reflection': {
      const count = rule.minWords - countWords(work.reflection)
      return count > 0 ? [{ need: 'words', count }] : []
    }
    case 'lecture': {
      const seconds = rule.seconds - work.watchedSeconds
      return [
        ...(seconds > 0 && !work.transcriptRead ? [{ need: 'watch' as const, seconds }] : []),
        ...(passed ? [] : [{ need: 'check' as const, percent: rule.pass }]),
      ]
    }
    case 'assignment': {
      const { facts, now } = work.assignment ?? { facts: noFacts, now: new Date(0) }
      return leftOf(stepsOf(rule.assignment, facts, now))
    }
  }
}

/** The lesson to go on with: the latest opened one while it is unfinished, then the first unfinished after it, then any. */
export function nextLesson(lessons: readonly LessonState[]): LessonState | undefined {
  const opened = lessons.filter((lesson) => lesson.visitedAt !== null)
  const latest = opened.reduce<LessonState | undefined>(
    (last, lesson) => (Number(lesson.visitedAt) >= Number(last?.visitedAt ?? 0) ? lesson : last),
    undefined,
  )
  const unfinished = lessons.filter((lesson) => lesson.finishedAt === null)
  if (latest === undefined) return unfinished[0]
  return unfinished.find((lesson) => lesson.position >= latest.position) ?? unfinished[0]
}

export function courseProgress(lessons: readonly LessonState[]): CourseProgress {
  const left = lessons.filter((lesson) => lesson.finishedAt === null)
  const done = lessons.length - left.length
  const visits = lessons.flatMap((lesson) => (lesson.visitedAt === null ? [] : [lesson.visitedAt.getTime()]))
  return {
    done,
    total: lessons.length,
    percent: lessons.length === 0 ? 0 : Math.floor((100 * done) / lessons.length),
    minutesLeft: left.reduce((sum, lesson) => sum + lesson.minutes, 0),
    next: nextLesson(lessons),
    lastVisitedAt: visits.length === 0 ? null : new Date(Math.max(...visits)),
  }
}

/**
 * The version since which a person has news of a course to read, or undefined when the newest is known. Whoever has
 * finished is told of what came after the version that was finished.
 */
export function newsSince(
  course: Pick<LearnerCourse, 'revision' | 'knownRevision' | 'finishedRevision'>,
): number | undefined {
  const since = Math.max(course.knownRevision, course.finishedRevision ?? 0)
  return course.revision > since ? since : undefined
}
