import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { readAssessment } from '~/domains/learning'
import { openAssessment } from '~/domains/learning/index.server'
import { AssessView } from '~/domains/learning/ui/assignment/assess-view'
import { translator } from '~/i18n/translator.server'
import { assessWork, type What } from '~/journeys/do-assignment.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { notFound, redirectWithToast } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }]

/** What the last part of the address means: `ova-<example>`, `sjalv`, or the id of a work that was given. */
function whatOf(part: string): What | undefined {
  if (part === 'sjalv') return { kind: 'self' }
  if (part.startsWith('ova-')) return { kind: 'train', exampleKey: part.slice('ova-'.length) }
  return isUuid(part) ? { kind: 'peer', allocationId: part } : undefined
}

async function open(request: Request, params: Record<string, string | undefined>) {
  const actor = await requireActor(request)
  const { slug: courseSlug = '', lektion: lessonSlug = '', vad = '' } = params
  const what = whatOf(vad) ?? notFound()
  const at = { courseSlug, lessonSlug, now: now() }
  const page =
    (await openAssessment(db(), actor.personId, { ...at, what, language: languageOf(request) })) ?? notFound()
  return { actor, at, what, page }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page } = await open(request, params)
  const t = translator(languageOf(request))
  const name = page.kind === 'train' ? page.title : t('assignments')(`assess.title.${page.kind}`)
  return { page, title: `${name} – ${page.lesson.title} – ${t('common')('portal')}` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, at, what, page } = await open(request, params)
  const t = translator(languageOf(request))('assignments')
  const needs = { levels: true, comment: page.kind === 'peer' }
  const { assessment: typed, faults } = readAssessment(await request.formData(), page.rubric, needs)
  const refuse = (message: string) => data({ message, typed, faults }, { status: 400 })
  if (Object.keys(faults).length > 0) return refuse(t('refusal.faults'))
  const assessed = await assessWork(db(), actor, at, what, typed)
  if (!assessed.ok) return refuse(t(`refusal.${assessed.refusal}`))
  const { created, finish } = assessed.value
  const lesson = `${paths.lesson(at.courseSlug, at.lessonSlug)}#steg`
  // An example is compared at once; from the others the way leads on.
  const to = what.kind === 'train' ? paths.assess(at.courseSlug, at.lessonSlug, params['vad'] ?? '') : lesson
  if (!created) return redirect(to)
  if (!finish.ok || !finish.value.created) return redirectWithToast(to, 'assessed')
  return redirectWithToast(lesson, finish.value.courseFinished ? 'courseFinished' : 'lessonFinished')
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function LessonAssess() {
  return <AssessView page={useLoaderData<typeof loader>().page} refused={useActionData<typeof action>()} />
}
