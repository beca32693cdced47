import type { CourseId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { countCourse, countMinutes, listVersionStarts } from '../store/course-statistics.server'
import type { ToldCounts, VersionGroup } from './model'
import { toldCounts, versionGroups } from './suppress'

export interface CourseStatistics {
  /** Groups to choose between; empty when there is but one. */
  groups: Pick<VersionGroup, 'first' | 'last'>[]
  /** The chosen one; null is everybody. */
  chosen: Pick<VersionGroup, 'first' | 'last'> | null
  /** Null when so few have begun that nothing is told. */
  counts: ToldCounts | null
}

/**
 * How a course is going, for all who have begun or for those who began in some versions: `version` is the first of a
 * group, and what is no group's is everybody. Told numbers alone leave this function. Three queries.
 */
export async function findCourseStatistics(
  db: Db,
  courseId: CourseId,
  version: number | undefined,
): Promise<CourseStatistics> {
  const versions = await listVersionStarts(db, courseId)
  const all = versionGroups(versions)
  const groups = all.length > 1 ? all : []
  const chosen = groups.find(({ first }) => first === version)
  const within = chosen ?? { from: null, before: null }
  const [counts, lectures] = await Promise.all([countCourse(db, courseId, within), countMinutes(db, courseId, within)])
  const named = ({ first, last }: VersionGroup) => ({ first, last })
  return {
    groups: groups.map(named),
    chosen: chosen === undefined ? null : named(chosen),
    counts: toldCounts({ ...counts, lectures }),
  }
}
