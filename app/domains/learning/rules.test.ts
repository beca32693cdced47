import { describe, expect, it } from 'vitest'
import type { LessonId } from '~/shared/ids'
import type { Attempt, LessonState } from './model'
import {
  type DoneRule,
  type Remaining,
  countWords,
  courseProgress,
  doneRuleOf,
  newsSince,
  secondsToWatch,
  whatIsLeft,
} from './rules'

const attempt = (passed: boolean): Attempt => ({
  number: 1,
  responses: {},
  score: passed ? 80 : 40,
  passed,
  submittedAt: new Date('2025-03-24T10:00:00Z'),
  questions: null,
})
const nothing = {
  reflection: '',
  transcriptRead: false,
  watchedSeconds: 0,
  attempts: [] as Attempt[],
  assignment: null,
}
const lecture: DoneRule = { kind: 'lecture', seconds: 90, pass: 66 }

describe('what is left of a lesson', () => {
  const cases: [string, DoneRule, Partial<typeof nothing>, Remaining[]][] = [
    ['an article asks for nothing but the word of its reader', { kind: 'article' }, {}, []],
    ['a quiz without an attempt', { kind: 'quiz', pass: 70 }, {}, [{ need: 'pass', percent: 70 }]],
    ['a failed quiz', { kind: 'quiz', pass: 70 }, { attempts: [attempt(false)] }, [{ need: 'pass', percent: 70 }]],
    ['a quiz passed once', { kind: 'quiz', pass: 70 }, { attempts: [attempt(true), attempt(false)] }, []],
    ['no text', { kind: 'reflection', minWords: 3 }, {}, [{ need: 'words', count: 3 }]],
    ['a short text', { kind: 'reflection', minWords: 3 }, { reflection: 'Två ord' }, [{ need: 'words', count: 1 }]],
    ['enough text', { kind: 'reflection', minWords: 3 }, { reflection: 'Nu är det tre' }, []],
    [
      'nothing seen',
      lecture,
      {},
      [
        { need: 'watch', seconds: 90 },
        { need: 'check', percent: 66 },
      ],
    ],
    ['one second too few', lecture, { watchedSeconds: 89, attempts: [attempt(true)] }, [{ need: 'watch', seconds: 1 }]],
    ['seen, but no check', lecture, { watchedSeconds: 90 }, [{ need: 'check', percent: 66 }]],
    ['seen and checked', lecture, { watchedSeconds: 90, attempts: [attempt(true)] }, []],
    ['read in place of seen', lecture, { transcriptRead: true, attempts: [attempt(true)] }, []],
    ['read, but no check', lecture, { transcriptRead: true }, [{ need: 'check', percent: 66 }]],
  ]
  it.each(cases)('%s', (_name, rule, work, left) => {
    expect(whatIsLeft(rule, { ...nothing, ...work })).toEqual(left)
  })
})

describe('the rule of a lesson', () => {
  it('asks for nine tenths of the whole seconds of a lecture, rounded up', () => {
    expect(secondsToWatch(100)).toBe(90)
    expect(secondsToWatch(101.9)).toBe(91)
    const lesson = { kind: 'lecture', pass: null, reflection: null, assignment: null } as const
    expect(doneRuleOf(lesson, { durationSeconds: 100, checkPass: 66 })).toEqual(lecture)
  })
  it('is refused when the lesson lacks what its kind requires', () => {
    for (const kind of ['quiz', 'reflection', 'lecture', 'assignment'] as const) {
      expect(() => doneRuleOf({ kind, pass: null, reflection: null, assignment: null }, null)).toThrow()
    }
  })
})

describe('words', () => {
  it.each([
    ['', 0],
    ['  \n ', 0],
    ['ett två', 2],
    ['ett - två — tre', 3],
    ['Åk 9, sfi/komvux', 3],
  ])('in %j are %i', (text, count) => {
    expect(countWords(text)).toBe(count)
  })
})

describe('progress', () => {
  const day = (number: number) => new Date(Date.UTC(2025, 2, number))
  const lesson = (position: number, finished: number | null, visited: number | null): LessonState => ({
    lessonId: `l${position}` as LessonId,
    slug: `l${position}`,
    title: `L${position}`,
    kind: 'article',
    minutes: 10 * position,
    position,
    module: null,
    finishedAt: finished === null ? null : day(finished),
    visitedAt: visited === null ? null : day(visited),
  })
  it.each([
    ['an untouched course begins at its first lesson', [lesson(1, null, null), lesson(2, null, null)], 'l1', 0, 30],
    ['the opened lesson is gone on with', [lesson(1, null, 1), lesson(2, null, 2), lesson(3, null, null)], 'l2', 0, 60],
    ['after a finished lesson comes the next', [lesson(1, 1, 1), lesson(2, null, null)], 'l2', 50, 20],
    ['at the end the skipped one is left', [lesson(1, null, null), lesson(2, 1, 1)], 'l1', 50, 10],
    ['two of three is 66 per cent', [lesson(1, 1, 1), lesson(2, 1, 1), lesson(3, null, null)], 'l3', 66, 30],
    ['a finished course has no next lesson', [lesson(1, 1, 1), lesson(2, 1, 1)], undefined, 100, 0],
    ['a course without lessons has no progress', [], undefined, 0, 0],
  ])('%s', (_name, lessons, next, percent, minutesLeft) => {
    const progress = courseProgress(lessons)
    expect(progress.next?.slug).toBe(next)
    expect(progress).toMatchObject({ percent, minutesLeft, total: lessons.length })
  })
})

it.each([
  ['the newest is known', 3, 3, null, undefined],
  ['a newer one has come', 3, 1, null, 1],
  ['the newest was finished', 3, 1, 3, undefined],
  ['a newer one came after the finish', 4, 1, 3, 3],
  ['the finish was of an older one, but the newest is known', 4, 4, 3, undefined],
])('news of a course: %s', (_name, revision, knownRevision, finishedRevision, since) => {
  expect(newsSince({ revision, knownRevision, finishedRevision })).toBe(since)
})
