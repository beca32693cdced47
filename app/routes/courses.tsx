import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { filterFromAddress } from '~/domains/catalogue'
import { listCourses } from '~/domains/catalogue/index.server'
import { CourseList } from '~/domains/catalogue/ui/course-list'
import { listAreaNames } from '~/domains/competence/index.server'
import { db } from '~/db.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { viewerOf } from '~/viewer.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  const { filter, sort } = filterFromAddress(new URL(request.url).searchParams)
  const [{ courses, facets, total }, areas] = await Promise.all([
    listCourses(db(), await viewerOf(request), filter, sort),
    listAreaNames(db()),
  ])
  return {
    title: `${t('catalogue')('courses')} – ${t('common')('portal')}`,
    page: {
      courses: courses.map(({ slug, title, summary, level, nominalMinutes, themes, lessonCount, coverPath }) => ({
        slug,
        title,
        summary,
        level,
        nominalMinutes,
        themes,
        lessonCount,
        coverPath,
      })),
      facets,
      total,
      filter,
      sort,
      areas,
    },
  }
}

export default function Courses() {
  return <CourseList page={useLoaderData<typeof loader>().page} />
}
