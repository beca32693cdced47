import { z } from 'zod'
import { type Problem, ProblemList } from '~db/seed/content/problems'
import { readYaml } from '~db/seed/content/read-yaml'
import { reportFields, type ReportTemplate } from './model'

export const TEMPLATE_FILE = 'reports/scb-manad.yaml'
const tokens = new Set(['ar', 'manad', 'manadsnamn', 'diarienummer', 'projekt', 'nummer'])

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'Texten är tom.¦Skriv en text.' })
    .max(longest, { error: `Texten är för lång.¦Använd högst ${longest} tecken.` })
    .regex(/^[^\p{Cc}]*$/u, { error: 'Texten har tecken som inte syns.¦Skriv om den på en rad.' })

const protectedCode = z.strictObject({
  code: line(20).refine((code) => code.split('ÅÅÅÅMMDD').length === 2, {
    error: 'Koden saknar plats för födelsedatumet.¦Skriv ÅÅÅÅMMDD en gång i koden, till exempel ÅÅÅÅMMDDTf29.',
  }),
  confirmed: z.boolean(),
  source: line(200),
})

const file = z
  .strictObject({
    template: z.literal('scb-manad'),
    version: z
      .string({ error: 'Versionen ska vara en text.¦Skriv den inom citattecken, till exempel "2".' })
      .regex(/^[0-9a-z][0-9a-z.-]{0,19}$/, {
        error: 'Versionen har fel form.¦Använd siffror, små bokstäver, punkt och bindestreck, högst 20 tecken.',
      }),
    source: line(300),
    sheet: line(31).regex(/^[^:\\/?*[\]]*$/, {
      error: 'Bladets namn har tecken som Excel inte tar emot.¦Ta bort : \\ / ? * [ och ].',
    }),
    fileName: line(100)
      .refine((pattern) => [...pattern.matchAll(/\{([^}]*)\}/g)].every(([, token = '']) => tokens.has(token)), {
        error: `Namnet har ett okänt ord inom klamrar.¦Använd {${[...tokens].join('}, {')}}.`,
      })
      .refine((pattern) => /^[\p{L}\p{N} ._-]*$/u.test(pattern.replaceAll(/\{[^}]*\}/g, '')), {
        error: 'Namnet har tecken som filer inte kan ha.¦Använd bokstäver, siffror, blanksteg, punkt, streck och _.',
      }),
    separator: z
      .enum([';', ',', 'tab'], { error: 'Tecknet mellan kolumnerna är okänt.¦Använd ";", "," eller tab.' })
      .transform((written) => (written === 'tab' ? '\t' : written)),
    dates: z.enum(['ÅÅÅÅMMDD', 'ÅÅÅÅ-MM-DD'], {
      error: 'Datumformatet är okänt.¦Använd ÅÅÅÅMMDD eller ÅÅÅÅ-MM-DD.',
    }),
    identityNumber: z.strictObject({ century: z.boolean(), hyphen: z.boolean() }),
    hours: z.strictObject({
      unit: z.enum(['timmar', 'minuter'], { error: 'Enheten är okänd.¦Använd timmar eller minuter.' }),
      decimals: z
        .number({ error: 'Antalet decimaler ska vara ett tal.¦Skriv 0, 1 eller 2.' })
        .int({ error: 'Antalet decimaler ska vara ett heltal.¦Skriv 0, 1 eller 2.' })
        .min(0, { error: 'Antalet decimaler är för litet.¦Skriv 0, 1 eller 2.' })
        .max(2, { error: 'Antalet decimaler är för stort.¦Skriv 0, 1 eller 2.' }),
    }),
    protectedCode: z.strictObject({ woman: protectedCode, man: protectedCode }),
    columns: z
      .array(
        z.strictObject({
          field: z.enum(reportFields, {
            error: `Fältet är okänt.¦Använd något av: ${reportFields.join(', ')}.`,
          }),
          heading: line(100),
        }),
      )
      .min(1, { error: 'Filen har inga kolumner.¦Lägg till minst en kolumn.' }),
  })
  .superRefine(({ columns, protectedCode: codes }, context) => {
    const fault = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message })
    columns.forEach(({ field, heading }, index) => {
      if (columns.findIndex((other) => other.field === field) < index)
        fault(['columns', index, 'field'], `Fältet ${field} finns två gånger.¦Ta bort den ena kolumnen.`)
      if (columns.findIndex((other) => other.heading === heading) < index)
        fault(['columns', index, 'heading'], `Rubriken ${heading} finns två gånger.¦Ge kolumnerna olika rubriker.`)
    })
    for (const needed of ['identitetsnummer', 'tid'] as const) {
      if (columns.every(({ field }) => field !== needed))
        fault(['columns'], `Kolumnen för ${needed} saknas.¦Lägg till en kolumn med field: ${needed}.`)
    }
    if (codes.woman.code === codes.man.code)
      fault(['protectedCode', 'man', 'code'], 'Koderna för kvinnor och män är lika.¦Ge dem olika kod.')
  })

export type TemplateRead = { ok: true; template: ReportTemplate } | { ok: false; problems: Problem[] }

/** Reads the text of the template file. Every fault is told with its line, its field and what to do. */
export function readTemplate(source: string): TemplateRead {
  const list = new ProblemList(TEMPLATE_FILE)
  const read = readYaml(source, file, list)
  return read === undefined ? { ok: false, problems: list.problems } : { ok: true, template: read.value }
}
