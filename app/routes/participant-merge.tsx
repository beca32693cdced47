import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import type { Actor } from '~/domains/identity'
import { canMergePeople, mergePageOf, participantScope } from '~/domains/participation'
import {
  findByNumber,
  findMergedRecord,
  findRecord,
  listMergeCandidates,
  listMergeSides,
  planMerge,
} from '~/domains/participation/index.server'
import { MergeView } from '~/domains/participation/ui/merge/merge-view'
import { translator } from '~/i18n/translator.server'
import { mergePeople } from '~/journeys/merge-people.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { isUuid, type PersonId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { identityVault } from '~/vault.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

/** Protected people are not merged here: nothing of theirs is compared or told. A merged record leads to the other. */
async function requireRecord(actor: Actor, participationId: string) {
  if (!canMergePeople(actor)) return forbidden()
  if (!isUuid(participationId)) return notFound()
  const record = await findRecord(db(), participantScope(actor), participationId)
  if (record?.isProtected === true) return notFound()
  if (record !== undefined) return record
  const kept = await findMergedRecord(db(), participationId)
  throw kept === undefined ? notFound() : redirect(paths.participant(kept))
}

async function compare(self: PersonId, other: PersonId) {
  const [sides, asSelf, asOther] = await Promise.all([
    listMergeSides(db(), [self, other]),
    planMerge(db(), { from: self, to: other }),
    planMerge(db(), { from: other, to: self }),
  ])
  const one = sides.find(({ personId }) => personId === self)
  const two = sides.find(({ personId }) => personId === other)
  if (one === undefined || two === undefined) return notFound()
  if (two.isProtected || two.isErased || two.mergedInto !== null) return notFound()
  return { self: one, other: two, plans: { self: asSelf, other: asOther } }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const record = await requireRecord(actor, params['id'] ?? '')
  const query = new URL(request.url).searchParams
  const other = query.get('med')
  const search = (query.get('sok') ?? '').trim().slice(0, 100)
  if (other !== null && (!isUuid(other) || other === record.personId)) return notFound()
  const self = {
    participationId: record.participationId,
    personId: record.personId,
    name: `${record.givenName} ${record.familyName}`,
  }
  const parts =
    other === null
      ? { candidates: await listMergeCandidates(db(), record.personId, search), compared: undefined }
      : { candidates: [], compared: await compare(record.personId, other as PersonId) }
  const t = translator(languageOf(request))('merge')
  const page = mergePageOf(self, { search, ...parts })
  return data({ title: t('title', { name: self.name }), page }, { headers: { 'Cache-Control': 'private, no-store' } })
}

const forms = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('number'), number: z.string().max(40) }),
  z.object({
    intent: z.literal('merge'),
    other: z.uuid(),
    keep: z.string().max(40).default(''),
    reason: z.string().max(300),
    numbers: z.literal('ja').optional(),
  }),
])

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canMergePeople(actor)) return forbidden()
  const form = await readForm(request, forms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const record = await requireRecord(actor, params['id'] ?? '')
  const of = translator(languageOf(request))
  const t = of('merge')
  const at = now()
  if (form.value.intent === 'number') {
    const found = await findByNumber(db(), identityVault(), {
      personId: record.personId,
      written: form.value.number,
      at,
    })
    if (found.ok) return redirect(paths.mergeParticipant(record.participationId, found.value))
    const { refusal } = found
    const sentence =
      refusal === 'nobody' || refusal === 'same-number'
        ? t(`faults.${refusal}`)
        : of('participants')(`numberFault.${refusal}`)
    const errors: Record<string, string> = { number: sentence }
    return data({ intent: 'number', errors, values: {} as Record<string, string> }, { status: 400 })
  }
  const { other, keep, reason, numbers } = form.value
  const values: Record<string, string> = { keep, reason, ...(numbers === undefined ? {} : { numbers }) }
  const refuse = (field: string, message: string, status = 400) =>
    data({ intent: 'merge', errors: { [field]: message } as Record<string, string>, values }, { status })
  if (keep !== other && keep !== record.personId) return refuse('keep', t('faults.keep'))
  const [from, to] = keep === other ? [record.personId, other as PersonId] : [other as PersonId, record.personId]
  const wish = { from, to, reason, numbersAcknowledged: numbers === 'ja', at }
  const outcome = await mergePeople(db(), actor, identityVault(), wish)
  if (outcome.ok) {
    const [kept] = await listMergeSides(db(), [to])
    const kin = kept?.records.find(({ diarienr }) => diarienr === record.diarienr) ?? kept?.records[0]
    const next = kin === undefined ? paths.participants() : paths.participant(kin.participationId)
    return redirectWithToast(next, 'peopleMerged')
  }
  switch (outcome.refusal) {
    case 'not-allowed':
      return forbidden()
    case 'not-found':
    case 'same':
    case 'protected':
      return notFound()
    case 'reason':
    case 'numbers':
      return refuse(outcome.refusal, t(`faults.${outcome.refusal}`))
    case 'own':
    case 'already-merged':
    case 'locked':
      return refuse('keep', t(`faults.${outcome.refusal}`), 409)
  }
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function ParticipantMerge() {
  return <MergeView page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
