import { z } from 'zod'
import { longProse, prose } from './fields'
import { MOST_CRITERIA, MOST_EXAMPLES, MOST_FILES, MOST_LEVELS } from '~/domains/catalogue'

/** Own messages carry the remedy after a broken bar. */
const words = (most: number, least = 1) => z.string().trim().min(least).max(most)
const key = z.string().regex(/^[a-z0-9-]{1,40}$/, {
  error: 'Nyckeln har andra tecken än a–z, 0–9 och bindestreck.¦Skriv till exempel kontakt-1.',
})
const isUnique = (items: readonly { key: string }[]) => new Set(items.map((item) => item.key)).size === items.length
const twice = { error: 'En nyckel står två gånger.¦Ge varje del en egen key.' }

const criterion = (least: number) =>
  z.strictObject({
    key,
    title: words(120, least),
    levels: z
      .array(z.strictObject({ key, title: words(60, least), text: words(600, least) }))
      .min(2 * least, { error: 'Kriteriet har färre än två nivåer.¦Beskriv minst två nivåer, den svagaste först.' })
      .max(MOST_LEVELS)
      .refine(isUnique, twice),
  })

const example = (least: number) =>
  z.strictObject({
    key,
    title: words(120, least),
    text: words(10_000, least),
    levels: z.record(z.string(), z.string()),
    comment: words(4000, least),
  })

const shape = (least: number) =>
  z.strictObject({
    task: least === 0 ? longProse : prose,
    minWords: z.int().min(0).max(2000),
    mostFiles: z.int().min(0).max(MOST_FILES).default(0),
    rubric: z.array(criterion(least)).max(MOST_CRITERIA).refine(isUnique, twice).default([]),
    /** Whether learners assess the examples first; so it is when there are any. */
    train: z.boolean().optional(),
    examples: z.array(example(least)).max(MOST_EXAMPLES).refine(isUnique, twice).default([]),
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

/** The task, the rubric and the steps of a lesson of kind assignment: whole, or as far as a draft has come. */
export const assignment = (least: 0 | 1) =>
  shape(least).superRefine((value, context) => {
    if (least === 0) return

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
  .transform(({ train, ...value }) => ({ ...value, train: train ?? value.examples.length > 0 }))
