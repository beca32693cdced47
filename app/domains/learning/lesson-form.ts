import { z } from 'zod'
import type { Responses } from './model'

const answers = { after: z.coerce.number().int().min(0).max(100_000) }
const chosen = z.union([z.string().max(60), z.array(z.string().max(60)).max(20)])

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

/** The answers in a sent form. */
export function responsesOf(form: Record<string, unknown>): Responses {
  const responses: Responses = {}
  for (const [name, value] of Object.entries(form)) {
    if (name.startsWith('q.')) responses[name.slice(2)] = (Array.isArray(value) ? value : [value]).map(String)
  }
  return responses
}
