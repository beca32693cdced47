import { z } from 'zod'
import type { ConfirmedLevel } from './model'

/** A submitted self-assessment: fields `niva-K1.1` with 0–4; an empty field is left as it was. */
export const selfAssessmentForm = z.record(z.string(), z.string()).transform((fields, context) => {
  const chosen: { code: string; level: ConfirmedLevel }[] = []
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith('niva-') || value === '') continue
    const level = z
      .union([z.literal('0'), z.literal('1'), z.literal('2'), z.literal('3'), z.literal('4')])
      .safeParse(value)
    if (level.success) chosen.push({ code: name.slice('niva-'.length), level: Number(level.data) as ConfirmedLevel })
    else context.addIssue({ code: 'custom', path: [name], message: 'level' })
  }
  return chosen
})
