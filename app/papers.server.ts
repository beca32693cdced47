import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Actor, canReadReports } from '~/domains/identity'
import { isMonth, lineHeadings, participantScope, reachesProject, summaryHeadings } from '~/domains/participation'
import {
  findProjectByDiarienr,
  lineRows,
  logMonthPapers,
  logSummary,
  type PaperTexts,
  summaryPaper,
  summaryPeriod,
  summaryRows,
} from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { CSV_TYPE, fileResponse, PDF_TYPE, XLSX_TYPE } from '~/shared/file-response.server'
import { forbidden, notFound } from '~/shared/http.server'
import type { Language } from '~/shared/language'
import { csvPieces, type Rows } from '~/shared/stream-file.server'
import { xlsxPieces } from '~/shared/xlsx-stream.server'
import { now } from './clock.server'
import { db } from './db.server'
import { requireActor } from './session.server'

/** What every paper of the participation is written with. */
export function paperTexts(language: Language): PaperTexts {
  const t = translator(language)
  return {
    language,
    common: t('common'),
    papers: t('papers'),
    months: t('months'),
    hours: t('hours'),
    attendance: t('attendance'),
  }
}

type Params = LoaderFunctionArgs['params']

/** The project of the address, for those who read its reports: the office and its auditors. */
export async function requireReportProject(actor: Actor, params: Params) {
  if (!canReadReports(actor)) return forbidden()
  const project = await findProjectByDiarienr(db(), params['diarienr'] ?? '')
  if (project === undefined || !reachesProject(participantScope(actor), project.ownerId)) return notFound()
  return project
}

/** The project and the month of the address, a month of the project's time. */
export async function requireReportMonth(actor: Actor, params: Params) {
  const project = await requireReportProject(actor, params)
  const month = params['manad'] ?? ''
  if (!isMonth(month) || month < project.startsOn.slice(0, 7) || month > project.endsOn.slice(0, 7)) return notFound()
  return { project, month }
}

/** The time rows of a month as a file for the office and auditors. Each taking is logged. */
export async function monthLinesFile(request: Request, params: Params, form: 'csv' | 'xlsx'): Promise<Response> {
  const actor = await requireActor(request)
  const { project, month } = await requireReportMonth(actor, params)
  const { projectId, diarienr } = project
  const texts = paperTexts(languageOf(request))
  await logMonthPapers(db(), actor, { projectId, month, form, at: now() })
  const rows = lineRows(db(), project, [month], texts)
  return tableFile(`${texts.papers('lines.file')}-${diarienr}-${month}`, texts.papers('lines.sheet'), form, {
    headings: lineHeadings(texts),
    rows,
  })
}

/** A table as a download in one of its forms, sent as its rows are read. */
export function tableFile(
  name: string,
  sheet: string,
  form: 'csv' | 'xlsx',
  { headings, rows }: { headings: readonly string[]; rows: Rows },
): Response {
  if (form === 'csv') return fileResponse({ name: `${name}.csv`, type: CSV_TYPE, pieces: csvPieces(headings, rows) })
  return fileResponse({ name: `${name}.xlsx`, type: XLSX_TYPE, pieces: xlsxPieces([{ name: sheet, headings, rows }]) })
}

/** The sammanställning of the address's period as a file for the office and auditors. Each taking is logged. */
export async function summaryFile(request: Request, params: Params, form: 'csv' | 'xlsx' | 'pdf'): Promise<Response> {
  const actor = await requireActor(request)
  const project = await requireReportProject(actor, params)
  const texts = paperTexts(languageOf(request))
  const { projectId, diarienr } = project
  const period = await summaryPeriod(db(), projectId, new URL(request.url).searchParams.get('period'))
  const at = now()
  await logSummary(db(), actor, { projectId, period: period.key, form, at })
  const name = `${texts.papers('summary.file')}-${diarienr}-${period.key}`
  if (form === 'pdf') {
    return fileResponse({
      name: `${name}.pdf`,
      type: PDF_TYPE,
      pieces: summaryPaper(db(), project, period, { at }, texts),
    })
  }
  const rows = summaryRows(db(), project, period.months, texts)
  return tableFile(name, texts.papers('summary.sheet'), form, { headings: summaryHeadings(texts), rows })
}
