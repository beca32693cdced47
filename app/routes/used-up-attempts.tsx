import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canGiveAttempts } from '~/domains/catalogue'
import { findCourse } from '~/domains/catalogue/index.server'
import { type Actor, scopeOf } from '~/domains/identity'
import { giveAttempt, listUsedUp } from '~/domains/learning/index.server'
import { UsedUpView } from '~/domains/learning/ui/statistics/used-up-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

async function openForGiving(actor: Actor, slug: string | undefined) {
  if (!canGiveAttempts(actor)) return forbidden()
  return (await findCourse(db(), slug ?? '')) ?? notFound()
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const course = await openForGiving(actor, params['slug'])
  const people = await listUsedUp(db(), course.courseId, scopeOf(actor, 'kursansvarig'))
  const t = translator(languageOf(request))
  return {
    title: `${t('quizzes')('attempts.title')} – ${course.title} – ${t('common')('portal')}`,
    page: { course: { slug: course.slug, title: course.title }, people },
  }
}

const form = z.object({ personId: z.uuid(), lessonId: z.uuid() })

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const course = await openForGiving(actor, params['slug'])
  const sent = await readForm(request, form)
  if (!sent.ok) throw new Response(null, { status: 400 })
  const given = await giveAttempt(db(), actor, { courseId: course.courseId, ...sent.value, now: now() })
  if (given.ok) return redirectWithToast(paths.usedUpAttempts(course.slug), 'attemptGiven')
  if (given.refusal === 'not-allowed') return forbidden()
  return data({ refused: translator(languageOf(request))('quizzes')('attempts.notUsedUp') }, { status: 400 })
}

export default function UsedUpAttempts() {
  return <UsedUpView page={useLoaderData<typeof loader>().page} refused={useActionData<typeof action>()?.refused} />
}
