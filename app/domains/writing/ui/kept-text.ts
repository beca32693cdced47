import type { TextFields, Written } from '../model'
import { orderedText } from '../rules/ordered-text'

/** What one open page has written and the server has not confirmed, as this browser keeps it. */
export interface KeptText extends Written {
  /** The save that the changes were made to. */
  baseSeq: number
  key: string
  turn: number
  /** ISO instant of the last change. */
  at: string
  /** The save that a choice between two texts was made about; a later one shows that the choice was carried out. */
  settledAfter?: number
}

/** A page's own place among what the browser keeps; no other page has it while this one is open. */
export interface Place {
  /** Where the browser keeps it. */
  storageKey: string
  /** The page's key among those who save the text. */
  writerKey: string
  /** What a page that was closed left there. */
  kept: KeptText | undefined
  release: () => void
}

const A_CLOSING_PAGE_MS = 300

function isFields(value: unknown): value is TextFields {
  return typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'string')
}

function isKept(value: unknown): value is KeptText {
  if (typeof value !== 'object' || value === null) return false
  const { body, fields, baseSeq, key, turn, at } = value as Partial<Record<keyof KeptText, unknown>>
  const numbers = typeof baseSeq === 'number' && typeof turn === 'number'
  const texts = typeof key === 'string' && typeof at === 'string'
  return numbers && texts && isFields(fields) && typeof body === 'object' && body !== null
}

function read(storageKey: string): KeptText | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null')
    return isKept(value) ? value : undefined
  } catch {
    return undefined
  }
}

function storageKeys(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  } catch {
    return []
  }
}

/** Takes a name for as long as the page lives; undefined when another page has it. The browser frees those of closed pages. */
function hold(name: string): Promise<(() => void) | undefined> {
  if (!('locks' in navigator)) return Promise.resolve(() => undefined)
  return new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock === null) return resolve(undefined)
      return new Promise<void>((release) => resolve(() => release()))
    })
  })
}

function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Takes over what a closed page has left under the prefix, the latest first, or a new place. */
export async function takePlace(prefix: string): Promise<Place> {
  for (const isLastTry of [false, true]) {
    const left = storageKeys(prefix)
      .map((storageKey) => ({ storageKey, kept: read(storageKey) }))
      .sort((one, other) => (other.kept?.at ?? '').localeCompare(one.kept?.at ?? ''))
    for (const { storageKey, kept } of left) {
      const release = kept === undefined ? undefined : await hold(storageKey)
      if (kept !== undefined && release !== undefined) return { storageKey, writerKey: kept.key, kept, release }
    }
    // A page that is being reloaded may not have let go of its place yet.
    if (left.length > 0 && !isLastTry) await new Promise((resolve) => setTimeout(resolve, A_CLOSING_PAGE_MS))
  }
  const writerKey = newKey()
  const storageKey = `${prefix}${writerKey}`
  return { storageKey, writerKey, kept: undefined, release: (await hold(storageKey)) ?? (() => undefined) }
}

/** Whether two texts say the same; the database keeps keys in an order of its own. */
export function isSame(one: Written, other: Written): boolean {
  const text = ({ body, fields }: Written) => orderedText({ body, fields })
  return text(one) === text(other)
}
