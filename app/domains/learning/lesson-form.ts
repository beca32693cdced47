import { z } from 'zod'

/** Bounds of one question's answer as it comes from outside. */
export const LONGEST_ANSWER = 250
export const MOST_PARTS = 24

const answers = { after: z.coerce.number().int().min(0).max(100_000) }
const chosen = z.union([z.string().max(LONGEST_ANSWER), z.array(z.string().max(LONGEST_ANSWER)).max(MOST_PARTS)])

/** The forms on the page of a lesson; answers come as `q.<question key>`. */
export const lessonForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('enrol') }),
  z.object({ intent: z.literal('submit-quiz'), ...answers }).catchall(chosen),
  z.object({ intent: z.literal('save-answers'), ...answers }).catchall(chosen),
  z.object({ intent: z.literal('save-text'), text: z.string() }),
  z.object({ intent: z.literal('save-prompt'), key: z.string().max(40), text: z.string() }),
  z.object({ intent: z.literal('finish'), text: z.string().optional(), transcriptRead: z.literal('ja').optional() }),
])
export type LessonForm = z.infer<typeof lessonForm>
