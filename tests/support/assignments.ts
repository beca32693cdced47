import fc from 'fast-check'
import { type AssignmentSettings } from '~/domains/catalogue'

const line = fc.constantFrom('', 'Kort', 'Med: kolon', '"citat"', '- streck', 'två\nrader')

const rubric = fc.array(
  fc.record({ title: line, levels: fc.array(fc.record({ title: line, text: line }), { maxLength: 3 }) }),
  {
    maxLength: 3,
  },
)
const examples = fc.array(fc.record({ title: line, text: line, comment: line }), { maxLength: 2 })

/** The settings of an assignment as an editor may have left them, whole or not. */
export const anyAssignment: fc.Arbitrary<AssignmentSettings> = fc
  .record({
    minWords: fc.integer({ min: 0, max: 2000 }),
    mostFiles: fc.integer({ min: 0, max: 5 }),
    rubric,
    examples,
    train: fc.boolean(),
    peer: fc.option(
      fc.record({
        count: fc.integer({ min: 1, max: 5 }),
        days: fc.integer({ min: 1, max: 90 }),
        anonymous: fc.boolean(),
        acrossOrganisations: fc.boolean(),
      }),
    ),
    self: fc.boolean(),
    leader: fc.boolean(),
  })
  .map((made) => {
    const criteria = made.rubric.map((criterion, index) => ({
      ...criterion,
      key: `kriterium-${index + 1}`,
      levels: criterion.levels.map((level, step) => ({ ...level, key: `niva-${step + 1}` })),
    }))
    const first = Object.fromEntries(criteria.flatMap(({ key, levels }) => (levels[0] ? [[key, levels[0].key]] : [])))
    return {
      ...made,
      rubric: criteria,
      examples: made.examples.map((example, index) => ({ ...example, key: `exempel-${index + 1}`, levels: first })),
    }
  })
