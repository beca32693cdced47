import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { pathMinutes, pathProgress } from '~/domains/catalogue'
import { canMakePaths, listPaths } from '~/domains/catalogue/index.server'
import { PathList } from '~/domains/catalogue/ui/path/path-list'
import { listFinishedSlugs } from '~/domains/learning/index.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { optionalActor } from '~/session.server'
import { localDay } from '~/shared/dates'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  const t = translator(languageOf(request))
  const [list, finished] = await Promise.all([
    listPaths(db(), { personId: actor?.personId ?? null, today: localDay(now()) }),
    actor === undefined ? undefined : listFinishedSlugs(db(), actor.personId),
  ])
  return {
    title: `${t('catalogue')('path.title')} – ${t('common')('portal')}`,
    mayEdit: actor !== undefined && canMakePaths(actor),
    list: list.map(({ slug, title, summary, parts, courses }) => ({
      ...{ slug, title, summary },
      parts: parts.length,
      minutes: pathMinutes(parts, new Map(courses.map((course) => [course.slug, course.minutes]))),
      progress:
        finished === undefined ? null : pathProgress(parts, finished, new Set(courses.map((course) => course.slug))),
    })),
  }
}

export default function Paths() {
  const { list, mayEdit } = useLoaderData<typeof loader>()
  return <PathList list={list} mayEdit={mayEdit} />
}
