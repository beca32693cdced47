import { describe, expect, test } from 'vitest'
import type { CourseOffer, Evidence, Framework, WeighedEvidence } from './model'
import { areaLevelOf, baselineOf, levelOf, liftsFor, profileOf } from './rules'

type Piece = [course: string, level: number, weight: number, day?: string]

function evidenceOf(pieces: readonly Piece[]): WeighedEvidence[] {
  return pieces.map(([courseId, level, weight, grantedOn = '2024-03-01']) => ({
    code: 'K5.2',
    courseId,
    level,
    weight,
    grantedOn,
  }))
}

describe('levelOf', () => {
  test.each<[string, Piece[], ReturnType<typeof levelOf>]>([
    ['nothing', [], { level: 0, towards: null }],
    ['one course of weight 1 confirms', [['a', 2, 1]], { level: 2, towards: null }],
    [
      'weights add up',
      [
        ['a', 2, 0.5],
        ['b', 2, 0.5],
      ],
      { level: 2, towards: null },
    ],
    [
      'hundredths add up exactly',
      [
        ['a', 1, 0.7],
        ['b', 1, 0.1],
        ['c', 1, 0.2],
      ],
      { level: 1, towards: null },
    ],
    [
      'just under',
      [
        ['a', 1, 0.7],
        ['b', 1, 0.29],
      ],
      { level: 0, towards: { level: 1, gathered: 0.99 } },
    ],
    ['half of level 2 is on the way there', [['a', 2, 0.5]], { level: 0, towards: { level: 2, gathered: 0.5 } }],
    [
      'the nearest step is named',
      [
        ['a', 1, 0.5],
        ['b', 2, 0.4],
      ],
      { level: 0, towards: { level: 1, gathered: 0.9 } },
    ],
    [
      'higher evidence counts below',
      [
        ['a', 1, 0.5],
        ['b', 3, 0.5],
      ],
      { level: 1, towards: { level: 3, gathered: 0.5 } },
    ],
    [
      'a confirmed level and one begun',
      [
        ['a', 1, 1],
        ['b', 2, 0.4],
      ],
      { level: 1, towards: { level: 2, gathered: 0.4 } },
    ],
    [
      'lower evidence does not lift',
      [
        ['a', 2, 1],
        ['b', 1, 1],
      ],
      { level: 2, towards: null },
    ],
    [
      'the same course twice counts once',
      [
        ['a', 2, 0.5],
        ['a', 2, 0.5],
      ],
      { level: 0, towards: { level: 2, gathered: 0.5 } },
    ],
    [
      'a new round at a higher level counts there',
      [
        ['a', 1, 1],
        ['a', 2, 1],
      ],
      { level: 2, towards: null },
    ],
    ['level 4', [['a', 4, 1]], { level: 4, towards: null }],
  ])('%s', (_, pieces, expected) => {
    expect(levelOf(evidenceOf(pieces))).toEqual(expected)
  })
})

test.each<[string, Piece[], string | null, number | undefined]>([
  ['no day', [['a', 2, 1]], null, undefined],
  ['before the day', [['a', 2, 1, '2024-03-01']], '2024-03-02', 2],
  ['on the day is after the start', [['a', 2, 1, '2024-03-02']], '2024-03-02', 0],
])('baselineOf: %s', (_, pieces, since, expected) => {
  expect(baselineOf(evidenceOf(pieces), since)).toBe(expected)
})

test.each([
  [[], { level: 0, confirmed: 0, of: 0 }],
  [[0, 0] as const, { level: 0, confirmed: 0, of: 2 }],
  [[2, 0, 1] as const, { level: 2, confirmed: 2, of: 3 }],
])('areaLevelOf %j', (held, expected) => {
  expect(areaLevelOf([...held])).toEqual(expected)
})

const both = (text: string) => ({ sv: text, en: text })
const competence = (code: string) => ({ code, name: both(code), description: both(''), levelTexts: {}, mapsTo: [] })
const framework: Framework = {
  slug: 'ram',
  version: '1.0',
  name: both('Ram'),
  description: both(''),
  licence: 'CC BY 4.0',
  sourceUrl: null,
  levels: [],
  areas: [
    { code: 'K1', name: both('K1'), competences: [competence('K1.1'), competence('K1.2')] },
    { code: 'K2', name: both('K2'), competences: [competence('K2.1')] },
  ],
}

function certificate(code: string, level: number, weight: number, grantedOn: string, courseId = grantedOn): Evidence {
  return {
    code,
    level,
    weight,
    grantedOn,
    courseId,
    frameworkVersion: '1.0',
    courseSlug: 's',
    courseTitle: 't',
    certificateCode: null,
  }
}

describe('profileOf', () => {
  const evidence = [
    certificate('K1.1', 1, 1, '2023-05-01'),
    certificate('K1.1', 2, 1, '2024-02-01'),
    certificate('K1.2', 1, 1, '2023-05-02'),
  ]
  const selfAssessments = [{ code: 'K2.1', level: 3 as const, assessedOn: '2024-01-01' }]

  test('levels by area, what rose since the start, the reasons newest first', () => {
    const [k1, k2] = profileOf(framework, { evidence, selfAssessments, since: '2023-08-01' })
    expect(k1).toMatchObject({ level: 2, confirmed: 2, rose: true })
    expect(k1?.competences.map(({ level, rose }) => ({ level, rose }))).toEqual([
      { level: 2, rose: true },
      { level: 1, rose: false },
    ])
    expect(k1?.competences[0]?.evidence.map((item) => item.grantedOn)).toEqual(['2024-02-01', '2023-05-01'])
    expect(k2).toMatchObject({ level: 0, confirmed: 0, rose: false })
  })

  test('a self-assessment stands beside the level and never moves it', () => {
    const [, k2] = profileOf(framework, { evidence, selfAssessments, since: null })
    expect(k2?.competences[0]).toMatchObject({ level: 0, selfAssessment: { level: 3 } })
  })

  test('without a project entry nothing rose', () => {
    expect(profileOf(framework, { evidence, selfAssessments, since: null }).some((area) => area.rose)).toBe(false)
  })
})

test('liftsFor: above the level held, not taken, nearest and heaviest first', () => {
  const offer = (courseId: string, level: number, weight: number): CourseOffer => ({
    code: 'K1.1',
    courseId,
    slug: courseId,
    title: courseId,
    minutes: 60,
    level,
    weight,
  })
  const offers = [offer('d', 3, 1), offer('b', 2, 0.5), offer('a', 2, 1), offer('low', 1, 1), offer('taken', 2, 1)]
  const held = { level: 1 as const, evidence: [certificate('K1.1', 1, 1, '2024-01-01', 'taken')] }
  expect(liftsFor(held, offers).map((lift) => lift.courseId)).toEqual(['a', 'b', 'd'])
})
