/** Beginnings of the keys under which work waits in this browser until the server has it: marks, texts, answers, seconds. */
const prefixes = ['narvaro:', 'portal:', 'portal-beat:']

/** What was told of work that has been sent, until its reader has closed it. */
export const TOLD_PREFIX = 'portal-told:'

/** Where handing in and marking as done wait; texts and answers wait under the keys of their fields. */
export function doneKey(viewerKey: string, lessonId: string): string {
  return `portal:done:${viewerKey}:${lessonId}`
}

/** Comes on `window` when a hand-in or a mark is held. */
export const HELD_EVENT = 'portal-held'

/** Comes on `window` when work is kept or sent. */
export const KEPT_EVENT = 'portal-kept'

const isOf = (key: string, beginnings: readonly string[]) => beginnings.some((beginning) => key.startsWith(beginning))

/** True when something done on this device has not reached the server; false also where storage is switched off. */
export function hasUnsentWork(): boolean {
  try {
    return Object.keys(localStorage).some((key) => isOf(key, prefixes))
  } catch {
    return false
  }
}

/** Removes from this browser the work of everybody but one person; without a person, of everybody. */
export function forgetWork(exceptOf?: string): void {
  try {
    for (const key of Object.keys(localStorage)) {
      const isTheirs = exceptOf !== undefined && key.split(':').includes(exceptOf)
      if (isOf(key, [...prefixes, TOLD_PREFIX]) && !isTheirs) localStorage.removeItem(key)
    }
  } catch {
    // Storage is switched off, so there is nothing to remove.
  }
}

export function keepWork(key: string, body: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(body))
    window.dispatchEvent(new Event(KEPT_EVENT))
  } catch {
    // Storage is full or switched off; the work still stands in the page and is being sent.
  }
}

/** What is kept under a key; null when there is nothing. */
export function recallWork(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

export function removeWork(key: string): void {
  try {
    localStorage.removeItem(key)
    window.dispatchEvent(new Event(KEPT_EVENT))
  } catch {
    // Storage is switched off, so there is nothing to remove.
  }
}

/** True when something that a person has done on a lesson waits in this browser, or news of it. */
export function hasKept(viewerKey: string): boolean {
  try {
    return Object.keys(localStorage).some((key) =>
      /^portal(-told|:text|:answers|:done)$/.test(key.split(`:${viewerKey}`)[0] ?? ''),
    )
  } catch {
    return false
  }
}
