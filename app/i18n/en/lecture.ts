import type { SameKeys } from '../translate'
import type { lecture as sv } from '../sv/lecture'

export const lecture: SameKeys<typeof sv> = {
  eyebrow: 'Recorded lecture',
  edit: 'Edit the lecture',
  facts: 'About the lecture',
  speaker: 'Speaker',
  recorded: 'Recorded',
  length: 'Length',
  nominal: 'Time with questions',
  download: 'Text to download',
  asText: 'as text',
  licence: 'Licence',
  sources: 'Sources',
  courses: 'Part of the course',
  visitor: 'Sign in, and the portal keeps your place and lets you answer the questions.',
  signIn: 'Sign in',
  finished: 'You finished the lecture on {{day}}.',
  left: {
    watch: 'Watch {{length}} more for the lecture to count as seen. 90 per cent is enough.',
    check: 'Answer the questions. You need at least {{percent}} per cent right.',
  },
  check: {
    title: 'Questions on the lecture',
    lead: 'The lecture is done when you have seen 90 per cent and have at least {{pass}} per cent right. You can try several times.',
    passed: 'Passed: {{score}} per cent right',
    notPassed: '{{score}} per cent right. You need {{pass}}.',
    transcriptRead: 'I have read the transcript',
    transcriptHint: 'For you who read instead of watching. It counts the same.',
    submit: 'Submit the answers',
    again: 'Try again',
    finish: 'Mark the lecture as done',
    finishByReading: 'Done by reading',
  },
}
