import { addDays, isWorkday, stockholmInstant, workdayFrom } from './calendar'
import type { Ground, GroundCourse, GroundLesson } from './ground'
import { type Job, type PlannedPerson, PRINCIPAL, TEACHER } from './people'
import type { Chance } from './random'

/** Everything in the demonstration has happened by the evening of this day. */
export const LAST_DAY = '2025-03-21'
export const FIRST_DAY = '2023-09-04'

export interface FinishedLesson {
  lesson: GroundLesson
  startedAt: Date
  finishedAt: Date
}
/** One person's way through one course: the lessons that are finished, in order, and the one that is open. */
export interface Study {
  course: GroundCourse
  enrolledAt: Date
  finished: FinishedLesson[]
  /** The lesson that was opened last and not finished, with the share of it that is done. */
  open: { lesson: GroundLesson; visitedAt: Date; share: number } | undefined
}

const interest: Readonly<Record<Job, Readonly<Record<string, number>>>> = {
  larare: {
    'sprakutvecklande-arbetssatt': 5,
    'ai-i-vuxenutbildningen': 4,
    'distans-och-flexibelt-larande': 3,
    'npf-och-tillgangliga-larmiljoer': 2,
    'validering-steg-for-steg': 1,
  },
  'sfi-larare': {
    'sprakutvecklande-arbetssatt': 6,
    'npf-och-tillgangliga-larmiljoer': 2,
    'ai-i-vuxenutbildningen': 2,
    'distans-och-flexibelt-larande': 1,
    'validering-steg-for-steg': 1,
  },
  yrkeslarare: {
    'validering-steg-for-steg': 4,
    'sprakutvecklande-arbetssatt': 4,
    'ai-i-vuxenutbildningen': 2,
    'npf-och-tillgangliga-larmiljoer': 1,
    'distans-och-flexibelt-larande': 1,
  },
  syv: {
    'validering-steg-for-steg': 6,
    'npf-och-tillgangliga-larmiljoer': 2,
    'ai-i-vuxenutbildningen': 2,
    'distans-och-flexibelt-larande': 1,
    'sprakutvecklande-arbetssatt': 1,
  },
  specialpedagog: {
    'npf-och-tillgangliga-larmiljoer': 7,
    'sprakutvecklande-arbetssatt': 2,
    'ai-i-vuxenutbildningen': 2,
    'distans-och-flexibelt-larande': 1,
    'validering-steg-for-steg': 1,
  },
  rektor: {
    'ai-i-vuxenutbildningen': 3,
    'validering-steg-for-steg': 3,
    'distans-och-flexibelt-larande': 2,
    'npf-och-tillgangliga-larmiljoer': 2,
    'sprakutvecklande-arbetssatt': 1,
  },
  administrator: {
    'ai-i-vuxenutbildningen': 4,
    'distans-och-flexibelt-larande': 2,
    'validering-steg-for-steg': 2,
    'npf-och-tillgangliga-larmiljoer': 2,
    'sprakutvecklande-arbetssatt': 1,
  },
  annan: {
    'ai-i-vuxenutbildningen': 3,
    'npf-och-tillgangliga-larmiljoer': 3,
    'distans-och-flexibelt-larande': 1,
    'validering-steg-for-steg': 1,
    'sprakutvecklande-arbetssatt': 1,
  },
}

function order(chance: Chance, courses: readonly GroundCourse[], job: Job): GroundCourse[] {
  const left = [...courses]
  const ordered: GroundCourse[] = []
  while (left.length > 0) {
    const slug = chance.weighted(
      Object.fromEntries(left.map((course) => [course.slug, interest[job][course.slug] ?? 1])),
    )
    const [course] = left.splice(
      left.findIndex((candidate) => candidate.slug === slug),
      1,
    )
    if (course !== undefined) ordered.push(course)
  }
  return ordered
}

