import type { Told, ToldCounts } from './model'

/** Something in the numbers that an editor can do something about. Shares are whole per cent of those who began. */
export type Finding =
  | { kind: 'never-opens'; share: number }
  | { kind: 'stops-before'; lesson: string; slug: string; share: number }
  | { kind: 'opens-not-finishes'; lesson: string; slug: string; share: number; hasQuestions: boolean }
  | { kind: 'stops-watching'; lecture: string; slug: string; minute: number; share: number }

/** A fall smaller than this is what every course has. */
const NOTICED = 20

/** The share of `of` that is missing in `people`, in whole per cent; below five people counts as nobody. */
const missing = (people: Told, of: number): number => Math.round(((of - (people ?? 0)) / of) * 100)

/** What stands out in told numbers, the largest fall first; at most one of a kind, so that the first thing is clear. */
export function findingsOf({ starts, lessons, lectures }: ToldCounts): Finding[] {
  if (starts === null || starts === 0) return []
  const found: Finding[] = []
  const first = lessons[0]
  if (first !== undefined) found.push({ kind: 'never-opens', share: missing(first.opened, starts) })
  for (const [index, lesson] of lessons.entries()) {
    const { title, slug, kind, opened, finished } = lesson
    const before = lessons[index - 1]
    if (before !== undefined) {
      const share = missing(opened, starts) - missing(before.finished, starts)
      found.push({ kind: 'stops-before', lesson: title, slug, share })
    }
    const share = missing(finished, starts) - missing(opened, starts)
    const hasQuestions = kind === 'quiz' || kind === 'lecture'
    found.push({ kind: 'opens-not-finishes', lesson: title, slug, share, hasQuestions })
  }
  for (const { title, slug, minutes } of lectures) {
    const whole = minutes[0]
    if (whole === null || whole === undefined) continue
    for (const [index, viewers] of minutes.entries()) {
      if (index === 0) continue
      const share = missing(viewers, whole) - missing(minutes[index - 1] ?? null, whole)
      found.push({ kind: 'stops-watching', lecture: title, slug, minute: index + 1, share })
    }
  }
  const kinds = new Set<Finding['kind']>()
  return found
    .filter(({ share }) => share >= NOTICED)
    .sort((a, b) => b.share - a.share)
    .filter(({ kind }) => !kinds.has(kind) && kinds.add(kind))
}
