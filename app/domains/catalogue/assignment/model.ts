import { z } from 'zod'
import type { RichDocument } from '~/shared/editor/document'

export const MOST_CRITERIA = 8
export const MOST_LEVELS = 5
export const MOST_EXAMPLES = 4
export const MOST_FILES = 5

const key = z.string().regex(/^[a-z0-9-]{1,40}$/)
const line = (most: number) => z.string().trim().max(most)

const criterion = z.object({
  key,
  title: line(120),
  /** From the weakest to the strongest, each described in words. */
  levels: z.array(z.object({ key, title: line(60), text: line(600) })).max(MOST_LEVELS),
})

/** A text that the course leader has assessed beforehand: the level of each criterion, and why. */
const example = z.object({
  key,
  title: line(120),
  text: line(10_000),
  levels: z.record(z.string(), z.string()),
  comment: line(4000),
})

/**
 * What is handed in, and the steps after it in their order, each of which may be left out. Criteria and examples may be
 * unfinished while the course is made; `faultsOfAssignment` says what is missing.
 */
export const assignmentSettings = z.object({
  minWords: z.int().min(0).max(2000),
  /** Files that may come with the text; none when 0. */
  mostFiles: z.int().min(0).max(MOST_FILES),
  rubric: z.array(criterion).max(MOST_CRITERIA),
  train: z.boolean(),
  examples: z.array(example).max(MOST_EXAMPLES),
  peer: z
    .object({
      /** Works that each reads, and answers that each gets. */
      count: z.int().min(1).max(5),
      anonymous: z.boolean(),
      /** The round of one who hands in is open so many days. */
      days: z.int().min(1).max(90),
      /** Also among people of different organisations. */
      acrossOrganisations: z.boolean(),
    })
    .nullable(),
  self: z.boolean(),
  leader: z.boolean(),
})
export type AssignmentSettings = z.output<typeof assignmentSettings>

/** An assignment as it is given to learners, with what it asks them to do. */
export interface Assignment extends AssignmentSettings {
  task: RichDocument
}
export type Criterion = Assignment['rubric'][number]
export type AssignmentExample = Assignment['examples'][number]
