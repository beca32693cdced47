import type { Actor } from '~/domains/identity'
import type { Responses } from '~/domains/learning'
import type { Db } from '~db/schema'
import { type LessonAddress, markDone, saveDraft, submitAnswers } from './work-on-lesson.server'

/** What a person did on a lesson without a connection; `over` is the saved time of the text that was written over. */
export type KeptWork =
  | { kind: 'answers'; responses: Responses; after: number }
  | { kind: 'text'; text: string; over: Date | null }
  | { kind: 'prompt'; key: string; text: string; over: Date | null }
  | { kind: 'submit'; responses: Responses; after: number }
  | { kind: 'finish'; text?: string | undefined; over?: Date | null | undefined; transcriptRead: boolean }

type Refused = Exclude<
  Awaited<ReturnType<typeof saveDraft | typeof submitAnswers | typeof markDone>>,
  { ok: true }
>['refusal']

export type TakenWork =
  | { ok: true; value: { score: number | null; passed: boolean | null; courseFinished: boolean } }
  | { ok: false; refusal: Refused }

/**
 * Takes what was done on a lesson while there was no connection, as if it were done now. Sent twice it counts once, and
 * nothing that has come from elsewhere meanwhile is written over: a changed text stays, and a later attempt too.
 */
export async function takeKeptWork(db: Db, actor: Actor, at: LessonAddress, work: KeptWork): Promise<TakenWork> {
  const taken = { score: null, passed: null, courseFinished: false }
  switch (work.kind) {
    case 'answers':
    case 'text':
    case 'prompt': {
      const saved = await saveDraft(db, actor, at, work)
      return saved.ok ? { ok: true, value: taken } : { ok: false, refusal: saved.refusal }
    }
    case 'submit': {
      const done = await submitAnswers(db, actor, at, { ...work, wasHeld: true })
      if (!done.ok) return { ok: false, refusal: done.refusal }
      const { attempt, finish } = done.value
      const courseFinished = finish?.ok === true && finish.value.courseFinished
      return { ok: true, value: { score: attempt.score, passed: attempt.passed, courseFinished } }
    }
    case 'finish': {
      const { text, over = null, transcriptRead } = work
      const finish = await markDone(db, actor, at, { text, transcriptRead, ...(text === undefined ? {} : { over }) })
      if (!finish.ok) return { ok: false, refusal: finish.refusal }
      return { ok: true, value: { ...taken, courseFinished: finish.value.courseFinished } }
    }
  }
}
