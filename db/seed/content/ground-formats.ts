import { z } from 'zod'
import { address, day, licence, percent, prose, slug, text } from './fields'

const bilingual = z.strictObject({ sv: prose, en: prose })
const level = z.strictObject({ level: z.int().min(1).max(8), name: bilingual, description: bilingual })
const code = z.string().regex(/^[A-Z]?\d(\.\d{1,2})?$/)

export const frameworkFile = z.strictObject({
  slug,
  name: bilingual,
  version: text(20),
  licence,
  sourceUrl: address.nullable(),
  description: bilingual,
  levels: z.array(level).default([]),
  areas: z
    .array(
      z.strictObject({
        code,
        name: bilingual,
        description: bilingual,
        competences: z
          .array(
            z.strictObject({
              code,
              name: bilingual,
              description: bilingual,
              levels: z.record(z.enum(['1', '2', '3', '4']), bilingual).optional(),
              mapsTo: z
                .array(
                  z.string().regex(/^[a-z0-9-]+:[A-Z]?\d(\.\d{1,2})?$/, {
                    error: 'Kopplingen har fel form.¦Skriv ram:kod, till exempel digcompedu:3.1.',
                  }),
                )
                .default([]),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
})

const municipalityCode = z.string().regex(/^\d{4}$/, {
  error: 'Kommunkoden är inte fyra siffror.¦Skriv den inom citattecken, till exempel "1481".',
})

export const organisationsFile = z.strictObject({
  municipalities: z
    .array(
      z.strictObject({
        code: municipalityCode,
        name: text(),
        county: text(),
        nuts3: z.string().regex(/^SE\d{3}$/),
      }),
    )
    .min(1),
  organisations: z
    .array(
      z.strictObject({
        slug,
        name: text(),
        kind: z.enum(['forening', 'kommun', 'kommunalforbund', 'foretag', 'myndighet']),
        orgnr: z
          .string()
          .regex(/^\d{6}-\d{4}$/, { error: 'Organisationsnumret har fel form.¦Skriv NNNNNN-NNNN eller null.' })
          .nullable(),
        municipalities: z.array(municipalityCode),
        westumMember: z.boolean(),
        note: text(2000).nullable(),
      }),
    )
    .min(1),
})

export const projectsFile = z.strictObject({
  projects: z.array(
    z.strictObject({
      diarienr: z.string().regex(/^\d{2}-\d{3}-S\d{2}$/),
      name: text(),
      fund: text(20),
      cci: text(40).nullable(),
      owner: slug,
      startsOn: day,
      endsOn: day,
      euRatePercent: percent,
      programmeArea: text(10),
      specificObjective: text(20),
      nuts2: text(10).nullable(),
      intervention: text(20),
      plannedParticipants: z.int().min(0),
      sourceUrl: address.nullable(),
      description: bilingual,
      partners: z.array(
        z.strictObject({
          organisation: slug,
          role: z.enum(['projektagare', 'samverkanspart', 'medlem', 'extern']),
          municipalities: z.array(municipalityCode),
          note: text(2000).nullable(),
        }),
      ),
    }),
  ),
})

export type FrameworkFile = z.output<typeof frameworkFile>
export type OrganisationsFile = z.output<typeof organisationsFile>
export type ProjectsFile = z.output<typeof projectsFile>
