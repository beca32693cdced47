import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { listCertificateLinks } from '~/domains/credential/index.server'
import { canReadParticipants } from '~/domains/identity'
import { participantScope, recordPageOf } from '~/domains/participation'
import {
  addIdentityNumber,
  changeDates,
  findMergedRecord,
  findRecord,
  listFinishedCourses,
  listLedger,
  listMaskedNumbers,
  listMerges,
  revealIdentityNumber,
} from '~/domains/participation/index.server'
import { RecordView } from '~/domains/participation/ui/record-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { identityVault } from '~/vault.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const participationId = params['id'] ?? ''
  if (!canReadParticipants(actor)) return forbidden()
  if (!isUuid(participationId)) return notFound()
  const record = await findRecord(db(), participantScope(actor), participationId)
  if (record === undefined) {
    const kept = await findMergedRecord(db(), participationId)
    throw kept === undefined ? notFound() : redirect(paths.participant(kept))
  }
  const [numbers, ledger, courses, certificates, merges] = await Promise.all([
    listMaskedNumbers(db(), record.personId),
    listLedger(db(), record.personId),
    listFinishedCourses(db(), record.personId, record),
    listCertificateLinks(db(), record.personId),
    listMerges(db(), record.personId),
  ])
  const page = recordPageOf(actor, record, { numbers, ledger, courses, certificates, merges })
  const t = translator(languageOf(request))('common')
  return data({ title: `${page.name} – ${t('portal')}`, page }, { headers: { 'Cache-Control': 'private, no-store' } })
}

const forms = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('dates'), entryOn: z.string().trim().max(20), exitOn: z.string().trim().max(20) }),
  z.object({ intent: z.literal('number'), number: z.string().max(40) }),
  z.object({ intent: z.literal('reveal'), identityNumberId: z.uuid(), reason: z.string().max(300) }),
])

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const participationId = params['id'] ?? ''
  if (!isUuid(participationId)) return notFound()
  const t = translator(languageOf(request))('participants')
  const form = await readForm(request, forms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const at = now()
  const refuse = (intent: string, field: string, message: string, values: Record<string, string>) =>
    data({ intent, errors: { [field]: message }, values }, { status: 400 })
  switch (form.value.intent) {
    case 'dates': {
      const { entryOn, exitOn } = form.value
      const dates = { participationId, entryOn: entryOn || null, exitOn: exitOn || null, at }
      const outcome = await changeDates(db(), actor, dates)
      if (outcome.ok) return redirectWithToast(paths.participant(participationId), 'datesSaved')
      const { refusal } = outcome
      if (refusal === 'not-allowed') return forbidden()
      if (refusal === 'not-found') return notFound()
      const record = await findRecord(db(), participantScope(actor), participationId)
      const field = refusal.startsWith('entry') ? 'entryOn' : 'exitOn'
      const period = { from: record?.startsOn ?? '', to: record?.endsOn ?? '' }
      return refuse('dates', field, t(`datesFault.${refusal}`, period), { entryOn, exitOn })
    }
    case 'number': {
      const { number } = form.value
      const request = { participationId, written: number, at }
      const outcome = await addIdentityNumber(db(), actor, identityVault(), request)
      if (outcome.ok) return redirectWithToast(paths.participant(participationId), 'numberSaved')
      if (outcome.refusal === 'not-allowed') return forbidden()
      if (outcome.refusal === 'not-found') return notFound()
      return refuse('number', 'number', t(`numberFault.${outcome.refusal}`), { number })
    }
    case 'reveal': {
      const { identityNumberId, reason } = form.value
      const request = { participationId, identityNumberId, reason, at }
      const outcome = await revealIdentityNumber(db(), actor, identityVault(), request)
      if (outcome.ok) {
        const answer = { intent: 'reveal', errors: {}, values: {}, revealed: outcome.value.number }
        return data(answer, { headers: { 'Cache-Control': 'no-store' } })
      }
      if (outcome.refusal === 'not-allowed') return forbidden()
      if (outcome.refusal === 'not-found') return notFound()
      return refuse('reveal', 'reason', t(`numberFault.${outcome.refusal}`), { identityNumberId, reason })
    }
  }
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Participant() {
  return <RecordView record={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
