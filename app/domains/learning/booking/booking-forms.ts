import { z } from 'zod'
import { isUuid } from '~/shared/ids'

const occasionId = z.string().refine(isUuid)

/** The forms of an activity's page. */
export const bookingForms = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('book'), occasionId, accessNeeds: z.string().max(500).default('') }),
  z.object({ intent: z.literal('cancel'), occasionId }),
  z.object({ intent: z.literal('interest') }),
  z.object({ intent: z.literal('no-interest') }),
])
