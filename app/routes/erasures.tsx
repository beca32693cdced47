import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { database, db } from '~/db.server'
import { canKeepProjects } from '~/domains/identity'
import { confirmPassword, listErasureRequests } from '~/domains/identity/index.server'
import { shownRequest } from '~/domains/insight'
import { ErasuresView } from '~/domains/insight/ui/own/erasures-view'
import { listEvidenceOf } from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { decideErasure } from '~/journeys/erase.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, redirectWithToast } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepProjects(actor)) return forbidden()
  const t = translator(languageOf(request))
  const requests = await listErasureRequests(db(), 200)
  const asked = requests.filter(({ state }) => state === 'begard')
  const evidence = await listEvidenceOf(
    db(),
    asked.map(({ personId }) => personId),
  )
  const waiting = asked.map(({ requestId, name, personId, ...rest }) => {
    const own = evidence.filter((one) => one.personId === personId)
    return {
      requestId,
      name,
      askedOn: shownRequest({ requestId, personId, ...rest })?.askedOn ?? '',
      isHeld: own.some((one) => one.legalHold),
      stays: own.map(({ diarienr, keptUntil: day }) =>
        day === null ? t('erasure')('untilUnknown', { diarienr }) : t('erasure')('until', { diarienr, day }),
      ),
    }
  })
  const decided = requests
    .filter(({ state }) => state !== 'begard')
    .flatMap(({ name, ...one }) => {
      const shown = shownRequest(one)
      return shown === null ? [] : [{ requestId: one.requestId, name, ...shown }]
    })
  return { title: `${t('erasure')('title')} – ${t('common')('portal')}`, page: { waiting, decided } }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepProjects(actor)) return forbidden()
  const form = await request.formData()
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, 300) : ''
  }
  const [requestId, intent] = [text('requestId'), text('intent')]
  if (!isUuid(requestId) || (intent !== 'grant' && intent !== 'deny')) throw new Response(null, { status: 400 })
  const t = translator(languageOf(request))('erasure')
  const reason = text(`reason-${requestId}`)
  const refuse = (field: string, message: string, status = 400) =>
    data({ requestId, reason, errors: { [`${field}-${requestId}`]: message } as Record<string, string> }, { status })
  const password = text(`password-${requestId}`)
  const known = await confirmPassword(db(), database().pool, { personId: actor.personId, password })
  if (!known.ok) {
    return refuse('password', t(`fault.${known.refusal}`), known.refusal === 'too-many-attempts' ? 429 : 400)
  }
  const outcome = await decideErasure(db(), actor, { requestId, decision: intent, reason, at: now() })
  if (outcome.ok) return redirectWithToast(paths.erasures(), intent === 'grant' ? 'erasureGranted' : 'erasureDenied')
  if (outcome.refusal === 'not-allowed') return forbidden()
  if (outcome.refusal === 'not-found') return notFound()
  return refuse('reason', t(`fault.${outcome.refusal}`))
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Erasures() {
  return <ErasuresView page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
