import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '~/domains/identity'
import { enrol, openLesson } from '~/domains/learning/index.server'
import { type KeptWork, takeKeptWork } from '~/journeys/take-kept-work.server'
import { saveDraft, submitAnswers } from '~/journeys/work-on-lesson.server'
import { openedDatabase } from '../support/database'
import { makeCourse, makePerson, westumFramework } from '../support/factories'

const now = new Date('2025-03-24T13:03:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const right = { q1: ['a'], q2: ['a', 'b'], q3: ['a'] }
const wrong = { q1: ['b'], q2: ['a'], q3: ['b'] }

async function learner(lessons: readonly ('article' | 'quiz' | 'reflection')[]) {
  const { kysely: db } = await openedDatabase()
  await westumFramework(db)
  const { actor } = await makePerson(db)
  const course = await makeCourse(db, { lessons })
  await enrol(db, { personId: actor.personId, courseId: course.courseId, now })
  const at = (minutes: number, index = 1) => ({
    courseSlug: course.slug,
    lessonSlug: `lektion-${index}`,
    now: later(minutes),
  })
  const shown = async (who: Actor = actor) => {
    const opened = await openLesson(db, who.personId, { ...at(0), attempt: undefined, language: 'sv', now: later(999) })
    if (opened === undefined) throw new Error('The lesson is gone')
    return opened.page
  }
  const completions = async () =>
    (await db.selectFrom('completion').select('item_kind').where('person_id', '=', actor.personId).execute()).length
  return { db, actor, at, shown, completions }
}

describe('a text that was written without a connection', () => {
  it('is taken over the one that it was written over, and again when its answer was lost', async () => {
    const { db, actor, at, shown } = await learner(['reflection'])
    const first: KeptWork = { kind: 'text', text: 'Första', over: null }
    expect(await takeKeptWork(db, actor, at(1), first)).toMatchObject({ ok: true })
    expect(await takeKeptWork(db, actor, at(2), first)).toMatchObject({ ok: true })
    const second: KeptWork = { kind: 'text', text: 'Andra', over: later(2) }
    expect(await takeKeptWork(db, actor, at(3), second)).toMatchObject({ ok: true })
    expect((await shown()).reflection?.text).toBe('Andra')
  })

  it('never takes the place of one that has been written elsewhere meanwhile', async () => {
    const { db, actor, at, shown } = await learner(['reflection'])
    await saveDraft(db, actor, at(1), { kind: 'text', text: 'Vid datorn' })
    const kept: KeptWork = { kind: 'text', text: 'På tåget', over: null }
    expect(await takeKeptWork(db, actor, at(2), kept)).toEqual({ ok: false, refusal: 'changed-elsewhere' })
    const finish: KeptWork = { kind: 'finish', text: 'På tåget', over: null, transcriptRead: false }
    expect(await takeKeptWork(db, actor, at(3), finish)).toEqual({ ok: false, refusal: 'changed-elsewhere' })
    expect((await shown()).reflection?.text).toBe('Vid datorn')
    expect((await shown()).finishedAt).toBeNull()
  })

  it('is one of two when both come at the same moment', async () => {
    const { db, actor, at, shown } = await learner(['reflection'])
    const texts = ['På telefonen', 'På plattan', 'Vid datorn']
    const came = await Promise.all(
      texts.map((text, index) => takeKeptWork(db, actor, at(index + 1), { kind: 'text', text, over: null })),
    )
    expect(came.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await shown()).reflection?.text).toBe(texts[came.findIndex(({ ok }) => ok)])
  })
})

describe('a hand-in without a connection', () => {
  it('counts once however often it comes, and finishes the lesson once', async () => {
    const { db, actor, at, shown, completions } = await learner(['quiz', 'article'])
    const kept: KeptWork = { kind: 'submit', after: 0, responses: right }
    const came = await Promise.all([1, 2, 3].map((minute) => takeKeptWork(db, actor, at(minute), kept)))
    expect(came.every((each) => each.ok && each.value.passed === true && each.value.score === 100)).toBe(true)
    expect((await shown()).quiz?.attempts).toHaveLength(1)
    expect(await completions()).toBe(1)
  })

  it('spends no attempt when another has been handed in elsewhere, and saves no late answer', async () => {
    const { db, actor, at, shown } = await learner(['quiz'])
    await submitAnswers(db, actor, at(1), { responses: wrong, after: 0 })
    const late = { ok: false, refusal: 'already-submitted' }
    expect(await takeKeptWork(db, actor, at(2), { kind: 'submit', after: 0, responses: right })).toEqual(late)
    expect(await takeKeptWork(db, actor, at(2), { kind: 'answers', after: 0, responses: right })).toEqual(late)
    expect((await shown()).quiz?.attempts).toHaveLength(1)
  })

  it('with a question unanswered is kept as a draft', async () => {
    const { db, actor, at, shown } = await learner(['quiz'])
    const half: KeptWork = { kind: 'submit', after: 0, responses: { q1: ['a'] } }
    expect(await takeKeptWork(db, actor, at(1), half)).toEqual({ ok: false, refusal: 'unanswered' })
    expect((await shown()).quiz?.form?.drafts).toEqual({ q1: ['a'] })
  })
})

describe('a mark that a lesson is done', () => {
  it('finishes lesson and course once, and is refused where something is left', async () => {
    const { db, actor, at, completions } = await learner(['article', 'reflection'])
    const finish: KeptWork = { kind: 'finish', transcriptRead: false }
    expect(await takeKeptWork(db, actor, at(1), finish)).toMatchObject({ ok: true, value: { courseFinished: false } })
    expect(await takeKeptWork(db, actor, at(2), finish)).toMatchObject({ ok: true })
    expect(await takeKeptWork(db, actor, at(3, 2), finish)).toEqual({ ok: false, refusal: 'not-done' })
    const words = Array.from({ length: 200 }, (_, index) => `ord${index}`).join(' ')
    const whole: KeptWork = { kind: 'finish', text: words, over: null, transcriptRead: false }
    expect(await takeKeptWork(db, actor, at(4, 2), whole)).toMatchObject({ ok: true, value: { courseFinished: true } })
    expect(await completions()).toBe(3)
  })

  it('is not for somebody who does not take the course', async () => {
    const { db, at } = await learner(['article'])
    const { actor: stranger } = await makePerson(db)
    const finish: KeptWork = { kind: 'finish', transcriptRead: false }
    expect(await takeKeptWork(db, stranger, at(1), finish)).toEqual({ ok: false, refusal: 'not-enrolled' })
  })
})

it('whatever is sent again, in any order, the lesson ends as it was handed in once', async () => {
  const kinds = fc.array(fc.constantFrom('answers', 'submit', 'finish'), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(kinds, async (order) => {
      const { db, actor, at, shown, completions } = await learner(['quiz', 'article'])
      for (const [index, kind] of [...order, 'submit' as const].entries()) {
        const work: KeptWork =
          kind === 'finish' ? { kind, transcriptRead: false } : { kind: kind as 'submit', after: 0, responses: right }
        await takeKeptWork(db, actor, at(index + 1), work)
      }
      const { quiz, finishedAt } = await shown()
      expect(quiz?.attempts.map(({ score }) => score)).toEqual([100])
      expect(finishedAt).not.toBeNull()
      expect(await completions()).toBe(1)
    }),
    { numRuns: 8 },
  )
})
