import type { LoaderFunctionArgs } from '@remix-run/node'
import { askedCourse } from '~/course-statistics.server'
import { db } from '~/db.server'
import { statisticsLines, versionText } from '~/domains/learning'
import { findCourseStatistics } from '~/domains/learning/index.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { CSV_TYPE, fileResponse } from '~/shared/file-response.server'
import { csvPieces } from '~/shared/stream-file.server'

/** The numbers of the page as a file: the course, each lesson, and each minute of its lectures; none when few have begun. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { course, version } = await askedCourse(request, params['slug'])
  const { counts, chosen } = await findCourseStatistics(db(), course.courseId, version)
  const t = translator(languageOf(request))('courseStatistics')
  const { head, lines } = statisticsLines(counts, versionText(chosen, t), t)
  return fileResponse({ name: `${course.slug}-statistik.csv`, type: CSV_TYPE, pieces: csvPieces(head, lines) })
}
