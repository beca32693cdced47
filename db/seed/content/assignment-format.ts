import { z } from 'zod'
import { MOST_CRITERIA, MOST_EXAMPLES, MOST_FILES, MOST_LEVELS } from '~/domains/catalogue'

/** Own messages carry the remedy after a broken bar. */
const words = (most: number) => z.string().trim().min(1).max(most)
const key = z.string().regex(/^[a-z0-9-]{1,40}$/, {
  error: 'Nyckeln har andra tecken än a–z, 0–9 och bindestreck.¦Skriv till exempel kontakt-1.',
})
const isUnique = (items: readonly { key: string }[]) => new Set(items.map((item) => item.key)).size === items.length
const twice = { error: 'En nyckel står två gånger.¦Ge varje del en egen key.' }

const criterion = z.strictObject({
  key,
  title: words(120),
  levels: z
    .array(z.strictObject({ key, title: words(60), text: words(600) }))
    .min(2, { error: 'Kriteriet har färre än två nivåer.¦Beskriv minst två nivåer, den svagaste först.' })
    .max(MOST_LEVELS)
    .refine(isUnique, twice),
})

const example = z.strictObject({
  key,
  title: words(120),
  text: words(10_000),
  levels: z.record(z.string(), z.string()),
  comment: words(4000),
})

/** The task, the rubric and the steps of a lesson of kind assignment. */
export const assignment = z
  .strictObject({
    task: words(20_000),
    minWords: z.int().min(0).max(2000),
    mostFiles: z.int().min(0).max(MOST_FILES).default(0),
    rubric: z.array(criterion).max(MOST_CRITERIA).refine(isUnique, twice).default([]),
    examples: z.array(example).max(MOST_EXAMPLES).refine(isUnique, twice).default([]),
    peer: z
      .strictObject({
        count: z.int().min(1).max(5),
        days: z.int().min(1).max(90),
        anonymous: z.boolean(),
        acrossOrganisations: z.boolean(),
      })
      .nullable()
      .default(null),
    self: z.boolean().default(false),
    leader: z.boolean().default(true),
  })
  .superRefine((value, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (value.rubric.length === 0 && (value.peer !== null || value.self || value.examples.length > 0)) {
      refuse(['rubric'], 'Bedömningsmatrisen saknas.¦Lägg till minst ett kriterium, eller ta bort peer, self och examples.')
    }
    value.examples.forEach((each, at) => {
      for (const { key: name, levels } of value.rubric) {
        if (levels.some((level) => level.key === each.levels[name])) continue
        const choices = levels.map((level) => level.key).join(', ')
        refuse(['examples', at, 'levels'], `Exemplet har ingen nivå för ${name}.¦Skriv ${name}: och någon av ${choices}.`)
      }
      const unknown = Object.keys(each.levels).find((name) => !value.rubric.some((one) => one.key === name))
      if (unknown !== undefined) {
        refuse(['examples', at, 'levels'], `Kriteriet ${unknown} finns inte i matrisen.¦Rätta namnet eller ta bort raden.`)
      }
    })
  })
  .transform((value) => ({ ...value, train: value.examples.length > 0 }))
