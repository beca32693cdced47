import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canHandleProtected, shownName } from '~/domains/identity'
import { changeProtection, findHandledPerson, listHandling, revealName } from '~/domains/identity/index.server'
import { addProtectedNumber, listMaskedNumbers, revealProtectedNumber } from '~/domains/participation/index.server'
import { ProtectedPersonView } from '~/domains/participation/ui/protected/protected-person'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { formatDateTime, localDay } from '~/shared/dates'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { type PersonId, isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { identityVault } from '~/vault.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canHandleProtected(actor)) return forbidden()
  const personId = (params['personId'] ?? '') as PersonId
  if (!isUuid(personId)) return notFound()
  const person = await findHandledPerson(db(), personId)
  if (person === undefined) return notFound()
  const [numbers, log] = await Promise.all([listMaskedNumbers(db(), personId), listHandling(db(), personId)])
  const t = translator(languageOf(request))
  const title = shownName(person)
  const page = {
    personId,
    title,
    alias: person.alias,
    protection: person.protection,
    numbers: numbers.map(({ identityNumberId, kind, validFrom, isCurrent }) => ({
      identityNumberId,
      kind,
      addedOn: localDay(validFrom),
      isCurrent,
    })),
    log: log.map(({ happenedAt, actor: who, ...event }) => ({
      ...event,
      actor: who ?? '',
      at: formatDateTime(happenedAt),
    })),
  }
  const heading = `${title} – ${t('common')('portal')}`
  return data({ title: heading, page }, { headers: { 'Cache-Control': 'private, no-store' } })
}

const reason = z.string().max(400)
const forms = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('protection'), protection: z.enum(['none', 'marked', 'protected']), reason }),
  z.object({ intent: z.literal('name'), nameReason: reason }),
  z.object({ intent: z.literal('number'), number: z.string().max(40) }),
  z.object({ intent: z.literal('reveal'), identityNumberId: z.uuid(), numberReason: reason }),
])

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canHandleProtected(actor)) return forbidden()
  const personId = (params['personId'] ?? '') as PersonId
  if (!isUuid(personId)) return notFound()
  const t = translator(languageOf(request))
  const form = await readForm(request, forms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const at = now()
  const { intent, ...values } = form.value
  const refuse = (field: string, message: string) =>
    data({ intent, errors: { [field]: message }, values }, { status: 400, headers: { 'Cache-Control': 'no-store' } })
  const show = (revealed: string) =>
    data({ intent, errors: {}, values: {}, revealed }, { headers: { 'Cache-Control': 'no-store' } })
  const faults = t('handling')
  switch (form.value.intent) {
    case 'protection': {
      const outcome = await changeProtection(db(), actor, { ...form.value, personId, at })
      if (outcome.ok) return redirectWithToast(paths.protectedPerson(personId), 'protectionSaved')
      if (outcome.refusal === 'not-allowed') return forbidden()
      if (outcome.refusal === 'not-found') return notFound()
      const field = outcome.refusal === 'reason' ? 'reason' : 'protection'
      return refuse(field, faults(`protectionFault.${outcome.refusal}`))
    }
    case 'name': {
      const outcome = await revealName(db(), actor, { personId, reason: form.value.nameReason, at })
      if (outcome.ok) return show(faults('name.revealed', outcome.value))
      if (outcome.refusal === 'not-allowed') return forbidden()
      return outcome.refusal === 'not-found' ? notFound() : refuse('nameReason', faults('protectionFault.reason'))
    }
    case 'number': {
      const wish = { personId, written: form.value.number, at }
      const outcome = await addProtectedNumber(db(), actor, identityVault(), wish)
      if (outcome.ok) return redirectWithToast(paths.protectedPerson(personId), 'numberSaved')
      if (outcome.refusal === 'not-allowed') return forbidden()
      if (outcome.refusal === 'not-found') return notFound()
      if (outcome.refusal === 'taken') return refuse('number', faults('taken'))
      return refuse('number', t('participants')(`numberFault.${outcome.refusal}`))
    }
    case 'reveal': {
      const { identityNumberId, numberReason } = form.value
      const wish = { personId, identityNumberId, reason: numberReason, at }
      const outcome = await revealProtectedNumber(db(), actor, identityVault(), wish)
      if (outcome.ok) return show(faults('number.revealed', outcome.value))
      if (outcome.refusal === 'not-allowed') return forbidden()
      return outcome.refusal === 'not-found' ? notFound() : refuse('numberReason', faults('protectionFault.reason'))
    }
  }
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function ProtectedPerson() {
  return <ProtectedPersonView page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
