import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireDraft } from '~/authoring.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canBePublished, draftHead } from '~/domains/catalogue'
import { findFindings } from '~/domains/catalogue/index.server'
import { ReviewView } from '~/domains/catalogue/ui/authoring/review-view'
import { countUnderway } from '~/domains/learning/index.server'
import { translator } from '~/i18n/translator.server'
import { onwards, publishCourse } from '~/journeys/publish-course.server'
import { recallCourse, returnCourse, submitCourse, withdrawCourse } from '~/journeys/review-course.server'
import { languageOf } from '~/server/language.server'
import { formatDateTime } from '~/shared/dates'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, draft } = await requireDraft(request, params['slug'])
  const t = translator(languageOf(request))
  const findings = await findFindings(db(), draft)
  const { total } = await countUnderway(db(), draft.courseId)
  return {
    title: `${t('authoring')('tabs.review')} – ${draft.settings.title} – ${t('common')('portal')}`,
    page: {
      head: draftHead(draft, actor),
      language: draft.settings.language,
      findings,
      canBePublished: canBePublished(findings),
      reviewNote: draft.reviewNote,
      returnReason: draft.returnReason,
      submittedAt: draft.submittedAt === null ? '' : formatDateTime(draft.submittedAt),
      seen: draft.changedAt.toISOString(),
      minutes: draft.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
      underway: total,
    },
  }
}

const text = z.string().max(10_000).default('')
const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('submit'), note: text }),
  z.object({ intent: z.literal('recall') }),
  z.object({ intent: z.literal('return'), reason: text }),
  z.object({ intent: z.literal('withdraw'), reason: text }),
  z.object({ intent: z.literal('publish'), seen: z.iso.datetime(), onwards: z.enum(onwards), note: text }),
])
type Sent = z.output<typeof form>

const toasts = {
  submit: 'courseSubmitted',
  recall: 'courseRecalled',
  return: 'courseReturned',
  withdraw: 'courseWithdrawn',
  publish: 'coursePublished',
} as const

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, draft } = await requireDraft(request, params['slug'])
  const t = translator(languageOf(request))('courseReview')
  const read = await readForm(request, form)
  if (!read.ok) throw new Response(null, { status: 400 })
  const sent = read.value
  const outcome = await take(sent)
  if (outcome.ok) return redirectWithToast(paths.draftReview(draft.slug), toasts[sent.intent])
  switch (outcome.refusal) {
    case 'not-found':
      return notFound()
    case 'not-allowed':
      return forbidden()
    case 'state':
    case 'reason':
    case 'not-ready':
    case 'changed-meanwhile':
    case 'slug-taken': {
      const typed = { reason: 'reason' in sent ? sent.reason : '', note: 'note' in sent ? sent.note : '' }
      return data({ ...typed, message: t(`fault.${outcome.refusal}`) }, { status: 400 })
    }
  }

  function take(wish: Sent) {
    const at = { slug: draft.slug, now: now() }
    switch (wish.intent) {
      case 'submit':
        return submitCourse(db(), actor, { ...at, note: wish.note })
      case 'recall':
        return recallCourse(db(), actor, at)
      case 'return':
        return returnCourse(db(), actor, { ...at, reason: wish.reason })
      case 'withdraw':
        return withdrawCourse(db(), actor, { ...at, reason: wish.reason })
      case 'publish':
        return publishCourse(db(), actor, {
          ...at,
          seen: new Date(wish.seen),
          onwards: wish.onwards,
          note: wish.note,
        })
    }
  }
}

export default function AuthorReview() {
  const { page } = useLoaderData<typeof loader>()
  return <ReviewView page={page} answer={useActionData<typeof action>()} />
}
