import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readTemplate } from './template'

const source = readFileSync('content/reports/scb-manad.yaml', 'utf8')

/** The problems of the file with one text put in the place of another. */
function faults(from: string | RegExp, to: string): string[] {
  const changed = source.replace(from, to)
  expect(changed, `the file has no ${String(from)}`).not.toBe(source)
  const read = readTemplate(changed)
  return read.ok
    ? []
    : read.problems.map(({ line, field, message, remedy }) => `${line} ${field}: ${message} ${remedy}`)
}

test('the file of the project is whole', () => {
  const read = readTemplate(source)
  expect(read).toMatchObject({
    ok: true,
    template: {
      template: 'scb-manad',
      separator: ';',
      dates: 'ÅÅÅÅMMDD',
      protectedCode: {
        woman: { code: 'ÅÅÅÅMMDDTf29', confirmed: true },
        man: { code: 'ÅÅÅÅMMDDTf19', confirmed: false },
      },
      columns: [
        { field: 'identitetsnummer', heading: 'Personnummer' },
        { field: 'startdatum', heading: 'Startdatum' },
        { field: 'slutdatum', heading: 'Slutdatum' },
        { field: 'tid', heading: 'Antal timmar' },
      ],
    },
  })
})

describe('a wrong file is named by line and field, with what to do', () => {
  test.each([
    [/^template: .*$/m, 'template: annan', 'template', 'Använd något av: scb-manad.'],
    [/^version: .*$/m, 'version: 1', 'version', 'inom citattecken'],
    [/^version: .*$/m, 'version: "Å 1"', 'version', 'små bokstäver'],
    [/^version: .*$/m, '', 'version', 'inom citattecken'],
    [/^source: .*$/m, 'source: ""', 'source', 'Skriv en text.'],
    [/^sheet: .*$/m, 'sheet: Deltagare i mars/april', 'sheet', 'Ta bort'],
    [/^sheet: .*$/m, `sheet: ${'x'.repeat(32)}`, 'sheet', 'högst 31 tecken'],
    [/^fileName: .*$/m, 'fileName: "{personnummer}"', 'fileName', 'okänt ord'],
    [/^fileName: .*$/m, 'fileName: "a/b"', 'fileName', 'tecken som filer inte kan ha'],
    [/^separator: .*$/m, 'separator: "|"', 'separator', 'Använd ";", "," eller tab.'],
    [/^dates: .*$/m, 'dates: DD/MM/ÅÅ', 'dates', 'Använd ÅÅÅÅMMDD eller ÅÅÅÅ-MM-DD.'],
    ['century: true', 'century: ja', 'identityNumber.century', 'true eller false'],
    ['{ unit: timmar', '{ unit: dagar', 'hours.unit', 'Använd timmar eller minuter.'],
    ['decimals: 2', 'decimals: 3', 'hours.decimals', 'Skriv 0, 1 eller 2.'],
    ['decimals: 2', 'decimals: 1.5', 'hours.decimals', 'Skriv 0, 1 eller 2.'],
    ['code: ÅÅÅÅMMDDTf29', 'code: Tf29', 'protectedCode.woman.code', 'Skriv ÅÅÅÅMMDD en gång'],
    ['code: ÅÅÅÅMMDDTf19', 'code: ÅÅÅÅMMDDTf29', 'protectedCode.man.code', 'Ge dem olika kod.'],
    ['field: slutdatum', 'field: avslut', 'columns.2.field', 'Använd något av: identitetsnummer'],
    ['field: slutdatum', 'field: startdatum', 'columns.2.field', 'Ta bort den ena kolumnen.'],
    ['heading: Slutdatum', 'heading: Startdatum', 'columns.2.heading', 'Ge kolumnerna olika rubriker.'],
    ['  - { field: identitetsnummer, heading: Personnummer }\n', '', 'columns', 'Kolumnen för identitetsnummer saknas'],
    ['  - { field: tid, heading: Antal timmar }\n', '', 'columns', 'Kolumnen för tid saknas'],
    ['{ field: tid, heading: Antal timmar }', '{ field: tid, rubrik: Timmar }', 'columns.3', 'rubrik finns inte'],
    [/^columns:[^]*$/m, 'columns: []\n', 'columns', 'minst en kolumn'],
    [/^sheet: .*$/m, 'blad: Deltagare', '', 'blad finns inte'],
  ])('%s → %j', (from, to, field, words) => {
    const found = faults(from, to)
    expect(
      found.some((fault) => fault.includes(` ${field}:`) && fault.includes(words)),
      found.join('\n'),
    ).toBe(true)
    for (const fault of found) expect(fault).toMatch(/^\d+ /)
  })

  test('a file that is no YAML', () => {
    expect(faults('columns:', 'columns: ]')[0]).toContain('YAML går inte att läsa')
  })
})
