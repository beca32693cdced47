import type { Prerequisites } from './model'

/** What somebody has done and can, as far as prerequisites ask. */
export interface EntryFacts {
  finished: ReadonlySet<string>
  /** Confirmed levels by competence. */
  levels: ReadonlyMap<string, number>
}

export type Requirement =
  | { kind: 'course'; slug: string; met: boolean }
  | { kind: 'competence'; code: string; level: number; held: number; met: boolean }

/** Each prerequisite with whether it is met, the courses first. */
export function requirementsOf({ courses, competences }: Prerequisites, facts: EntryFacts): Requirement[] {
  return [
    ...courses.map((slug) => ({ kind: 'course' as const, slug, met: facts.finished.has(slug) })),
    ...competences.map(({ code, level }) => {
      const held = facts.levels.get(code) ?? 0
      return { kind: 'competence' as const, code, level, held, met: held >= level }
    }),
  ]
}

/** Whether somebody may begin: prerequisites that are recommended stop nobody, nor do any whom a leader has let in. */
export function mayBegin(
  { rule }: Pick<Prerequisites, 'rule'>,
  requirements: readonly Requirement[],
  isAdmitted: boolean,
): boolean {
  return rule === 'rekommenderas' || isAdmitted || requirements.every(({ met }) => met)
}

/** Which courses each course asks for, by address. */
export type RequirementGraph = ReadonlyMap<string, readonly string[]>

/**
 * The shortest way by which a course would ask for itself when it asks for `courses`, from the course back to it;
 * undefined when there is none.
 */
export function circleThrough(slug: string, courses: readonly string[], graph: RequirementGraph): string[] | undefined {
  const before = new Map<string, string>()
  const queue: string[] = []
  const reach = (next: string, from: string) => {
    if (before.has(next)) return
    before.set(next, from)
    queue.push(next)
  }
  for (const course of courses) reach(course, slug)
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (at === slug) break
    for (const next of graph.get(at) ?? []) reach(next, at)
  }
  if (!before.has(slug)) return undefined
  const way = [slug]
  for (let at = before.get(slug); at !== undefined && at !== slug; at = before.get(at)) way.unshift(at)
  return [slug, ...way]
}