function sittingStart(chance: Chance): number {
  const part = chance.weighted({
    morning: 30,
    midday: 20,
    afternoon: 40,
    evening: 10,
  })
  if (part === 'morning') return chance.whole(8 * 60, 10 * 60)
  if (part === 'midday') return chance.whole(10 * 60 + 15, 12 * 60 + 30)
  if (part === 'afternoon') return chance.whole(13 * 60, 15 * 60 + 20)
  return chance.whole(18 * 60 + 45, 20 * 60)
}

/** The workday of the next sitting: often within the week, sometimes after two or three. */
function nextSitting(chance: Chance, day: string): string {
  const wished = addDays(day, chance.happens(0.64) ? chance.whole(1, 4) : chance.whole(5, 16))
  return workdayFrom(isWorkday(wished) ? wished : addDays(wished, chance.whole(0, 4)))
}

/**
 * A walk through a course from a first workday, in sittings of one to three lessons. It stops after `lessonCount`
 * lessons, or when the demonstration's last day is over; a lesson that was begun stays open.
 */
export function walk(chance: Chance, course: GroundCourse, firstDay: string, lessonCount: number): Study | undefined {
  let day = isWorkday(firstDay) ? firstDay : workdayFrom(addDays(firstDay, chance.whole(0, 4)))
  if (day > LAST_DAY) return undefined
  let clock = sittingStart(chance)
  let inSitting = 0
  const enrolledAt = stockholmInstant(day, clock - 2)
  const finished: FinishedLesson[] = []
  for (const lesson of course.lessons) {
    const spent = Math.max(2, Math.round(lesson.minutes * (0.7 + chance.next() * 0.5)))
    if (inSitting > 0 && (chance.happens(0.45) || inSitting === 3 || clock + spent > 21 * 60)) {
      day = nextSitting(chance, day)
      clock = sittingStart(chance)
      inSitting = 0
      if (day > LAST_DAY) return { course, enrolledAt, finished, open: undefined }
    }
    const second = chance.whole(0, 59) / 60
    const startedAt = stockholmInstant(day, clock + second)
    if (finished.length >= lessonCount) {
      return {
        course,
        enrolledAt,
        finished,
        open: {
          lesson,
          visitedAt: startedAt,
          share: 0.15 + chance.next() * 0.6,
        },
      }
    }
    clock += spent
    finished.push({
      lesson,
      startedAt,
      finishedAt: stockholmInstant(day, clock + second),
    })
    clock += chance.whole(1, 4)
    inSitting += 1
  }
  return { course, enrolledAt, finished, open: undefined }
}

export function isFinished(study: Study): boolean {
  return study.finished.length === study.course.lessons.length
}

function lastInstant(study: Study): Date {
  return study.finished.at(-1)?.finishedAt ?? study.enrolledAt
}

type Pace = 'none' | 'begun' | 'one' | 'two' | 'three' | 'all'
const finishedCourses: Readonly<Record<Pace, number>> = {
  none: 0,
  begun: 0,
  one: 1,
  two: 2,
  three: 3,
  all: 5,
}

function drawFirstDay(chance: Chance, pace: Pace): string {
  // The project grew: half of the participants came in its second autumn and spring.
  const from = pace === 'begun' ? '2024-12-02' : chance.happens(0.5) ? FIRST_DAY : '2024-08-12'
  const until = pace === 'begun' ? '2025-03-19' : pace === 'one' ? '2025-02-20' : '2024-10-15'
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000
  let day = addDays(from, chance.whole(0, Math.max(1, days)))
  while (!isWorkday(day)) day = addDays(day, 1)
  return day
}

