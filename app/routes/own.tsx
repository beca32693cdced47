import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { database, db } from '~/db.server'
import {
  askErasure,
  confirmPassword,
  findErasureRequest,
  listOwnIds,
  withdrawErasure,
} from '~/domains/identity/index.server'
import { actionText, erasableKinds, sectionText, shownEvidence, shownRequest } from '~/domains/insight'
import { countErasable, listLookedAt, ownSections } from '~/domains/insight/index.server'
import { OwnView } from '~/domains/insight/ui/own/own-view'
import { listOwnEvidence } from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { eraseTraces } from '~/journeys/erase.server'
import { languageOf } from '~/server/language.server'
import { currentSessionHash, requireActor } from '~/session.server'
import { formatDateTime } from '~/shared/dates'
import { readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const faults = ['wrong-password', 'too-many-attempts'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await requireActor(request)
  const of = translator(languageOf(request))
  const [t, words] = [of('own'), of('copy')]
  const ids = await listOwnIds(db(), personId)
  const [looked, erasable, evidence, asked] = await Promise.all([
    listLookedAt(db(), ids, 50),
    countErasable(db(), ids, currentSessionHash(request)),
    listOwnEvidence(db(), ids),
    findErasureRequest(db(), personId),
  ])
  const fault = faults.find((name) => name === new URL(request.url).searchParams.get('fel'))
  const page = {
    parts: ownSections.map(({ name }) => sectionText(words, name)),
    looked: looked.map((line) => ({
      at: formatDateTime(line.happenedAt),
      what: actionText(words, line.action),
      who: line.actor,
      why: line.reason ?? '',
    })),
    erasable,
    evidence: shownEvidence(evidence),
    isHeld: evidence.some((one) => one.legalHold),
    request: shownRequest(asked),
  }
  const copyError = fault === undefined ? undefined : t(`fault.${fault}`)
  return data({ title: `${t('title')} – ${of('common')('portal')}`, page, copyError })
}

const password = z.string().max(200).default('')
const chosen = Object.fromEntries(erasableKinds.map((kind) => [kind, z.literal('ja').optional()])) as Record<
  (typeof erasableKinds)[number],
  z.ZodOptional<z.ZodLiteral<'ja'>>
>
const forms = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('traces'), tracesPassword: password, ...chosen }),
  z.object({ intent: z.literal('ask'), confirm: z.string().max(60).default(''), askPassword: password }),
  z.object({ intent: z.literal('withdraw') }),
])

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireActor(request)
  const form = await readForm(request, forms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const t = translator(languageOf(request))('own')
  const { value } = form
  const [here, at] = [paths.ownData(), now()]
  const kinds = value.intent === 'traces' ? erasableKinds.filter((kind) => value[kind] === 'ja') : []
  const refuse = (field: string, message: string, status = 400) =>
    data({ errors: { [field]: message }, kinds: [...kinds] as string[] }, { status })
  if (value.intent === 'withdraw') {
    await withdrawErasure(db(), personId, at)
    return redirectWithToast(here, 'erasureWithdrawn')
  }
  if (value.intent === 'traces' && kinds.length === 0) return refuse('kinds', t('erase.fault.nothing-chosen'))
  if (value.intent === 'ask' && value.confirm.trim() !== t('whole.word')) {
    return refuse('confirm', t('whole.wrongWord', { word: t('whole.word') }))
  }
  const [field, typed] =
    value.intent === 'traces'
      ? (['tracesPassword', value.tracesPassword] as const)
      : (['askPassword', value.askPassword] as const)
  const known = await confirmPassword(db(), database().pool, { personId, password: typed })
  if (!known.ok) return refuse(field, t(`fault.${known.refusal}`), known.refusal === 'too-many-attempts' ? 429 : 400)
  if (value.intent === 'ask') {
    await askErasure(db(), personId, at)
    return redirectWithToast(here, 'erasureAsked')
  }
  const outcome = await eraseTraces(db(), { personId, kinds, here: currentSessionHash(request), at })
  if (!outcome.ok) return refuse('kinds', t(`erase.fault.${outcome.refusal}`), 409)
  return redirectWithToast(here, 'tracesErased')
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function Own() {
  const { page, copyError } = useLoaderData<typeof loader>()
  return <OwnView page={page} copyError={copyError} answer={useActionData<typeof action>()} />
}
