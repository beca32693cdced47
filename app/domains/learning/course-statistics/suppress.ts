import type { CourseCounts, Told, ToldCounts, VersionGroup, VersionStarts } from './model'

/** Fewer people than this are never told of, and no two numbers tell of such a group by their difference. */
export const FEWEST = 5

/**
 * A number of people, rounded to the nearest five; null below five. Every number of the page is made so, from the exact
 * one: two told numbers then leave open whether those between them are nobody or at least five.
 */
export function toldNumber(people: number): Told {
  return people < FEWEST ? null : Math.round(people / FEWEST) * FEWEST
}

/** Told numbers; null when so few have begun that nothing is told. */
export function toldCounts(counts: CourseCounts): ToldCounts | null {
  if (counts.starts < FEWEST) return null
  return {
    starts: toldNumber(counts.starts),
    finishes: toldNumber(counts.finishes),
    lessons: counts.lessons.map(({ opened, finished, ...lesson }) => ({
      ...lesson,
      opened: toldNumber(opened),
      finished: toldNumber(finished),
    })),
    lectures: counts.lectures.map(({ minutes, ...lecture }) => ({ ...lecture, minutes: minutes.map(toldNumber) })),
  }
}

/**
 * Puts versions that follow one another together until at least five people have begun in each group, so that the
 * groups are all that there is: none is left out, and none can be had by taking others from the whole. Empty when fewer
 * than five have begun at all. Who began before the first version belongs to it.
 */
export function versionGroups(versions: readonly VersionStarts[]): VersionGroup[] {
  const sorted = [...versions].sort((a, b) => a.revision - b.revision)
  const groups: VersionGroup[] = []
  let open: VersionGroup | undefined
  for (const [index, { revision, publishedAt, starts }] of sorted.entries()) {
    const before = sorted[index + 1]?.publishedAt ?? null
    const from = index === 0 ? null : publishedAt
    open =
      open === undefined
        ? { first: revision, last: revision, from, before, starts }
        : { ...open, last: revision, before, starts: open.starts + starts }
    if (open.starts >= FEWEST) {
      groups.push(open)
      open = undefined
    }
  }
  if (open === undefined) return groups
  const last = groups.pop()
  if (last === undefined) return []
  return [...groups, { ...last, last: open.last, before: open.before, starts: last.starts + open.starts }]
}
