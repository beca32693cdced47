/** The order of a course: its modules, and its lessons in the order of the whole course. */
export interface Structure {
  moduleIds: readonly string[]
  lessons: readonly PlacedLesson[]
}
export interface PlacedLesson {
  lessonId: string
  /** Null: before the first module. */
  moduleId: string | null
}

/** The lessons of one module, or those before the first module, in order. */
export function lessonsOf<T extends { moduleId: string | null }>(lessons: readonly T[], moduleId: string | null): T[] {
  return lessons.filter((lesson) => lesson.moduleId === moduleId)
}

/** The same lessons with those of each module together, in the order of the modules. */
export function inOrder(structure: Structure): Structure {
  const groups = [null, ...structure.moduleIds]
  const known = structure.lessons.map((lesson) =>
    groups.includes(lesson.moduleId) ? lesson : { ...lesson, moduleId: null },
  )
  return { ...structure, lessons: groups.flatMap((moduleId) => lessonsOf(known, moduleId)) }
}

/**
 * Puts a lesson into a module (null: before the first), in front of another lesson there or last. What is not there
 * changes nothing.
 */
export function placeLesson(
  structure: Structure,
  lessonId: string,
  to: { moduleId: string | null; beforeId: string | undefined },
): Structure {
  const ordered = inOrder(structure)
  const moved = ordered.lessons.find((lesson) => lesson.lessonId === lessonId)
  const isThere = to.moduleId === null || structure.moduleIds.includes(to.moduleId)
  if (moved === undefined || !isThere || to.beforeId === lessonId) return ordered
  const rest = ordered.lessons.filter((lesson) => lesson !== moved)
  const placed = { ...moved, moduleId: to.moduleId }
  const before = rest.findIndex(
    (lesson) => to.beforeId !== undefined && lesson.lessonId === to.beforeId && lesson.moduleId === to.moduleId,
  )
  const lessons = before === -1 ? [...rest, placed] : rest.toSpliced(before, 0, placed)
  return inOrder({ ...structure, lessons })
}

/** One step up or down; at the edge of a module the lesson goes on into the next one. */
export function stepLesson(structure: Structure, lessonId: string, by: -1 | 1): Structure {
  const ordered = inOrder(structure)
  const lesson = ordered.lessons.find((each) => each.lessonId === lessonId)
  if (lesson === undefined) return ordered
  const mates = lessonsOf(ordered.lessons, lesson.moduleId)
  const index = mates.indexOf(lesson)
  const groups = [null, ...structure.moduleIds]
  const neighbour = groups[groups.indexOf(lesson.moduleId) + by]
  if (by === -1) {
    const above = mates[index - 1]
    if (above !== undefined) return placeLesson(ordered, lessonId, { ...lesson, beforeId: above.lessonId })
    return neighbour === undefined
      ? ordered
      : placeLesson(ordered, lessonId, { moduleId: neighbour, beforeId: undefined })
  }
  if (mates[index + 1] !== undefined) {
    return placeLesson(ordered, lessonId, { ...lesson, beforeId: mates[index + 2]?.lessonId })
  }
  if (neighbour === undefined) return ordered
  const first = lessonsOf(ordered.lessons, neighbour)[0]
  return placeLesson(ordered, lessonId, { moduleId: neighbour, beforeId: first?.lessonId })
}

/** One module a step up or down, with its lessons. */
export function stepModule(structure: Structure, moduleId: string, by: -1 | 1): Structure {
  const index = structure.moduleIds.indexOf(moduleId)
  const target = index + by
  if (index === -1 || target < 0 || target >= structure.moduleIds.length) return inOrder(structure)
  const moduleIds = structure.moduleIds.toSpliced(index, 1).toSpliced(target, 0, moduleId)
  return inOrder({ ...structure, moduleIds })
}

/** A slug that none of the taken ones is: `slug`, `slug-2`, `slug-3` … */
export function freeSlug(stem: string, taken: ReadonlySet<string>): string {
  if (!taken.has(stem)) return stem
  for (let number = 2; ; number += 1) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`
}
