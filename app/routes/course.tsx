import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canKeepQuestions } from '~/domains/catalogue'
import { findCourse } from '~/domains/catalogue/index.server'
import { CourseView } from '~/domains/catalogue/ui/course-view'
import { listCompetenceNames } from '~/domains/competence/index.server'
import { enrol, findLearnerCourse } from '~/domains/learning/index.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { optionalActor, requireActor } from '~/session.server'
import { formatDay } from '~/shared/dates'
import { forReading } from '~/shared/editor/for-reading.server'
import { notFound, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'description', content: data?.page.course.summary },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  const found = (await findCourse(db(), params['slug'] ?? '')) ?? notFound()
  const [names, mine] = await Promise.all([
    listCompetenceNames(
      db(),
      found.competences.map(({ code }) => code),
    ),
    actor === undefined ? undefined : findLearnerCourse(db(), actor.personId, found.courseId),
  ])
  if (found.retiredAt !== null && mine === undefined) notFound()
  const { publishedAt, retiredAt, ...course } = found
  const t = translator(languageOf(request))
  return {
    title: `${course.title} – ${t('common')('portal')}`,
    page: {
      course: {
        ...course,
        description: forReading(course.description),
        publishedOn: formatDay(publishedAt),
        retired: retiredAt !== null,
      },
      names,
      signedIn: actor !== undefined,
      keepsQuestions: actor !== undefined && canKeepQuestions(actor),
      progress:
        mine === undefined
          ? null
          : {
              done: mine.done,
              total: mine.total,
              minutesLeft: mine.minutesLeft,
              finishedOn: mine.finishedAt === null ? null : formatDay(mine.finishedAt),
              next: mine.next === undefined ? null : { slug: mine.next.slug, title: mine.next.title },
              doneLessons: mine.lessons.flatMap((lesson): string[] =>
                lesson.finishedAt === null ? [] : [lesson.lessonId],
              ),
            },
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const course = (await findCourse(db(), params['slug'] ?? '')) ?? notFound()
  if (course.retiredAt !== null) notFound()
  const outcome = await enrol(db(), { personId: actor.personId, courseId: course.courseId, now: now() })
  if (!outcome.ok) notFound()
  return redirectWithToast(paths.course(course.slug), 'enrolled')
}

export default function CoursePage() {
  return <CourseView page={useLoaderData<typeof loader>().page} />
}
