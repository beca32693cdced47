import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { monthPaperFor, numberedMonthPaper } from '~/domains/participation/index.server'
import { paperTexts, requireReportMonth } from '~/papers.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { fileResponse, PDF_TYPE } from '~/shared/file-response.server'
import { forbidden, notFound, readForm } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { identityVault } from '~/vault.server'

function answer(bytes: Buffer, month: string, language: 'sv' | 'en'): Response {
  const { papers: t } = paperTexts(language)
  return fileResponse({ name: `${t('month.file')}-${month}.pdf`, type: PDF_TYPE, pieces: [bytes] }, 'inline')
}

/** A participant's närvarointyg for the office and auditors, the identity number masked. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { project, month } = await requireReportMonth(actor, params)
  const participationId = new URL(request.url).searchParams.get('post') ?? ''
  if (!isUuid(participationId)) return notFound()
  const language = languageOf(request)
  const wish = { project, month, participationId, at: now() }
  const bytes = await monthPaperFor(db(), actor, wish, paperTexts(language))
  return bytes === undefined ? notFound() : answer(bytes, month, language)
}

const form = z.object({ participationId: z.uuid(), reason: z.string().max(300) })

/** The same with the whole number, once for each stated reason. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const { project, month } = await requireReportMonth(actor, params)
  const read = await readForm(request, form)
  if (!read.ok) throw new Response(null, { status: 400 })
  const { participationId } = read.value
  const language = languageOf(request)
  const wish = { project, month, ...read.value, at: now() }
  const outcome = await numberedMonthPaper(db(), actor, identityVault(), wish, paperTexts(language))
  if (outcome.ok) return answer(outcome.value, month, language)
  const { refusal } = outcome
  if (refusal === 'not-allowed') return forbidden()
  if (refusal === 'not-found') return notFound()
  return redirect(`${paths.month(project.diarienr, month, `?post=${participationId}&nummer=${refusal}`)}#nummer`)
}
