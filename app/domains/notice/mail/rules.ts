import { formatTime } from '~/shared/dates'

/** The digest of the day is sent from this hour on, Europe/Stockholm. */
export const DIGEST_HOUR = 7

/** A notice that was not mailed within this time is read in the portal alone: old news is no mail. */
export const FRESH_MS = 2 * 86_400_000

/** So many times a mail is tried, over about a day. */
export const MOST_ATTEMPTS = 8

const MINUTE = 60_000
const LONGEST_PAUSE = 6 * 60 * MINUTE

/** Whether the digest of the day may be sent by now. */
export function isDigestTime(now: Date): boolean {
  return Number(formatTime(now).slice(0, 2)) >= DIGEST_HOUR
}

/** How long after its `attempt`th try (from 1) a mail is tried again: 1, 4, 16, 64 and 256 minutes, then every sixth hour. */
export function pauseAfter(attempt: number): number {
  return Math.min(MINUTE * 4 ** (attempt - 1), LONGEST_PAUSE)
}
