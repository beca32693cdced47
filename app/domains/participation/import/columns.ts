import { type ImportField, importFields, type Mapping } from './model'

/** Spellings of each field, Swedish and English; compared without case, accents, spaces and signs. */
const spellings: Record<ImportField, readonly string[]> = {
  givenName: ['Förnamn', 'Fnamn', 'Tilltalsnamn', 'First name', 'Given name', 'givenName', 'Forename'],
  familyName: ['Efternamn', 'Enamn', 'Last name', 'Surname', 'Family name', 'familyName', 'Släktnamn'],
  email: ['E-post', 'E-postadress', 'Epost', 'Mejl', 'Mejladress', 'Mail', 'Mailadress', 'E-mail', 'Email address'],
  number: [
    'Personnummer',
    'Personnr',
    'Pnr',
    'Persnr',
    'Person-nr',
    'Samordningsnummer',
    'Samordningsnr',
    'Samnr',
    'Personnummer/samordningsnummer',
    'Personnummer eller samordningsnummer',
    'Person- eller samordningsnummer',
    'Person-/samordningsnummer',
    'Identitetsnummer',
    'civicNo',
    'Personal identity number',
    'Personal number',
    'Identity number',
    'National ID',
    'SSN',
  ],
  employer: [
    'Arbetsgivare',
    'Organisation',
    'Organisationsnummer',
    'Orgnr',
    'Org.nr',
    'Arbetsplats',
    'Anställd hos',
    'Huvudman',
    'Employer',
    'Company',
    'Organization',
    'Organisation number',
    'Workplace',
  ],
  municipality: ['Kommun', 'Kommunkod', 'Kommunnamn', 'Hemkommun', 'Arbetskommun', 'Municipality', 'Municipality code'],
  partner: ['Samverkanspart', 'Part', 'Partner', 'Projektpart', 'Projektpartner', 'Deltagande part', 'Project partner'],
  job: [
    'Befattning',
    'Roll',
    'Yrke',
    'Titel',
    'Yrkestitel',
    'Tjänst',
    'Job',
    'Job title',
    'Role',
    'Position',
    'dutyRole',
  ],
  schoolForm: ['Skolform', 'Verksamhet', 'Utbildningsform', 'School form', 'School type', 'schoolTypes'],
  percent: [
    'Tjänstgöringsgrad',
    'Tjänstgöringsgrad %',
    'Tjänstgöringsgrad procent',
    'Sysselsättningsgrad',
    'Omfattning',
    'Procent',
    'Grad',
    'Percent',
    'Employment rate',
    'FTE',
    'dutyPercent',
  ],
  entryOn: [
    'Startdatum',
    'Start',
    'Startdag',
    'Inträde',
    'Från och med',
    'Deltar från',
    'Start date',
    'Entry date',
    'Entry',
  ],
  exitOn: ['Slutdatum', 'Slut', 'Slutdag', 'Avslut', 'Avslutsdatum', 'Till och med', 'End date', 'Exit date', 'Exit'],
  employedFrom: [
    'Anställd från',
    'Anställningsdatum',
    'Anställd sedan',
    'Anställning från',
    'Anställningens start',
    'Employed from',
    'Employed since',
    'Employment start',
    'Hire date',
  ],
}

/** Letters and digits alone, without case and accents: `E-post:` and `epost` are the same word. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]/gu, '')
    .replace(/%$/, '')
}

const fieldOfSpelling = new Map(
  importFields.flatMap((field) => spellings[field].map((spelling) => [plainWord(spelling), field] as const)),
)

/** The field that a heading means, if it is one of the known spellings. Additions in brackets do not matter. */
export function fieldOfHeading(heading: string): ImportField | undefined {
  return fieldOfSpelling.get(plainWord(heading)) ?? fieldOfSpelling.get(plainWord(heading.replace(/\(.*?\)/g, '')))
}

/** The columns that are recognised by their headings; of two with the same meaning the first counts. */
export function recogniseColumns(header: readonly string[]): Mapping {
  const mapping: Mapping = {}
  header.forEach((heading, index) => {
    const field = fieldOfHeading(heading)
    if (field !== undefined) mapping[field] ??= index
  })
  return mapping
}

/** The choice of one field for each column, as the form sends it; a field given twice is a fault of both columns. */
export function mappingOfChoices(
  choices: readonly string[],
): { ok: true; mapping: Mapping } | { ok: false; twice: ImportField[] } {
  const mapping: Mapping = {}
  const twice = new Set<ImportField>()
  choices.forEach((choice, index) => {
    const field = importFields.find((one) => one === choice)
    if (field === undefined) return
    if (mapping[field] !== undefined) twice.add(field)
    mapping[field] = index
  })
  return twice.size > 0 ? { ok: false, twice: [...twice] } : { ok: true, mapping }
}

/** What must have a column before any row can go ahead: both names, and the e-mail or the number. */
export function missingColumns(mapping: Mapping): ImportField[] {
  const missing: ImportField[] = []
  if (mapping.givenName === undefined) missing.push('givenName')
  if (mapping.familyName === undefined) missing.push('familyName')
  if (mapping.email === undefined && mapping.number === undefined) missing.push('email')
  return missing
}
