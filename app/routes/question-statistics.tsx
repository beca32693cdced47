import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { canGiveAttempts, canKeepQuestions } from '~/domains/catalogue'
import { findCourse } from '~/domains/catalogue/index.server'
import { itemStatistics } from '~/domains/learning'
import { listFirstAttempts } from '~/domains/learning/index.server'
import { StatisticsView } from '~/domains/learning/ui/statistics/statistics-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound } from '~/shared/http.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepQuestions(actor)) forbidden()
  const course = (await findCourse(db(), params['slug'] ?? '')) ?? notFound()
  const quizzes = await listFirstAttempts(db(), course.courseId)
  const t = translator(languageOf(request))
  return {
    title: `${t('quizzes')('statistics.title')} – ${course.title} – ${t('common')('portal')}`,
    page: {
      course: { slug: course.slug, title: course.title },
      mayGive: canGiveAttempts(actor),
      quizzes: quizzes.map(({ slug, title, questions, attempts }) => ({
        slug,
        title,
        items: itemStatistics(questions, attempts),
      })),
    },
  }
}

export default function QuestionStatistics() {
  return <StatisticsView page={useLoaderData<typeof loader>().page} />
}
