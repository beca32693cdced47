import { z } from 'zod'

const text = z.string().max(40_000).default('')
const key = z.uuid()
const post = { postId: key }

/** What is sent from the list of threads. `key` is the id of the post that the form makes. */
export const discussionForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start'), key, title: text, text, lesson: z.string().max(200).default('') }),
  z.object({ intent: z.enum(['follow', 'unfollow']), lesson: z.string().max(200).default('') }),
  z.object({ intent: z.enum(['open', 'close']) }),
])

/** What is sent from a thread. */
export const threadForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('answer'), key, text, parentId: z.union([key, z.literal('')]).default('') }),
  z.object({ intent: z.literal('edit'), ...post, text, title: text.optional() }),
  z.object({ intent: z.literal('remove'), ...post }),
  z.object({ intent: z.enum(['report', 'hide']), ...post, reason: text }),
  z.object({ intent: z.literal('restore'), ...post }),
  z.object({ intent: z.enum(['follow', 'unfollow', 'lock', 'unlock']) }),
])

/** What is sent from the list of reported posts. */
export const reportsForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('keep'), ...post, threadId: key }),
  z.object({ intent: z.literal('hide'), ...post, threadId: key, reason: text }),
])
