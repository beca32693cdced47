import type { PathPart } from './model'

export interface PartProgress {
  done: number
  need: number
  isDone: boolean
}

export interface PathProgress {
  parts: PartProgress[]
  done: number
  total: number
  isDone: boolean
  /** The course to go on with: the first unfinished one of the first part that is not done. */
  next: string | undefined
}

/**
 * How far somebody has come on a path, worked out from the finished courses each time. A part takes no more courses than
 * can be taken: those in the offer, and those that the person has finished already.
 */
export function pathProgress(
  parts: readonly PathPart[],
  finished: ReadonlySet<string>,
  offered: ReadonlySet<string>,
): PathProgress {
  let next: string | undefined
  const each = parts.map(({ need, courses }): PartProgress => {
    const own = [...new Set(courses)]
    const done = own.filter((slug) => finished.has(slug)).length
    const possible = own.filter((slug) => finished.has(slug) || offered.has(slug)).length
    const needed = Math.min(need ?? own.length, possible)
    const isDone = done >= needed
    if (!isDone) next ??= own.find((slug) => !finished.has(slug) && offered.has(slug))
    return { done: Math.min(done, needed), need: needed, isDone }
  })
  const sum = (pick: (part: PartProgress) => number) => each.reduce((total, part) => total + pick(part), 0)
  const total = sum(({ need }) => need)
  return {
    parts: each,
    done: sum(({ done }) => done),
    total,
    isDone: total > 0 && each.every(({ isDone }) => isDone),
    next,
  }
}

/** The least minutes that a path takes, of the courses in the offer. */
export function pathMinutes(parts: readonly PathPart[], minutes: ReadonlyMap<string, number>): number {
  return parts.reduce((sum, { need, courses }) => {
    const own = courses.flatMap((slug) => minutes.get(slug) ?? []).sort((a, b) => a - b)
    return sum + own.slice(0, need ?? own.length).reduce((total, each) => total + each, 0)
  }, 0)
}