function studiesByChance(chance: Chance, ground: Ground, person: PlannedPerson): Study[] {
  const pace = chance.weighted<Pace>({
    none: 6,
    begun: 11,
    one: 49,
    two: 21,
    three: 9,
    all: 4,
  })
  if (pace === 'none') return []
  const whole = finishedCourses[pace]
  const studies: Study[] = []
  let day = drawFirstDay(chance, pace)
  for (const [index, course] of order(chance, ground.courses, person.job).entries()) {
    const isExtra = index >= whole
    if (isExtra && (index > whole || (pace !== 'begun' && !chance.happens(0.3)))) break
    const study = walk(
      chance,
      course,
      day,
      isExtra ? chance.whole(0, course.lessons.length - 2) : course.lessons.length,
    )
    if (study === undefined) break
    studies.push(study)
    day = addDays(lastInstant(study).toISOString().slice(0, 10), chance.whole(10, 75))
  }
  return studies
}

function courseOf(ground: Ground, slug: string): GroundCourse {
  const course = ground.courses.find((candidate) => candidate.slug === slug)
  if (course === undefined) throw new Error(`The demonstration needs the course ${slug}`)
  return course
}

/** The demonstration teacher: one course finished this month, another open in the middle of its lecture. */
function teacherStudies(chance: Chance, ground: Ground): Study[] {
  const done = courseOf(ground, 'ai-i-vuxenutbildningen')
  const dayOf = [
    '2025-02-20',
    '2025-02-20',
    '2025-02-27',
    '2025-02-27',
    '2025-03-04',
    '2025-03-06',
    '2025-03-11',
    '2025-03-11',
  ]
  const hourOf = [13.25, 14, 13.25, 13.9, 15, 15.6, 15, 15.4]
  const middle = courseOf(ground, 'sprakutvecklande-arbetssatt')
  const lectureAt = middle.lessons.findIndex((lesson) => lesson.kind === 'lecture')
  const middleDays = ['2025-03-13', '2025-03-18', '2025-03-20', '2025-03-20']
  const at = (days: readonly string[], hours: readonly number[], course: GroundCourse, count: number) =>
    course.lessons.slice(0, count).map((lesson, index) => {
      const day = days[Math.min(index, days.length - 1)] ?? LAST_DAY
      const startedAt = stockholmInstant(day, (hours[index] ?? 15) * 60 + chance.whole(0, 59) / 60)
      return {
        lesson,
        startedAt,
        finishedAt: new Date(startedAt.getTime() + lesson.minutes * 54_000),
      }
    })
  const open = middle.lessons[lectureAt]
  return [
    {
      course: done,
      enrolledAt: stockholmInstant('2025-02-20', 13 * 60 + 12),
      finished: at(dayOf, hourOf, done, done.lessons.length),
      open: undefined,
    },
    {
      course: middle,
      enrolledAt: stockholmInstant('2025-03-13', 14 * 60 + 56),
      finished: at(middleDays, [], middle, Math.max(0, lectureAt)),
      open:
        open === undefined
          ? undefined
          : {
              lesson: open,
              visitedAt: stockholmInstant('2025-03-21', 15 * 60 + 20),
              share: 0.42,
            },
    },
  ]
}

/** What a participant has studied up to the last day of the demonstration, course by course in the order of time. */
export function planStudies(chance: Chance, ground: Ground, person: PlannedPerson, place: number): Study[] {
  if (person.record === undefined) return []
  if (person.email === TEACHER) return teacherStudies(chance, ground)
  if (person.email === PRINCIPAL) {
    const course = courseOf(ground, 'distans-och-flexibelt-larande')
    return [walk(chance, course, '2024-11-05', course.lessons.length)].filter((study) => study !== undefined)
  }
  // Half of the staff that the demonstration principal sees took the language course together in the autumn of 2024.
  if (person.municipalityCode === '1494' && place % 2 === 0) {
    const course = courseOf(ground, 'sprakutvecklande-arbetssatt')
    const together = walk(chance, course, addDays('2024-09-17', chance.whole(0, 20)), course.lessons.length)
    const before = studiesByChance(chance, ground, person).filter(
      (study) => study.course !== course && lastInstant(study) < (together?.enrolledAt ?? new Date(0)),
    )
    return together === undefined ? before : [...before, together]
  }
  return studiesByChance(chance, ground, person)
}
