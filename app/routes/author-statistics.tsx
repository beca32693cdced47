import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { findingsOf } from '~/domains/learning'
import { findCourseStatistics } from '~/domains/learning/index.server'
import { CourseStatisticsView } from '~/domains/learning/ui/statistics/course-statistics-view'
import { askedCourse } from '~/course-statistics.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { course, version } = await askedCourse(request, params['slug'])
  const statistics = await findCourseStatistics(db(), course.courseId, version)
  const t = translator(languageOf(request))
  return {
    title: `${t('courseStatistics')('title')} – ${course.title} – ${t('common')('portal')}`,
    page: {
      course: { slug: course.slug, title: course.title },
      ...statistics,
      findings: statistics.counts === null ? [] : findingsOf(statistics.counts),
    },
  }
}

export default function AuthorStatistics() {
  return <CourseStatisticsView page={useLoaderData<typeof loader>().page} />
}
