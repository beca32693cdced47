import { describe, expect, test } from 'vitest'
import { addDays, isWorkday, stockholmInstant } from './calendar'
import type { Ground, GroundCourse, GroundQuestion } from './ground'
import { checkDigitOf } from '~/domains/participation'
import { isTestNumber } from './identity-numbers'
import { addressName } from './names'
import { type Participant, planDemonstration, stockholmDay } from './plan'
import { PRINCIPAL, TEACHER } from './people'
import { FIRST_DAY, isFinished, LAST_DAY } from './studies'

const partners: Record<string, string[]> = {
  'bengtsfors-kommun': ['1438', '1439', '1460', '1461', '1492'],
  'falkenbergs-kommun': ['1382'],
  'kunskapsforbundet-vast': ['1487', '1488'],
  'lidkopings-kommun': ['1444', '1445', '1470', '1471', '1494'],
  'lysekils-kommun': ['1421', '1427', '1430', '1435', '1484', '1486'],
  'molndals-stad': ['1481'],
}
const homes: Record<string, string> = {
  '1460': 'bengtsfors-kommun',
  '1382': 'falkenbergs-kommun',
  '1494': 'lidkopings-kommun',
  '1484': 'lysekils-kommun',
  '1481': 'molndals-stad',
  '1487': 'kunskapsforbundet-vast',
  '1488': 'kunskapsforbundet-vast',
}
const kinds = ['article', 'article', 'quiz', 'lecture', 'article', 'article', 'quiz', 'reflection'] as const
const questions: GroundQuestion[] = ['q1', 'q2', 'q3', 'q4', 'q5'].map((key) => ({
  key,
  right: ['a'],
  wrong: [['b'], ['c']],
}))

function course(slug: string): GroundCourse {
  return {
    courseId: slug,
    slug,
    revision: 1,
    title: slug,
    level: 2,
    assessed: true,
    validMonths: null,
    outcomes: ['pröva'],
    nominalMinutes: 160,
    competences: [{ competenceId: 'K1.1', level: 2, weight: 1 }],
    lessons: kinds.map((kind, index) => ({
      lessonId: `${slug}/${index}`,
      slug: `${slug}-${index}`,
      title: `${slug} ${index}`,
      kind,
      minutes: 20,
      pass: 70,
      minWords: kind === 'reflection' ? 120 : 0,
      assignment: null,
      questions: kind === 'quiz' ? questions : [],
      lecture:
        kind === 'lecture'
          ? {
              lectureId: `lecture-${slug}`,
              durationSeconds: 300,
              pass: 66,
              questions: questions.slice(0, 3),
            }
          : null,
    })),
  }
}

const ground: Ground = {
  project: { projectId: 'west', startsOn: '2023-08-01', endsOn: '2025-07-31' },
  ownerId: 'westum',
  partners: Object.entries(partners).map(([slug, codes]) => ({
    organisationId: slug,
    slug,
    municipalities: codes.map((code) => ({
      code,
      employerId: homes[code] ?? code,
      employerSlug: homes[code] ?? code,
    })),
  })),
  courses: [
    'ai-i-vuxenutbildningen',
    'distans-och-flexibelt-larande',
    'npf-och-tillgangliga-larmiljoer',
    'sprakutvecklande-arbetssatt',
    'validering-steg-for-steg',
  ].map(course),
  competenceIds: Array.from({ length: 27 }, (_, index) => `K${index}`),
  frameworkVersion: '1.0',
}

const { participants } = planDemonstration(ground)
const records = participants.filter(({ person }) => person.record !== undefined)
const studies = participants.flatMap((participant) => participant.studies.map(({ study }) => study))
const byEmail = (email: string): Participant => {
  const found = participants.find(({ person }) => person.email === email)
  if (found === undefined) throw new Error(email)
  return found
}

test('the same ground gives the same demonstration', () => {
  expect(JSON.stringify(planDemonstration(ground).participants)).toBe(JSON.stringify(participants))
})

describe('people', () => {
  test('790 participants of the six partners', () => {
    expect(records).toHaveLength(790)
    expect(new Set(records.map(({ person }) => person.record?.partnerId)).size).toBe(6)
  })
  test('the principal sees 46 of the staff, 41 of whom share', () => {
    const staff = participants.filter(({ person }) => person.employerId === 'lidkopings-kommun')
    expect(staff.map(({ person }) => person.email)).toContain(PRINCIPAL)
    expect(staff).toHaveLength(46)
    expect(staff.filter(({ sharing }) => sharing?.shared === true)).toHaveLength(41)
  })
  test('one account for each role and none beside', () => {
    expect(participants.filter(({ person }) => person.hasAccount).map(({ person }) => person.email)).toEqual(
      ['larare', 'rektor', 'redaktor', 'kursansvarig', 'koordinator', 'projekt', 'revisor', 'admin', 'skydd'].map(
        (name) => `${name}@demo.westum.example`,
      ),
    )
  })
  test('every address and every whole name is one person', () => {
    expect(new Set(participants.map(({ person }) => person.email.toLowerCase())).size).toBe(participants.length)
    expect(participants.every(({ person }) => /^[a-z0-9.-]+@[a-z0-9.-]+\.example$/.test(person.email))).toBe(true)
  })
  test('two protected persons bear an alias, in the address too', () => {
    const hidden = participants.filter(({ person }) => person.protection !== 'none')
    expect(hidden.map(({ person }) => person.alias)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Deltagare W-\d{4}$/)]),
    )
    expect(hidden).toHaveLength(2)
    for (const { person } of hidden) expect(person.email).not.toContain(addressName(person).split('.')[1])
  })
  test('records complete and incomplete', () => {
    const complete = records.filter(
      ({ person, entryOn, noticeAcknowledgedAt }) =>
        person.record?.number != null && entryOn !== null && noticeAcknowledgedAt !== null,
    )
    expect(complete.length).toBeGreaterThan(450)
    expect(complete.length).toBeLessThan(760)
  })
})

