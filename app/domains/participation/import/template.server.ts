import writeXlsxFile from 'write-excel-file/node'
import { type ImportField, importFields } from './model'

export interface TemplateColumn {
  field: ImportField
  heading: string
  /** What the column holds, for the sheet of explanations. */
  meaning: string
  example: string
}

interface TemplateText {
  sheet: string
  explanations: string
  head: [string, string, string]
  notes: string[]
  columns: Record<ImportField, [heading: string, meaning: string, example: string]>
}

const texts: Record<'sv' | 'en', TemplateText> = {
  sv: {
    sheet: 'Deltagare',
    explanations: 'Förklaring',
    head: ['Kolumn', 'Vad du skriver', 'Exempel'],
    notes: [
      'En rad per deltagare på bladet Deltagare. Ändra inte rubrikerna. Kolumner som du inte använder kan tas bort.',
      'En tom cell ändrar ingenting av det som redan finns i portalen.',
      'Kolumnen för nummer är formaterad som text, så att Excel inte skriver om siffrorna.',
      'Lägg inte in personer med skyddade personuppgifter i filen. Kontakta projektkontoret i stället.',
    ],
    columns: {
      givenName: ['Förnamn', 'Krävs.', 'Disa'],
      familyName: ['Efternamn', 'Krävs.', 'Granlid'],
      email: ['E-post', 'Krävs för den som inte finns i portalen.', 'disa.granlid@portal.example'],
      number: [
        'Personnummer/samordningsnummer',
        '10 eller 12 siffror. Behövs för rapporten till SCB och lagras krypterat.',
        '19810101-2386',
      ],
      employer: ['Arbetsgivare', 'Namn eller organisationsnummer. Tomt betyder samverkansparten.', 'Mölndals stad'],
      municipality: ['Kommun', 'Kommunens namn eller fyrsiffriga kod.', 'Mölndal'],
      partner: [
        'Samverkanspart',
        'Parten i projektet. Kan vara tom när den framgår av arbetsgivaren eller kommunen.',
        'Mölndals stad',
      ],
      job: ['Befattning', 'Till exempel lärare, sfi-lärare, yrkeslärare, rektor eller SYV.', 'sfi-lärare'],
      schoolForm: ['Skolform', 'sfi, grundläggande, gymnasial, yrkesvux, anpassad, yh eller alla.', 'sfi'],
      percent: ['Tjänstgöringsgrad', 'Hela procent, 1–100.', '80'],
      entryOn: ['Startdatum', 'Första dagen i en projektaktivitet, ÅÅÅÅ-MM-DD. Kan vara tom.', '2024-09-02'],
      exitOn: ['Slutdatum', 'Sista dagen i projektet, ÅÅÅÅ-MM-DD. Tom så länge personen deltar.', ''],
      employedFrom: ['Anställd från', 'Anställningens första dag, ÅÅÅÅ-MM-DD. Kan vara tom.', '2021-08-15'],
    },
  },
  en: {
    sheet: 'Participants',
    explanations: 'Explanation',
    head: ['Column', 'What you write', 'Example'],
    notes: [
      'One row for each participant on the sheet Participants. Do not change the headings. Columns you do not use may be removed.',
      'An empty cell changes nothing of what is already in the portal.',
      'The column for the number is formatted as text, so that Excel does not rewrite the digits.',
      'Do not put people with protected personal data in the file. Contact the project office instead.',
    ],
    columns: {
      givenName: ['First name', 'Required.', 'Disa'],
      familyName: ['Last name', 'Required.', 'Granlid'],
      email: ['E-mail', 'Required for somebody who is not in the portal.', 'disa.granlid@portal.example'],
      number: [
        'Personal identity number',
        '10 or 12 digits. Needed for the report to SCB and stored encrypted.',
        '19810101-2386',
      ],
      employer: ['Employer', 'Name or organisation number. Empty means the partner.', 'Mölndals stad'],
      municipality: ['Municipality', 'Name or four-digit code of the municipality.', 'Mölndal'],
      partner: ['Project partner', 'May be empty when the employer or the municipality tells it.', 'Mölndals stad'],
      job: ['Job title', 'For example teacher, sfi-lärare, yrkeslärare, principal or SYV.', 'sfi-lärare'],
      schoolForm: ['School form', 'sfi, grundläggande, gymnasial, yrkesvux, anpassad, yh or alla.', 'sfi'],
      percent: ['Employment rate', 'Whole per cent, 1–100.', '80'],
      entryOn: ['Start date', 'First day in a project activity, YYYY-MM-DD. May be empty.', '2024-09-02'],
      exitOn: ['End date', 'Last day in the project, YYYY-MM-DD. Empty while the person takes part.', ''],
      employedFrom: ['Employed from', 'First day of the employment, YYYY-MM-DD. May be empty.', '2021-08-15'],
    },
  },
}

export function templateColumns(language: 'sv' | 'en'): TemplateColumn[] {
  return importFields.map((field) => {
    const [heading, meaning, example] = texts[language].columns[field]
    return { field, heading, meaning, example }
  })
}

/** The headings alone, as Swedish Excel opens them right: UTF-8 with a byte order mark, semicolons. */
export function templateCsv(language: 'sv' | 'en'): string {
  return `\uFEFF${templateColumns(language)
    .map(({ heading }) => heading)
    .join(';')}\r\n`
}

/** A workbook with an empty sheet of headings and a sheet that explains each column. */
export function templateXlsx(language: 'sv' | 'en'): Promise<Buffer> {
  const { sheet, explanations, head, notes } = texts[language]
  const columns = templateColumns(language)
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })
  const wrapped = (value: string) => ({ value, type: String, wrap: true, alignVertical: 'top' as const })
  // Excel keeps a column as text when its empty cells are text; two hundred rows are plenty to begin with.
  const emptyRow = columns.map(({ field }) => (field === 'number' ? { type: String, format: '@' } : null))
  return writeXlsxFile([
    {
      sheet,
      data: [columns.map(({ heading }) => bold(heading)), ...Array.from({ length: 200 }, () => emptyRow)],
      columns: columns.map(({ heading }) => ({ width: Math.max(14, heading.length + 2) })),
      stickyRowsCount: 1,
    },
    {
      sheet: explanations,
      data: [
        head.map(bold),
        ...columns.map(({ heading, meaning, example }) => [wrapped(heading), wrapped(meaning), wrapped(example)]),
        [],
        ...notes.map((note) => [null, wrapped(note), null]),
      ],
      columns: [{ width: 34 }, { width: 70 }, { width: 30 }],
    },
  ]).toBuffer()
}
