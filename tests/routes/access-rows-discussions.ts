import { paths } from '~/shared/paths'
import { only, seenBy, signedIn, type Row } from './access-verdicts'

/** Those who moderate every course that has no draft; in the world nobody but the subject takes the course. */
const moderators = { redaktor: ['everywhere'] } as const
const key = '00000000-0000-4000-8000-00000000d15c'

/** Discussions: the subject of the world has begun a thread, which somebody has reported. */
export const discussionRows: Record<string, Row> = {
  'diskussioner/:slug': {
    address: ({ course }) => paths.discussion(course.slug),
    verdict: signedIn,
    sees: seenBy(moderators),
    form: () => ({ intent: 'start', key, title: 'En tråd', text: 'En fråga', lesson: '' }),
    writes: seenBy(moderators),
    more: [
      { form: () => ({ intent: 'follow', lesson: '' }), writes: seenBy(moderators) },
      { form: () => ({ intent: 'close' }), writes: seenBy(moderators) },
    ],
  },
  'diskussioner/:slug/anmalda': {
    address: ({ course }) => paths.discussionReports(course.slug),
    verdict: only(moderators),
    sees: seenBy(moderators),
    form: ({ threadId }) => ({ intent: 'keep', postId: threadId, threadId }),
    writes: seenBy(moderators),
    more: [
      {
        form: ({ threadId }) => ({ intent: 'hide', postId: threadId, threadId, reason: 'Stötande' }),
        writes: seenBy(moderators),
      },
    ],
  },
  'diskussioner/:slug/namn': {
    address: ({ course }) => `${paths.discussionNames(course.slug)}?q=Hemlinge`,
    verdict: only(moderators),
    sees: seenBy(moderators),
  },
  'diskussioner/:slug/:trad': {
    address: ({ course, threadId }) => paths.discussionThread(course.slug, threadId),
    verdict: only(moderators),
    sees: seenBy(moderators),
    form: () => ({ intent: 'answer', key, text: 'Ett svar', parentId: '' }),
    writes: seenBy(moderators),
    more: [
      { form: ({ threadId }) => ({ intent: 'edit', postId: threadId, text: 'Ändrat' }), writes: seenBy(moderators) },
      { form: ({ threadId }) => ({ intent: 'remove', postId: threadId }), writes: seenBy(moderators) },
      {
        form: ({ threadId }) => ({ intent: 'report', postId: threadId, reason: 'Stötande' }),
        writes: seenBy(moderators),
      },
      {
        form: ({ threadId }) => ({ intent: 'hide', postId: threadId, reason: 'Stötande' }),
        writes: seenBy(moderators),
      },
      { form: ({ threadId }) => ({ intent: 'restore', postId: threadId }), writes: seenBy(moderators) },
      { form: () => ({ intent: 'follow' }), writes: seenBy(moderators) },
      { form: () => ({ intent: 'lock' }), writes: seenBy(moderators) },
    ],
  },
}
