import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { csvLine } from '~/shared/csv'
import { cellsOf, csvHead, fileNameOf, identityText } from './file'
import type { ReportLine, ReportSubject, ReportTemplate } from './model'
import { readTemplate } from './template'

const read = readTemplate(readFileSync('content/reports/scb-manad.yaml', 'utf8'))
if (!read.ok) throw new Error('The template of the project is broken')
const { template } = read

const subject: ReportSubject = {
  diarienr: '22-035-S05',
  projectName: 'Omställning i West',
  month: '2025-01',
  number: 7,
  rounding: 'floor_hours',
}
const lines: ReportLine[] = [
  { digits: '198101012386', isProtected: false, startsOn: '2025-01-07', endsOn: null, reportedMinutes: 600 },
  { digits: '198801012397', isProtected: false, startsOn: null, endsOn: '2025-01-31', reportedMinutes: 60 },
  { digits: '198801622393', isProtected: false, startsOn: null, endsOn: null, reportedMinutes: 0 },
  { digits: '197101019052', isProtected: true, startsOn: null, endsOn: null, reportedMinutes: 120 },
  { digits: '196801029288', isProtected: true, startsOn: '2025-01-02', endsOn: null, reportedMinutes: 180 },
  { digits: null, isProtected: false, startsOn: null, endsOn: null, reportedMinutes: 60 },
]
const csv = (form: ReportTemplate, about = subject) =>
  csvHead(form) + lines.map((line) => csvLine(cellsOf(form, about, line), form.separator)).join('')

test('the file by the template of the project', () => {
  expect(csv(template)).toBe(
    [
      '\uFEFFPersonnummer;Startdatum;Slutdatum;Antal timmar',
      '198101012386;20250107;;10',
      '198801012397;;20250131;1',
      '198801622393;;;0',
      '19710101Tf19;;;2',
      '19680102Tf29;20250102;;3',
      ';;;1',
      '',
    ].join('\r\n'),
  )
})

test('the same lines by another template, with nothing but the template changed', () => {
  const other: ReportTemplate = {
    ...template,
    separator: ',',
    dates: 'ÅÅÅÅ-MM-DD',
    identityNumber: { century: false, hyphen: true },
    hours: { unit: 'minuter', decimals: 0 },
    columns: [
      { field: 'diarienummer', heading: 'Diarienummer' },
      { field: 'manad', heading: 'Månad' },
      { field: 'tid', heading: 'Minuter, totalt' },
      { field: 'identitetsnummer', heading: '=Id' },
      { field: 'slutdatum', heading: 'Slut' },
    ],
  }
  expect(csv(other).split('\r\n').slice(0, 3)).toEqual([
    `\uFEFFDiarienummer,Månad,"Minuter, totalt",'=Id,Slut`,
    '22-035-S05,202501,600,810101-2386,',
    '22-035-S05,202501,60,880101-2397,2025-01-31',
  ])
})

describe('hours', () => {
  const hours = (minutes: number, rounding: ReportSubject['rounding'], decimals = 2) => {
    const line: ReportLine = {
      digits: null,
      isProtected: false,
      startsOn: null,
      endsOn: null,
      reportedMinutes: minutes,
    }
    const form: ReportTemplate = { ...template, hours: { unit: 'timmar', decimals } }
    return csvLine(cellsOf(form, { ...subject, rounding }, line).slice(3), ';').trim()
  }
  test.each([
    [60, 'floor_hours', 2, '1'],
    [90, 'minutes', 2, '1,5'],
    [100, 'minutes', 2, '1,67'],
    [100, 'minutes', 1, '1,7'],
    [120, 'minutes', 0, '2'],
  ] as const)('%i minutes by %s with %i decimals: %s', (minutes, rounding, decimals, written) => {
    expect(hours(minutes, rounding, decimals)).toBe(written)
  })
})

test.each([
  ['198101012386', false, '198101012386'],
  ['198101012386', true, '19810101Tf29'],
  ['198101012394', true, '19810101Tf19'],
  ['198000692387', true, '19800069Tf29'],
])('%s, protected %s: %s', (digits, isProtected, written) => {
  expect(identityText(template, { digits, isProtected })).toBe(written)
})

test('the name of the file', () => {
  expect(fileNameOf(template, subject)).toBe('Januari2025_Omställning-i-West_7')
  expect(fileNameOf({ ...template, fileName: '{ar}-{manad} {diarienummer}' }, subject)).toBe('2025-01 22-035-S05')
  expect(fileNameOf(template, { ...subject, projectName: '../"=x"\\' })).toBe('Januari2025_x_7')
})

test.each(['=1+1', '+46', '-2', '@SUM(A1)', '\tx', '\rx'])('%j cannot become a formula', (text) => {
  expect(csvLine([text], ';').replace(/^"/, '').startsWith("'")).toBe(true)
})
