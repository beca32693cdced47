import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canLeadAssignments, leadScope, noAssessment, readAssessment } from '~/domains/learning'
import { openSubmission } from '~/domains/learning/index.server'
import { SubmissionView } from '~/domains/learning/ui/assignment/submission-view'
import { translator } from '~/i18n/translator.server'
import { decideSubmission, releaseStage } from '~/journeys/lead-assignment.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, redirectWithToast } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }]

async function open(request: Request, id: string | undefined) {
  const actor = await requireActor(request)
  if (!canLeadAssignments(actor)) return forbidden()
  const ask = { reader: actor.personId, scope: leadScope(actor), now: now() }
  const page = isUuid(id ?? '') ? await openSubmission(db(), id ?? '', ask) : undefined
  return { actor, page: page ?? notFound() }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page } = await open(request, params['id'])
  const t = translator(languageOf(request))
  return { page, title: `${page.name} – ${page.lesson.title} – ${t('common')('portal')}` }
}

const stages = ['train', 'peer', 'self'] as const

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, page } = await open(request, params['id'])
  const t = translator(languageOf(request))('assignments')
  const form = await request.formData()
  const intent = form.get('intent')
  const here = paths.submission(page.newestId)
  const none = { typed: noAssessment, faults: {}, stage: null, reason: '' }
  if (intent === 'release') {
    const stage = stages.find((each) => each === form.get('stage'))
    const reason = String(form.get('reason') ?? '').slice(0, 1000)
    if (stage === undefined) throw new Response(null, { status: 400 })
    const wish = { submissionId: page.newestId, stage, reason, now: now() }
    const released = await releaseStage(db(), actor, wish)
    if (released.ok) return redirectWithToast(here, released.value.finished ? 'workFinished' : 'stageReleased')
    if (released.refusal === 'not-allowed') return forbidden()
    if (released.refusal === 'not-found') return notFound()
    const message = t(`submission.refusal.${released.refusal}`)
    return data({ ...none, message, stage, reason }, { status: 400 })
  }
  const decision = (['godkand', 'komplettera'] as const).find((each) => each === intent)
  const submissionId = String(form.get('submissionId') ?? '')
  if (decision === undefined || !isUuid(submissionId)) throw new Response(null, { status: 400 })
  const { assessment: typed, faults } = readAssessment(form, page.rubric, { levels: false, comment: false })
  if (Object.keys(faults).length > 0) {
    return data({ ...none, message: t('submission.refusal.faults'), typed, faults }, { status: 400 })
  }
  const decided = await decideSubmission(db(), actor, { submissionId, decision, assessment: typed, now: now() })
  if (decided.ok) {
    const said = decided.value.finished ? 'workFinished' : decision === 'godkand' ? 'workApproved' : 'workReturned'
    return redirectWithToast(here, said)
  }
  if (decided.refusal === 'not-allowed') return forbidden()
  if (decided.refusal === 'not-found') return notFound()
  return data({ ...none, message: t(`submission.refusal.${decided.refusal}`), typed }, { status: 400 })
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Submission() {
  const { page } = useLoaderData<typeof loader>()
  return <SubmissionView key={page.newestId} page={page} refused={useActionData<typeof action>()} />
}
