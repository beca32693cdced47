import { paths } from '~/shared/paths'
import { type KeptPage, type KeptStorage, type KeptWork, listKept } from './kept-work'

/** What came of something that was done without a connection. */
export type Came =
  | 'passed'
  | 'not-passed'
  | 'finished'
  | 'course-finished'
  | 'changed-elsewhere'
  | 'already-submitted'
  | 'attempts-used'
  | 'unanswered'
  | 'not-done'
  | 'gone'
  | 'refused'

export interface Told {
  page: KeptPage
  came: Came
  score?: number
  /** A text that the server would not take, so that its writer can have it. */
  text?: string
}

/** What came of work that the server has taken. */
interface Taken {
  score?: number | null
  passed?: boolean | null
  courseFinished?: boolean
}

export type Answer =
  { status: 'taken'; value: Taken } | { status: 'refused'; refusal: string } | { status: 'unreachable' | 'signed-out' }

export interface SentKept {
  /** Answers and texts that the server has taken. */
  answers: number
  told: Told[]
  /** False when something still waits for a connection. */
  isThrough: boolean
}

const known: readonly Came[] = ['changed-elsewhere', 'already-submitted', 'attempts-used', 'unanswered', 'not-done']

/** What is sent of kept work: without what only this browser needs. */
export function messageOf({ body }: KeptWork): Record<string, unknown> {
  const { page: _page, base, ...message } = body
  const hasText = body.kind === 'text' || body.kind === 'prompt' || (body.kind === 'finish' && body.text !== undefined)
  return hasText ? { ...message, over: base ?? null } : message
}

/** Drafts of the lesson that is shown are sent by their own fields; `here` is its address. */
function isLeftToPage({ body }: KeptWork, here: string): boolean {
  const isDraft = body.kind === 'answers' || body.kind === 'text' || body.kind === 'prompt'
  return isDraft && paths.lesson(body.page.course, body.page.lesson) === here
}

/** Drafts that go with what has been handed in: their answers stand in it. */
function dropDraftsOf(storage: KeptStorage, { key, body }: KeptWork): void {
  const [, , viewer = '', lesson = ''] = key.split(':')
  const draft = body.kind === 'submit' ? `answers:${viewer}:${lesson}:${body.after}` : `text:${viewer}:${lesson}`
  if (body.kind === 'submit' || body.text !== undefined) storage.removeItem(`portal:${draft}`)
}

function toldOf({ body }: KeptWork, answer: Extract<Answer, { status: 'taken' }>): Told[] {
  const { score, passed, courseFinished } = answer.value
  const { page } = body
  if (courseFinished === true) return [{ page, came: 'course-finished' }]
  if (body.kind === 'finish') return [{ page, came: 'finished' }]
  if (body.kind !== 'submit') return []
  return [{ page, came: passed === true ? 'passed' : 'not-passed', score: score ?? 0 }]
}

/**
 * Sends what a person has done without a connection, each once: what the server has answered for leaves the browser,
 * and so does what it will never take. A text that has changed elsewhere stays, for its writer to choose. Stops at the
 * first sign that the server cannot be reached.
 */
export async function sendKept(
  storage: KeptStorage,
  viewerKey: string,
  here: string,
  post: (url: string, body: unknown) => Promise<Answer>,
): Promise<SentKept> {
  const result: SentKept = { answers: 0, told: [], isThrough: true }
  for (const work of listKept(storage, viewerKey)) {
    if (isLeftToPage(work, here)) continue
    const { page } = work.body
    const answer = await post(paths.lessonUnsent(page.course, page.lesson), messageOf(work))
    if (answer.status !== 'taken' && answer.status !== 'refused') return { ...result, isThrough: false }
    // It has been changed while it was on its way: the next round sends what stands there now.
    if (storage.getItem(work.key) !== work.stored) continue
    if (answer.status === 'taken') {
      storage.removeItem(work.key)
      const isDone = work.body.kind === 'submit' || work.body.kind === 'finish'
      if (isDone) dropDraftsOf(storage, work)
      else result.answers += work.body.kind === 'answers' ? Object.keys(work.body.responses ?? {}).length : 1
      result.told.push(...toldOf(work, answer))
      continue
    }
    const came = known.find((one) => one === answer.refusal) ?? (answer.refusal === 'gone' ? 'gone' : 'refused')
    const { kind, text } = work.body
    const staysHere = came === 'changed-elsewhere' && kind !== 'finish'
    if (!staysHere) storage.removeItem(work.key)
    const isLost = !staysHere && text !== undefined && kind !== 'finish'
    // Answers on their way that have been handed in meanwhile are no news to the one who did it.
    if (came === 'already-submitted' && kind === 'answers') continue
    result.told.push({ page, came, ...(isLost ? { text } : {}) })
  }
  return result
}

/** Asks the portal to take one thing. */
export async function postKept(url: string, body: unknown): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
    })
    if (response.type === 'opaqueredirect') return { status: 'signed-out' }
    if (response.status >= 500 || response.status === 429) return { status: 'unreachable' }
    if (response.status === 404) return { status: 'refused', refusal: 'gone' }
    const came = (await response.json().catch(() => null)) as (Taken & { refusal?: string }) | null
    if (response.ok && came !== null && came.refusal === undefined) return { status: 'taken', value: came }
    return { status: 'refused', refusal: came?.refusal ?? '' }
  } catch {
    return { status: 'unreachable' }
  }
}
