import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canImportParticipants, FILE_LIMITS, readRowsChoice } from '~/domains/participation'
import { chooseColumns, giveUpImport, previewImport, readStepPage } from '~/domains/participation/index.server'
import { StepView } from '~/domains/participation/ui/import/step-view'
import { translator } from '~/i18n/translator.server'
import { applyImport } from '~/journeys/import-participants.server'
import { undoImport } from '~/journeys/undo-participant-import.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { identityVault } from '~/vault.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const importId = params['importId'] ?? ''
  if (!canImportParticipants(actor)) return forbidden()
  if (!isUuid(importId)) return notFound()
  const preview = await previewImport(db(), actor, identityVault(), { importId, at: now() })
  if (preview === undefined) return notFound()
  const page = await readStepPage(db(), preview, readRowsChoice(new URL(request.url).searchParams))
  const t = translator(languageOf(request))
  const title = `${t('participantImport')('title')} – ${t('common')('portal')}`
  return data({ title, page }, { headers: { 'Cache-Control': 'private, no-store' } })
}

const lines = z.coerce.number().int().positive()
const forms = z.discriminatedUnion('intent', [
  z.looseObject({ intent: z.literal('map') }),
  z.object({ intent: z.literal('apply'), confirm: z.union([lines, z.array(lines)]).optional() }),
  z.object({ intent: z.literal('give-up') }),
  z.object({ intent: z.literal('undo') }),
])

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canImportParticipants(actor)) return forbidden()
  const importId = params['importId'] ?? ''
  if (!isUuid(importId)) return notFound()
  const form = await readForm(request, forms)
  if (!form.ok) throw new Response(null, { status: 400 })
  const t = translator(languageOf(request))('participantImport')
  const { intent } = form.value
  const here = paths.participantImportStep(importId)
  const at = now()
  const refuse = (message: string) => data({ intent, message }, { status: 400 })
  const deny = (refusal: 'not-allowed' | 'not-found') => (refusal === 'not-allowed' ? forbidden() : notFound())
  switch (form.value.intent) {
    case 'map': {
      const { value } = form
      const choices = Array.from({ length: FILE_LIMITS.columns }, (_, index) => {
        const choice: unknown = (value as Record<string, unknown>)[`column-${index}`]
        return typeof choice === 'string' ? choice : ''
      })
      const outcome = await chooseColumns(db(), actor, { importId, choices })
      if (outcome.ok) return redirectWithToast(here, 'importColumnsSaved')
      if (outcome.refusal === 'twice') return refuse(t('columns.twice'))
      if (outcome.refusal === 'not-waiting') return refuse(t('apply.notWaiting'))
      return deny(outcome.refusal)
    }
    case 'apply': {
      const confirmed = [form.value.confirm ?? []].flat()
      const outcome = await applyImport(db(), actor, identityVault(), { importId, confirmed, at })
      if (outcome.ok) return redirectWithToast(here, 'importApplied')
      if (outcome.refusal === 'changed') return refuse(t('apply.changed'))
      if (outcome.refusal === 'not-waiting') return refuse(t('apply.notWaiting'))
      return deny(outcome.refusal)
    }
    case 'give-up': {
      const outcome = await giveUpImport(db(), actor, { importId, at })
      if (outcome.ok)
        return redirectWithToast(paths.participantImport(`?projekt=${outcome.value.diarienr}`), 'importGivenUp')
      return outcome.refusal === 'not-waiting' ? refuse(t('apply.notWaiting')) : deny(outcome.refusal)
    }
    case 'undo': {
      const outcome = await undoImport(db(), actor, { importId, at })
      if (outcome.ok) return redirectWithToast(here, outcome.value.undone > 0 ? 'importUndone' : 'importNotUndone')
      if (outcome.refusal === 'changed') return refuse(t('result.undoChanged'))
      return outcome.refusal === 'not-applied' ? refuse(t('result.undoNot')) : deny(outcome.refusal)
    }
  }
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function ParticipantImportStep() {
  return <StepView page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
