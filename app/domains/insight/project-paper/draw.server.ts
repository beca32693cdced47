import type { PaperTexts } from '~/domains/participation/index.server'
import type { Translate } from '~/i18n/translate'
import { formatMinutes, formatMonth, formatNumber, localDay } from '~/shared/dates'
import { type Paper, paperBytes } from '~/shared/paper/paper.server'
import type { Figure } from '../indicators/page'
import type { ProjectSummary } from './read.server'

export interface ProjectPaperTexts extends PaperTexts {
  indicators: Translate<'indicators'>
  bundle: Translate<'bundle'>
}

/** The summary of a project as PDF: aims, plan, partners, goals, indicators, months and files. */
export function projectPaper(summary: ProjectSummary, at: Date, texts: ProjectPaperTexts): Promise<Buffer> {
  const { papers: t, common, language } = texts
  const { facts, aims } = summary
  const title = t('project.title')
  const form = {
    title: `${title}, ${facts.name}`,
    language,
    at,
    eu: common('eu'),
    foot: t('project.foot', { title, name: facts.name, diarienr: facts.diarienr }),
    page: (page: number, pages: number) => t('page', { page, pages }),
  }
  return paperBytes(form, (paper) => {
    paper.heading(facts.name)
    paper.lead(`${title}, ${facts.diarienr}. ${t('project.made', { day: localDay(at) })}`)
    if (aims[language] !== '') {
      paper.section(t('project.aims'))
      paper.text(aims[language])
    }
    paper.section(t('project.facts'))
    paper.facts([
      { label: t('project.period'), value: `${facts.startsOn} – ${facts.endsOn}` },
      { label: t('project.owner'), value: facts.owner },
      { label: t('project.fund'), value: facts.fund },
      { label: t('project.euRate'), value: `${facts.euRatePercent} %` },
      { label: t('project.area'), value: facts.programmeArea },
      { label: t('project.objective'), value: facts.specificObjective },
    ])
    drawPlan(paper, summary, texts)
    drawGoals(paper, summary, texts)
    drawIndicators(paper, summary, texts)
    drawMonths(paper, summary, texts)
    drawFiles(paper, summary, texts)
  })
}

function drawPlan(paper: Paper, { facts, indicators, months }: ProjectSummary, texts: ProjectPaperTexts): void {
  const { papers: t, language } = texts
  const sum = (read: (month: ProjectSummary['months'][number]) => number) =>
    months.reduce((total, month) => total + read(month), 0)
  const shown = figureText(texts)
  const goal = (value: number | null) => (value === null ? '–' : formatNumber(value, language))
  paper.section(t('project.plan'))
  const planned = { count: indicators.everyone, planned: facts.plannedParticipants }
  paper.facts([
    { label: t('project.participants'), value: t('project.ofPlan', planned) },
    { label: t('project.registered'), value: formatMinutes(sum(({ registered }) => registered)) },
    { label: t('project.reported'), value: formatMinutes(sum(({ reported }) => reported)) },
    { label: t('project.inFiles'), value: formatMinutes(sum(({ batchMinutes }) => batchMinutes)) },
  ])
  const table = paper.table([
    { heading: t('project.partner'), width: 30 },
    { heading: t('project.participants'), width: 12, right: true },
    { heading: t('project.target'), width: 10, right: true },
    { heading: t('project.hours'), width: 12, right: true },
    { heading: t('project.hoursTarget'), width: 12, right: true },
  ])
  for (const plan of indicators.plans) {
    const hours = formatNumber(Math.floor(plan.minutes / 60), language)
    table.row([plan.name, shown(plan.participants), goal(plan.participantsTarget), hours, goal(plan.hoursTarget)])
  }
}

const figureText =
  ({ papers: t, language }: ProjectPaperTexts) =>
  (figure: Figure | undefined): string =>
    figure === undefined ? '' : figure.shown ? formatNumber(figure.value, language) : t('project.hidden')