describe('identity numbers', () => {
  const numbers = records.flatMap(({ person }) => (person.record?.number == null ? [] : [person.record.number]))
  test('are official test numbers, each of one person', () => {
    expect(numbers.filter(({ digits }) => !isTestNumber(digits))).toEqual([])
    expect(new Set(numbers.map(({ digits }) => digits)).size).toBe(numbers.length)
    expect(numbers.filter(({ kind }) => kind === 'samordningsnummer')).toHaveLength(2)
  })
  test.each(['197601022382', '198101012394', '198801012389', '199601012389'])('%s follows the rule', (number) => {
    expect(isTestNumber(number)).toBe(true)
    expect(checkDigitOf(number.slice(2, 11))).toBe(Number(number.at(-1)))
  })
  test.each([
    `19751231238${checkDigitOf('751231238')}`,
    `20001218238${checkDigitOf('001218238')}`,
    '198101012387',
    '19810101239',
  ])('%s does not', (number) => {
    expect(isTestNumber(number)).toBe(false)
  })
})

describe('studies', () => {
  test('lie on workdays inside the demonstration, in order', () => {
    for (const study of studies) {
      const instants = [study.enrolledAt, ...study.finished.map(({ finishedAt }) => finishedAt)]
      expect(instants).toEqual(instants.toSorted((a, b) => a.getTime() - b.getTime()))
      for (const day of instants.map(stockholmDay)) {
        expect(isWorkday(day) && day >= FIRST_DAY && day <= LAST_DAY, day).toBe(true)
      }
    }
  })
  test('spread from not begun to all five courses', () => {
    const finishedBy = new Map<number, number>()
    for (const { studies: own } of records) {
      const count = own.filter(({ study }) => isFinished(study)).length
      finishedBy.set(count, (finishedBy.get(count) ?? 0) + 1)
    }
    for (const count of [0, 1, 2, 3, 5]) expect(finishedBy.get(count), String(count)).toBeGreaterThan(5)
    expect(studies.filter((study) => study.open !== undefined).length).toBeGreaterThan(80)
  })
  test('every finished check was passed, with its score right', () => {
    for (const { study, traces } of participants.flatMap((participant) => participant.studies)) {
      for (const { lesson } of study.finished.filter(({ lesson: { kind } }) => kind === 'quiz')) {
        const attempts = traces.attempts.filter(({ itemId }) => itemId === lesson.lessonId)
        expect(attempts.at(-1)?.passed).toBe(true)
        for (const attempt of attempts) {
          const right = Object.values(attempt.responses).filter((keys) => keys.join() === 'a').length
          expect(attempt.score).toBe(Math.floor((100 * right) / lesson.questions.length))
        }
      }
    }
  })
  test('a finished reflection has the words that it asks for, and a submitted quiz leaves no drafts', () => {
    for (const { study, traces } of participants.flatMap((participant) => participant.studies)) {
      const answers = traces.answers.filter(({ itemId }) =>
        study.finished.some(({ lesson }) => lesson.lessonId === itemId),
      )
      for (const { questionKey, response } of answers) {
        expect(questionKey).toBe('reflection')
        expect((response as { text: string }).text.split(' ').length).toBeGreaterThanOrEqual(120)
      }
    }
  })
  test('the demonstration teacher has one course finished and stands in a lecture', () => {
    const [done, middle, ...rest] = byEmail(TEACHER).studies.map(({ study }) => study)
    expect(rest).toEqual([])
    expect(done !== undefined && isFinished(done)).toBe(true)
    expect(middle?.course.slug).toBe('sprakutvecklande-arbetssatt')
    expect(middle?.open?.lesson.kind).toBe('lecture')
    expect(middle?.finished.length).toBeGreaterThan(2)
  })
})

test.each([
  ['2024-03-30', 600, '2024-03-30T09:00:00.000Z'],
  ['2024-03-31', 600, '2024-03-31T08:00:00.000Z'],
  ['2024-10-26', 600, '2024-10-26T08:00:00.000Z'],
  ['2024-10-27', 600, '2024-10-27T09:00:00.000Z'],
])('%s at minute %i in Stockholm is %s', (day, minutes, instant) => {
  expect(stockholmInstant(day, minutes).toISOString()).toBe(instant)
  expect(addDays(day, 1) > day).toBe(true)
})
