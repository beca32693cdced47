import type { SameKeys } from '../translate'
import type { courseStatistics as swedish } from '../sv/course-statistics'

export const courseStatistics: SameKeys<typeof swedish> = {
  title: 'How the course is going',
  lead: 'How many begin, go on and finish. There are no persons here.',
  rounded:
    'All numbers are rounded to the nearest five. Fewer than five is shown as “fewer than 5”, so that nothing can be worked out about a single person.',
  few: 'fewer than 5',
  tooFew: 'Too few have begun the course',
  tooFewText: 'When at least five people have begun, this shows how they are doing.',
  people: '{{count}} people',
  file: {
    link: 'Download as CSV',
    version: 'Version',
    part: 'Part',
    name: 'Lesson',
    minute: 'Minute',
    opened: 'Have opened or begun',
    finished: 'Have finished',
    viewers: 'Have played the minute',
    course: 'The course',
    lesson: 'Lesson',
    lecture: 'Lecture',
  },
  version: {
    title: 'Those who began in',
    all: 'All versions',
    one: 'Version {{first}}',
    many: 'Version {{first}}–{{last}}',
    show: 'Show',
    hint: 'Versions in which few have begun are counted with the next.',
  },
  sum: { starts: 'Have begun', finishes: 'Have finished the course' },
  findings: {
    title: 'What you can do',
    none: 'Nothing stands out in the numbers. Read the answers to the questions to know more.',
    'never-opens':
      'About {{share}} per cent join the course but do not open the first lesson. See whether the course page says how long it takes and what it is good for, or remind those who have joined.',
    'stops-before':
      'About {{share}} per cent stop before the lesson {{name}}. Make the step there smaller: tie the end of the lesson before to it, or move the hardest part further on.',
    'opens-not-finishes':
      'About {{share}} per cent open the lesson {{name}} but do not finish it. See whether it can be made two, and whether it is clear what finishing takes.',
    'stops-watching':
      'About {{share}} per cent stop watching the lecture {{name}} at minute {{minute}}. See what happens there: divide the lecture, or put a question or a chapter right before.',
    open: 'Open the lesson',
    questions: 'See which questions are hard',
  },
  lessons: {
    title: 'Lesson by lesson',
    caption: 'How many have opened and finished each lesson',
    lesson: 'Lesson',
    opened: 'Have opened',
    finished: 'Have finished',
    picture: 'Picture',
    key: 'Light are those who have opened, dark those who have finished. The whole width is everybody who has begun.',
  },
  lectures: {
    title: 'Lecture by lecture',
    lead: 'How many have played something of each minute.',
    picture: 'A bar for each minute of {{name}}, from {{first}} in the first to {{last}} in the last.',
    caption: 'How many have played each minute of {{name}}',
    table: 'Show as a table',
    minute: 'Minute',
    viewers: 'Have played the minute',
  },
  more: 'Hard questions of the course',
}
