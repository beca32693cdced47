import type { VersionHead } from '../model'

const MINUTE_MS = 60_000

/** A burst of saves ends when it has lasted this long, or when nothing was saved for this long. */
export const burst = { lengthMs: 10 * MINUTE_MS, pauseMs: 3 * MINUTE_MS } as const

/** What decides whether a save goes into the latest version. */
export interface FoldingSave {
  authorId: string | null
  at: Date
  /** Keeps what stands as a version of its own, whatever the time: after a conflict and at a restore. */
  apart: boolean
}

/**
 * Whether a save belongs to the latest version's burst: the same author, without a pause, within the length of a burst.
 * A version that was named or published never takes another save.
 */
export function foldsInto(
  latest: Pick<VersionHead, 'kind' | 'authorId' | 'beganAt' | 'savedAt'>,
  save: FoldingSave,
): boolean {
  return (
    latest.kind === 'auto' &&
    !save.apart &&
    latest.authorId === save.authorId &&
    save.at.getTime() - latest.savedAt.getTime() <= burst.pauseMs &&
    save.at.getTime() - latest.beganAt.getTime() <= burst.lengthMs
  )
}
