import { formatDateTime, formatMinutes, formatMonth, formatTime } from '~/shared/dates'
import type { Language } from '~/shared/language'
import { type Paper, paperBytes } from '~/shared/paper/paper.server'
import type { Translate } from '~/i18n/translate'
import { type Rounding, roundMonth } from '../rules/months'
import type { ColumnTexts } from './columns'
import type { PaperLine } from './model'
import type { PersonMonthPaper } from './rows.server'

export interface PaperTexts extends ColumnTexts {
  language: Language
  common: Translate<'common'>
}

export interface PaperProject {
  diarienr: string
  name: string
  rounding: Rounding
}

/** What a reader may see of the person beside the month. */
export interface PaperReader {
  /** The person's own paper: the own name, and every line also of a protected person. */
  ownName?: string
  /** Masked, or whole after a stated reason; null for none. */
  number: string | null
}

/** The närvarointyg of a person-month, A4. The same facts give the same bytes, whenever it is made. */
export function monthPaper(
  project: PaperProject,
  { row, lines }: PersonMonthPaper,
  reader: PaperReader,
  texts: PaperTexts,
): Promise<Buffer> {
  const { papers: t, months, common, language } = texts
  const name = reader.ownName ?? row.name
  const month = formatMonth(row.month, language)
  const isVeiled = row.isProtected && reader.ownName === undefined
  const title = t('month.title')
  const { diarienr } = project
  const newest = Math.max(0, ...lines.map(({ recordedAt }) => recordedAt.getTime()), row.frozenAt?.getTime() ?? 0)
  const form = {
    title: `${title}, ${name}, ${month}`,
    language,
    at: new Date(Math.max(newest, row.signedAt?.getTime() ?? 0, row.attestedAt?.getTime() ?? 0)),
    eu: common('eu'),
    foot: t('month.foot', { title, name, month, diarienr }),
    page: (page: number, pages: number) => t('page', { page, pages }),
  }
  return paperBytes(form, (paper) => {
    paper.heading(title)
    paper.lead(t('month.lead', { name, month }))
    paper.facts([
      { label: t('month.project'), value: `${project.name}, ${diarienr}` },
      { label: t('month.participant'), value: name },
      { label: t('month.number'), value: reader.number ?? t('month.noNumber') },
      { label: t('month.month'), value: month },
      { label: t('month.partner'), value: row.partner ?? '–' },
      { label: t('month.employer'), value: row.employer ?? '–' },
      { label: t('month.state'), value: months(`state.${row.state}`) },
    ])
    paper.section(t('month.lines'))
    if (isVeiled) paper.text(t('month.veiledNote'))
    if (lines.length === 0) paper.text(t('month.none'))
    else drawLines(paper, lines, isVeiled, texts)
    drawSums(paper, project, row, t)
    drawSignatures(paper, row, texts)
  })
}

function drawLines(paper: Paper, lines: readonly PaperLine[], isVeiled: boolean, texts: PaperTexts): void {
  const { papers: t, hours } = texts
  const table = paper.table([
    { heading: t('month.day'), width: 11 },
    { heading: t('month.time'), width: 11 },
    { heading: t('month.pause'), width: 6, right: true },
    { heading: t('month.activity'), width: 26 },
    { heading: t('month.type'), width: 13 },
    { heading: t('month.place'), width: 15 },
    { heading: t('month.leader'), width: 14 },
    { heading: t('month.minutes'), width: 9, right: true },
  ])
  for (const [index, line] of lines.entries()) {
    const minutes = String(line.minutes)
    const type = hours(`type.${line.timeType}`)
    if (isVeiled) table.row([t('month.veiled', { number: index + 1 }), '', '', '', type, '', '', minutes])
    else table.row(lineOf(line, type, texts))
  }
  const sum = lines.reduce((total, { minutes }) => total + minutes, 0)
  table.row([t('month.sum'), '', '', '', '', '', '', String(sum)], { bold: true })
}

function lineOf(line: PaperLine, type: string, { papers: t, months, attendance }: PaperTexts): string[] {
  const { startsAt, endsAt, mode, place } = line
  const time = startsAt === null || endsAt === null ? '' : `${formatTime(startsAt)}–${formatTime(endsAt)}`
  const where = [mode === null ? months(`source.${line.sourceKind}`) : attendance(`mode.${mode}`), place ?? '']
  const title = line.reason === null ? line.title : `${line.title}. ${t('month.correction', { reason: line.reason })}`
  return [
    line.workedOn,
    time,
    line.breakMinutes === null ? '' : String(line.breakMinutes),
    title,
    type,
    where.filter((word) => word !== '').join(', '),
    line.leader ?? '',
    String(line.minutes),
  ]
}

function drawSums(paper: Paper, project: PaperProject, row: PersonMonthPaper['row'], t: PaperTexts['papers']): void {
  const { reported, left } = roundMonth(row.reportable, project.rounding)
  const isFrozen = row.frozenAt !== null
  paper.section(t('month.sum'))
  paper.facts([
    { label: t('month.planned'), value: formatMinutes(row.planned) },
    { label: t('month.attended'), value: formatMinutes(row.attended) },
    { label: t('month.seen'), value: formatMinutes(row.seen) },
    { label: t('month.signed'), value: row.signed === null ? '–' : formatMinutes(row.signed) },
    { label: t('month.registered'), value: formatMinutes(row.registered) },
    { label: t('month.reportable'), value: formatMinutes(row.reportable) },
    { label: t('month.reported'), value: formatMinutes(isFrozen ? row.reported : reported) },
  ])
  paper.text(t(project.rounding === 'minutes' ? 'month.exact' : 'month.floor', { left: formatMinutes(left) }), {
    small: true,
  })
  if (!isFrozen) paper.text(t('month.notFrozen'), { small: true })
}

function drawSignatures(paper: Paper, row: PersonMonthPaper['row'], { papers: t, months }: PaperTexts): void {
  paper.section(t('month.statement'))
  const { signedAt, signedMethod, attestedAt, attestedMethod, attestedBy, frozenAt } = row
  const isSigned = signedAt !== null && signedMethod !== null
  if (isSigned) paper.text(t('month.signedBy', { at: formatDateTime(signedAt), by: months(`method.${signedMethod}`) }))
  else paper.text(t('month.unsigned'))
  if (attestedAt !== null && attestedMethod !== null) {
    const said = { at: formatDateTime(attestedAt), by: months(`method.${attestedMethod}`), name: attestedBy ?? '' }
    paper.text(t(attestedBy === null ? 'month.attestedPlain' : 'month.attestedBy', said))
  }
  if (frozenAt !== null) paper.text(t('month.frozen', { at: formatDateTime(frozenAt), number: row.generation }))
  paper.text(t('month.hash', { hash: row.linesSha256 }), { small: true })
  if (!isSigned) paper.signatures([t('month.signHere'), t('month.signBeside')])
}
