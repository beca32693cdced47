import { BYTE_ORDER_MARK, csvLine } from '~/shared/csv'
import { formatMonth } from '~/shared/dates'
import type { ReportField, ReportLine, ReportSubject, ReportTemplate } from './model'

export type Cell = string | number

function dateText(day: string | null, form: ReportTemplate['dates']): string {
  if (day === null) return ''
  return form === 'ÅÅÅÅMMDD' ? day.replaceAll('-', '') : day
}

/** The number as the file writes it; the code when the person is protected, nothing when there is no number. */
export function identityText(template: ReportTemplate, line: Pick<ReportLine, 'digits' | 'isProtected'>): string {
  const { digits, isProtected } = line
  if (digits === null) return ''
  if (isProtected) {
    const { woman, man } = template.protectedCode
    const { code } = Number(digits.charAt(10)) % 2 === 0 ? woman : man
    return code.replace('ÅÅÅÅMMDD', digits.slice(0, 8))
  }
  const { century, hyphen } = template.identityNumber
  const date = digits.slice(century ? 0 : 2, 8)
  return `${date}${hyphen ? '-' : ''}${digits.slice(8)}`
}

function timeOf({ hours }: ReportTemplate, minutes: number, subject: ReportSubject): number {
  if (hours.unit === 'minuter') return minutes
  if (subject.rounding === 'floor_hours') return Math.floor(minutes / 60)
  const factor = 10 ** hours.decimals
  return Math.round((minutes / 60) * factor) / factor
}

/** The cells of one line in the order of the template: numbers for time, texts for everything else. */
export function cellsOf(template: ReportTemplate, subject: ReportSubject, line: ReportLine): Cell[] {
  const values: Record<ReportField, () => Cell> = {
    identitetsnummer: () => identityText(template, line),
    startdatum: () => dateText(line.startsOn, template.dates),
    slutdatum: () => dateText(line.endsOn, template.dates),
    tid: () => timeOf(template, line.reportedMinutes, subject),
    manad: () => subject.month.replace('-', ''),
    diarienummer: () => subject.diarienr,
    projekt: () => subject.projectName,
  }
  return template.columns.map(({ field }) => values[field]())
}

export function headingsOf(template: ReportTemplate): string[] {
  return template.columns.map(({ heading }) => heading)
}

/** The first bytes of the file, byte order mark and headings, so that Swedish Excel opens it right. */
export function csvHead(template: ReportTemplate): string {
  return `${BYTE_ORDER_MARK}${csvLine(headingsOf(template), template.separator)}`
}

/** The name of the file without its ending; only letters, digits, dots and dashes of the project's name are kept. */
export function fileNameOf(template: ReportTemplate, subject: ReportSubject): string {
  const monthName = formatMonth(subject.month, 'sv').split(' ')[0] ?? ''
  const values: Record<string, string> = {
    ar: subject.month.slice(0, 4),
    manad: subject.month.slice(5),
    manadsnamn: monthName.charAt(0).toUpperCase() + monthName.slice(1),
    diarienummer: subject.diarienr,
    projekt: subject.projectName.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, ''),
    nummer: String(subject.number),
  }
  return template.fileName.replaceAll(/\{([^}]*)\}/g, (_, token: string) => values[token] ?? '')
}
