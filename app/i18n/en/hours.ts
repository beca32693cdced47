import type { hours as sv } from '../sv/hours'
import type { SameKeys } from '../translate'

export const hours: SameKeys<typeof sv> = {
  title: 'Your hours',
  lead: 'Every minute that the portal has recorded for you, where it comes from and what it counts towards.',
  empty: {
    title: 'No hours yet',
    text: 'When you finish a lesson or a course, the time is recorded here by itself.',
    action: 'Choose a course',
  },
  sum: {
    total: 'Recorded in total',
    project: 'In {{project}}',
    outside: 'Outside projects',
    entries_one: '{{count}} entry',
    entries_other: '{{count}} entries',
    reported: 'To be reported: {{time}}',
    waiting: 'Self-study: {{time}} is recorded and will be reported only when the project office has decided.',
    rounding: 'Whole hours per month, rounded down. {{left}} remains.',
    outsideHint: 'The time is yours and stays in your certificates, but counts towards no project.',
  },
  months: {
    caption: 'Minutes by month',
    month: 'Month',
    inProject: 'In a project',
    outside: 'Outside projects',
    total: 'Sum',
    sum: 'Sum of all months',
    all: 'Show all months',
    show: 'Show {{month}}',
  },
  entries: {
    title: 'Entries',
    caption: 'Entries in {{month}}',
    day: 'Day',
    what: 'What',
    type: 'Kind',
    where: 'Counts towards',
    minutes: 'Time',
    sum: 'Sum of {{month}}',
    certificate: 'Certificate',
    correction: 'Correction: {{reason}}',
    none: 'No entries in {{month}}.',
  },
  type: {
    schemalagd: 'Scheduled',
    sjalvstudier: 'Self-study',
    forberedelse: 'Preparation',
    studiebesok: 'Study visit',
    resa: 'Travel',
  },
  outside: {
    'no-record': 'Outside projects: you were not registered as a participant in any project.',
    'before-start': 'Outside projects: the day is before the start of the project.',
    'after-end': 'Outside projects: the day is after the end of the project.',
  },
  notice: {
    title: 'About your personal data',
    text: 'You take part in {{project}}. Once a month the project reports your personal identity number, your start and end dates and your hours to Statistics Sweden (SCB) and the Swedish ESF Council. SCB takes the statistics from registers; you need not answer questions about education or background.',
    more: 'Read more about how the data are processed',
    button: 'I have read the information',
  },
}
