import { describe, expect, it } from 'vitest'
import type { RichDocument } from '~/shared/editor/document'
import type { LessonId, TextId } from '~/shared/ids'
import { canBePublished, type CheckedCourse, checkCourse } from './checks'
import { newLessonSettings, type LessonSettings } from './lesson-settings'
import type { DraftLesson, DraftText } from './model'
import { sealOfOriginal } from './original-seal'
import { type CourseSettings, type CourseTextsIn, newSettings } from './settings'

const paragraph = (text: string, href?: string): RichDocument['content'][number] => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(href === undefined ? {} : { marks: [{ type: 'link', attrs: { href } }] }) }],
})
const doc = (...content: RichDocument['content']): RichDocument => ({ type: 'doc', content })

function lesson(
  id: string,
  settings: LessonSettings = { kind: 'article' },
  wish: Partial<DraftLesson> = {},
): DraftLesson {
  return {
    lessonId: id as LessonId,
    slug: id,
    moduleId: null,
    kind: settings.kind,
    title: id,
    minutes: 10,
    settings,
    languages: ['sv'],
    source: null,
    ...wish,
  }
}
const whole = {
  ...newSettings('Kurs', 'sv'),
  summary: 'Kort',
  description: doc(paragraph('Lång')),
  outcomes: ['planera'],
  competences: [{ code: 'K1.1', level: 1, weight: 1 }],
  audiences: ['larare' as const],
  themes: ['ai' as const],
  coverPath: 'x.svg',
  coverAlt: 'En bild',
  sources: [{ title: 'T', publisher: 'P', url: 'https://a.se' }],
}
function textOf(body: RichDocument, wish: Partial<DraftText> = {}): DraftText {
  const stands = { textId: 't' as TextId, seq: 0, savedAt: new Date(0) }
  return { language: 'sv', title: 'a', body, prompt: null, questions: {}, originalSeal: null, ...stands, ...wish }
}
function course(wish: Partial<CheckedCourse> = {}): CheckedCourse {
  const lessons = wish.lessons ?? [lesson('a')]
  const text = textOf(doc(paragraph('Text')))
  return {
    settings: whole,
    modules: [],
    lessons,
    texts: new Map(lessons.map(({ lessonId }) => [lessonId, [text]])),
    lectures: [],
    filesChanged: false,
    ...wish,
  }
}
function inEnglish(wish: Partial<CourseTextsIn> = {}): CourseSettings {
  const texts = { title: 'C', summary: 'S', description: doc(paragraph('D')), outcomes: ['plan'] }
  return { ...whole, translations: { en: { ...texts, ...wish } } }
}
/** The lesson in both languages. */
function written(): CheckedCourse['texts'] {
  const original = textOf(doc(paragraph('Text')))
  const originalSeal = sealOfOriginal({ ...original, prompt: null }, [])
  return new Map([['a', [original, { ...original, language: 'en', originalSeal }]]])
}
const codes = (wish: Partial<CheckedCourse>) =>
  checkCourse(course(wish)).map(({ code, severity }) => `${severity} ${code}`)

describe('a course', () => {
  it('that is whole has no findings', () => {
    expect(checkCourse(course())).toEqual([])
  })

  it.each<[string, Partial<CheckedCourse>, string[]]>([
    ['without lessons', { lessons: [] }, ['error no-lessons']],
    ['without a summary', { settings: { ...whole, summary: '' } }, ['error no-summary']],
    ['without outcomes', { settings: { ...whole, outcomes: [] } }, ['error no-outcomes']],
    ['without competences', { settings: { ...whole, competences: [] } }, ['error no-competences']],
    ['with a picture that is not described', { settings: { ...whole, coverAlt: null } }, ['error no-cover-alt']],
    ['without a picture', { settings: { ...whole, coverPath: null } }, ['hint no-cover']],
    ['with an empty module', { modules: [{ moduleId: 'm', title: 'M' }] }, ['hint empty-module']],
    ['whose files have changed', { filesChanged: true }, ['hint files-changed']],
    ['with an article without text', { texts: new Map() }, ['error no-text']],
    [
      'with a lecture lesson without lecture',
      { lessons: [lesson('a', newLessonSettings('lecture'))] },
      ['error no-lecture'],
    ],
    [
      'with a lecture that is gone',
      { lessons: [lesson('a', { kind: 'lecture', lectureId: 'l' })] },
      ['error lecture-gone'],
    ],
    [
      'with a lecture without captions',
      {
        lessons: [lesson('a', { kind: 'lecture', lectureId: 'l' })],
        lectures: [{ lectureId: 'l', slug: 'l', hasCaptions: false }],
      },
      ['error no-captions'],
    ],
    ['with a quiz without questions', { lessons: [lesson('a', newLessonSettings('quiz'))] }, ['error no-questions']],
    [
      'with a reflection without a task',
      { lessons: [lesson('a', newLessonSettings('reflection'))] },
      ['error no-prompt'],
    ],
    ['with a long lesson', { lessons: [lesson('a', { kind: 'article' }, { minutes: 91 })] }, ['hint long-lesson']],
    [
      'with a language that a lesson lacks',
      {
        settings: inEnglish(),
      },
      ['hint no-translation'],
    ],
    [
      'with a language in which its own texts are not finished',
      { settings: inEnglish({ isUnfinished: true }), texts: written() },
      ['hint no-course-translation'],
    ],
    [
      'whose own texts have changed since they were translated',
      { settings: inEnglish({ isOutdated: true }), texts: written() },
      ['hint course-translation-outdated'],
    ],
    [
      'with a translated description that hinders readers',
      {
        settings: inEnglish({ description: doc({ type: 'heading', attrs: { level: 2 }, content: [] }) }),
        texts: written(),
      },
      ['error emptyHeading'],
    ],
  ])('%s: %j', (_name, wish, expected) => {
    expect(codes(wish)).toEqual(expected)
    expect(canBePublished(checkCourse(course(wish)))).toBe(!expected.some((each) => each.startsWith('error')))
  })
})

it.each<[string, RichDocument, string[]]>([
  ['a link that says nothing', doc(paragraph('Läs mer här', 'https://a.se')), ['hint vagueLink']],
  ['a link that says where', doc(paragraph('Skolverkets råd', 'https://a.se')), []],
  [
    'an empty heading',
    doc({ type: 'heading', attrs: { level: 2 }, content: [] }, paragraph('Text')),
    ['error emptyHeading'],
  ],
])('the text of a lesson with %s', (_name, body, expected) => {
  expect(codes({ texts: new Map([['a', [textOf(body)]]]) })).toEqual(expected)
})