function drawGoals(paper: Paper, { goals }: ProjectSummary, { papers: t, language }: ProjectPaperTexts): void {
  paper.section(t('project.goals'))
  const open = goals.filter(({ closedAt }) => closedAt === null)
  if (open.length === 0) {
    paper.text(t('project.none'))
    return
  }
  const table = paper.table([
    { heading: t('project.partner'), width: 20 },
    { heading: t('project.goal'), width: 34 },
    { heading: t('project.reached'), width: 9, right: true },
    { heading: t('project.target'), width: 9, right: true },
    { heading: t('project.due'), width: 11 },
  ])
  for (const goal of open) {
    const numbers = [formatNumber(goal.reached, language), formatNumber(goal.target, language)]
    table.row([goal.partner, goal.wording, ...numbers, goal.dueOn])
  }
}

function drawIndicators(paper: Paper, { indicators }: ProjectSummary, texts: ProjectPaperTexts): void {
  const { papers: t, indicators: words } = texts
  const shown = figureText(texts)
  paper.section(t('project.indicators'))
  const table = paper.table([
    { heading: t('project.code'), width: 9 },
    { heading: t('project.indicator'), width: 44 },
    { heading: t('project.all'), width: 9, right: true },
    { heading: t('project.women'), width: 9, right: true },
    { heading: t('project.men'), width: 9, right: true },
  ])
  for (const { code, source, figures } of indicators.rows) {
    if (source === 'scb' || source === 'never' || source === 'no-meaning') continue
    const cells = [0, 1, 2].map((index) => shown(figures[index]))
    table.row([/^EEC/.test(code) ? code : '', words(`name.${code}`), ...cells])
  }
  paper.text(t('project.hiding'), { small: true })
}

function drawMonths(paper: Paper, { months }: ProjectSummary, texts: ProjectPaperTexts): void {
  const { papers: t, months: words, bundle, language } = texts
  paper.section(t('project.months'))
  const table = paper.table([
    { heading: t('project.month'), width: 16 },
    { heading: t('project.state'), width: 10 },
    { heading: t('project.persons'), width: 9, right: true },
    { heading: t('summary.short.registered'), width: 14, right: true },
    { heading: t('summary.short.reported'), width: 14, right: true },
    { heading: t('summary.short.batchMinutes'), width: 14, right: true },
    { heading: t('project.agrees'), width: 13 },
  ])
  for (const month of months) {
    const time = [month.registered, month.reported, month.batchMinutes].map(formatMinutes)
    const agrees = bundle(month.agrees === false ? 'page.agreesNo' : 'page.agreesYes')
    const state = words(`projectState.${month.state}`)
    table.row([formatMonth(month.month, language), state, String(month.persons), ...time, agrees])
  }
}

function drawFiles(paper: Paper, { batches }: ProjectSummary, { papers: t, language }: ProjectPaperTexts): void {
  paper.section(t('project.files'))
  if (batches.length === 0) {
    paper.text(t('project.noFiles'))
    return
  }
  const table = paper.table(
    [
      { heading: t('project.number'), width: 8, right: true },
      { heading: t('project.month'), width: 15 },
      { heading: t('project.rows'), width: 7, right: true },
      { heading: t('project.time'), width: 11, right: true },
      { heading: t('project.status'), width: 13 },
      { heading: t('project.hash'), width: 60 },
    ],
    { size: 7 },
  )
  for (const batch of batches) {
    const { number, month, rowCount, reportedMinutes, state, supersededBy, contentSha256 } = batch
    const standing =
      state === 'koad'
        ? t('project.queued')
        : supersededBy === null
          ? t('project.valid')
          : t('project.superseded', { number: supersededBy.number })
    const facts = [formatMonth(month, language), String(rowCount), formatMinutes(reportedMinutes), standing]
    table.row([String(number), ...facts, contentSha256 ?? ''])
  }
}
