import { z } from 'zod'
import { spellings } from './model'

/** Fields that several types of question share. A message of its own carries the remedy after a broken bar. */
export const text = (most = 500) => z.string().trim().min(1).max(most)
export const feedbackMessage =
  'Frågan saknar återkoppling.¦Skriv feedback med right och wrong: vad du säger vid rätt och vid fel svar.'
const both = z.strictObject({ right: text(1000), wrong: text(1000) })

export const common = {
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  prompt: text(1000),
  explanation: z.string().trim().min(1).max(5000).optional(),
}
export const commented = { ...common, feedback: both.optional() }
export const scoring = z.enum(['all', 'partial']).optional()
export const spelling = z.enum(spellings).optional()
export const accepted = z.array(text(100)).min(1).max(20)
