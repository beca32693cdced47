/** The lesson on which something was done. */
export interface KeptPage {
  course: string
  lesson: string
  title: string
}

/** What is kept of one thing that was done on a lesson, beside what is sent of it. */
interface KeptBody {
  kind: 'answers' | 'text' | 'prompt' | 'submit' | 'finish'
  page: KeptPage
  /** The saved time of the text that was written over. */
  base?: string | null
  text?: string
  after?: number
  responses?: Record<string, string[]>
  [more: string]: unknown
}

export interface KeptWork {
  key: string
  /** As it stands in storage, to see whether it has changed since. */
  stored: string
  body: KeptBody
}

const kinds = ['answers', 'text', 'prompt', 'submit', 'finish']

function readKept(stored: string): KeptBody | undefined {
  try {
    const body = JSON.parse(stored) as Partial<KeptBody> | null
    const isWork = kinds.includes(body?.kind ?? '') && typeof body?.page?.lesson === 'string'
    return isWork ? (body as KeptBody) : undefined
  } catch {
    return undefined
  }
}

/** The browser's storage, as far as kept work needs it. */
export type KeptStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'removeItem'>

/** What a person has done on lessons in this browser that the server has not confirmed; what others build upon first. */
export function listKept(storage: KeptStorage, viewerKey: string): KeptWork[] {
  const beginnings = ['text', 'answers', 'done'].map((kind) => `portal:${kind}:${viewerKey}:`)
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  const found = keys.flatMap((key): KeptWork[] => {
    const stored = beginnings.some((beginning) => key.startsWith(beginning)) ? storage.getItem(key) : null
    const body = stored === null ? undefined : readKept(stored)
    return stored === null || body === undefined ? [] : [{ key, stored, body }]
  })
  return found.sort((a, b) => kinds.indexOf(a.body.kind) - kinds.indexOf(b.body.kind))
}

export interface Unsent {
  answers: number
  handedIn: number
  marks: number
}

/** How much waits: single answers and texts, hand-ins, and marks that a lesson is done. */
export function countUnsent(kept: readonly KeptWork[]): Unsent {
  const count = { answers: 0, handedIn: 0, marks: 0 }
  for (const { body } of kept) {
    if (body.kind === 'submit') count.handedIn += 1
    else if (body.kind === 'finish') count.marks += 1
    else count.answers += body.kind === 'answers' ? Object.keys(body.responses ?? {}).length : 1
  }
  return count
}
