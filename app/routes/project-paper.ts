import type { LoaderFunctionArgs } from '@remix-run/node'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { projectPaper, readProjectSummary } from '~/domains/insight/index.server'
import { participantScope } from '~/domains/participation'
import { translator } from '~/i18n/translator.server'
import { paperTexts, requireReportProject } from '~/papers.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { fileResponse, PDF_TYPE } from '~/shared/file-response.server'
import { notFound } from '~/shared/http.server'
import { identityVault } from '~/vault.server'

/** The summary of a project as PDF, for the office and auditors. It names no participant. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { diarienr } = await requireReportProject(actor, params)
  const summary = await readProjectSummary(db(), participantScope(actor), identityVault(), diarienr)
  if (summary === undefined) return notFound()
  const language = languageOf(request)
  const t = translator(language)
  const texts = { ...paperTexts(language), indicators: t('indicators'), bundle: t('bundle') }
  const bytes = await projectPaper(summary, now(), texts)
  const name = `${texts.papers('project.file')}-${diarienr}.pdf`
  return fileResponse({ name, type: PDF_TYPE, pieces: [bytes] }, 'inline')
}
