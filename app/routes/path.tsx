import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { pathMinutes, pathProgress } from '~/domains/catalogue'
import { canMakePaths, findPath } from '~/domains/catalogue/index.server'
import { PathView } from '~/domains/catalogue/ui/path/path-view'
import { listFinishedSlugs } from '~/domains/learning/index.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { optionalActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { notFound } from '~/shared/http.server'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [
  { title: shown?.title },
  { name: 'description', content: shown?.page.summary },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  const viewer = { personId: actor?.personId ?? null, today: localDay(now()) }
  const found = (await findPath(db(), params['slug'] ?? '', viewer)) ?? notFound()
  const mayEdit = actor !== undefined && canMakePaths(actor)
  if (!found.isPublished && !mayEdit) notFound()
  const finished = actor === undefined ? new Set<string>() : await listFinishedSlugs(db(), actor.personId)
  const courses = new Map(found.courses.map((course) => [course.slug, course]))
  const { next, ...progress } = pathProgress(found.parts, finished, new Set(courses.keys()))
  const nextCourse = next === undefined ? undefined : courses.get(next)
  const { slug, title, summary, isPublished } = found
  return {
    title: `${title} – ${translator(languageOf(request))('common')('portal')}`,
    page: {
      ...{ slug, title, summary, isPublished, mayEdit },
      minutes: pathMinutes(found.parts, new Map(found.courses.map((course) => [course.slug, course.minutes]))),
      parts: found.parts.map((part, index) => {
        const shown = part.courses.flatMap((each) => courses.get(each) ?? [])
        const need = progress.parts[index]?.need ?? 0
        return {
          title: part.title,
          need,
          isChoice: need < shown.length,
          courses: shown.map((course) => ({
            // A course that the reader may not see is neither named nor led to.
            slug: course.isOpen ? course.slug : null,
            title: course.isOpen ? course.title : null,
            minutes: course.minutes,
            isDone: finished.has(course.slug),
          })),
        }
      }),
      progress:
        actor === undefined
          ? null
          : {
              ...progress,
              next: nextCourse?.isOpen === true ? { slug: nextCourse.slug, title: nextCourse.title } : null,
            },
    },
  }
}

export default function PathPage() {
  return <PathView page={useLoaderData<typeof loader>().page} />
}
