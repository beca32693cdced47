import { describe, expect, it } from 'vitest'
import type { RichDocument } from '~/shared/editor/document'
import type { LessonId, TextId } from '~/shared/ids'
import {
  isReadable,
  lackingModules,
  lackingParts,
  offered,
  stateOfCourse,
  withModule,
  withOutdated,
} from './course-texts'
import { languageOverview } from './language-overview'
import type { DraftLesson, DraftText } from './model'
import { sealOfOriginal } from './original-seal'
import { type CourseSettings, type CourseTextsIn, emptyDocument, newSettings } from './settings'

const doc = (text: string): RichDocument => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const english: CourseTextsIn = { title: 'Course', summary: 'Short', description: doc('Long'), outcomes: ['plan'] }
function course(wish: Partial<CourseSettings> = {}, texts: Partial<CourseTextsIn> = {}): CourseSettings {
  return {
    ...newSettings('Kurs', 'sv'),
    summary: 'Kort',
    description: doc('Lång'),
    outcomes: ['planera'],
    translations: { en: { ...english, ...texts } },
    ...wish,
  }
}

describe('what a translation lacks', () => {
  it.each<[string, Partial<CourseTextsIn>, Partial<CourseSettings>, string[], boolean]>([
    ['nothing', {}, {}, [], true],
    ['a title', { title: ' ' }, {}, ['title'], false],
    ['a summary', { summary: '' }, {}, ['summary'], false],
    ['a summary that the original has none of either', { summary: '' }, { summary: '' }, [], true],
    ['a description', { description: emptyDocument }, {}, ['description'], false],
    ['one of two outcomes', {}, { outcomes: ['planera', 'pröva'] }, ['outcomes'], true],
    ['the first of two outcomes', { outcomes: ['', 'try'] }, { outcomes: ['planera', 'pröva'] }, ['outcomes'], true],
    ['an outcome of the original', { outcomes: ['plan', 'try'] }, {}, ['outcomes'], true],
    ['every outcome', { outcomes: [] }, {}, ['outcomes'], false],
    ['what the cover shows', {}, { coverPath: 'x.svg', coverAlt: 'En bild' }, ['coverAlt'], true],
    ['nothing of a cover that only decorates', {}, { coverPath: 'x.svg', coverAlt: '' }, [], true],
  ])('%s', (_name, texts, original, lacking, readable) => {
    const settings = course(original)
    expect(lackingParts(settings, { ...english, ...texts })).toEqual(lacking)
    expect(isReadable(settings, { ...english, ...texts })).toBe(readable)
  })
})

it('the modules of a course have a name each', () => {
  const modules = ['Del 1', 'constructor']
  expect(lackingModules({ ...course(), modules }, english)).toEqual(modules)
  expect(lackingModules({ ...course(), modules }, { ...english, modules: { 'Del 1': 'Part 1' } })).toEqual([
    'constructor',
  ])
  const named = course({}, { modules: { 'Del 1': 'Part 1' } })
  expect(withModule(named, 'Del 1')).toEqual(named)
  expect(stateOfCourse(withModule(named, 'Del 2'), 'en')).toBe('outdated')
})

describe('a change of the original', () => {
  const before = course()

  it.each<[string, Partial<CourseSettings>, string]>([
    ['of the title', { title: 'Kursen' }, 'outdated'],
    ['of the description', { description: doc('Längre') }, 'outdated'],
    ['of the outcomes', { outcomes: ['planera', 'pröva'] }, 'outdated'],
    ['of what the cover shows', { coverAlt: 'En bild' }, 'outdated'],
    ['of something that is in no language', { level: 3, licence: 'Fri' }, 'whole'],
    ['to the same, from another editor', { description: structuredClone(before.description) }, 'whole'],
  ])('%s makes the translation %s', (_name, wish, state) => {
    expect(stateOfCourse(withOutdated(before, { ...before, ...wish }), 'en')).toBe(state)
  })

  it('that says what the translation has nothing of hides it from readers', () => {
    const bare = course({ summary: '' }, { summary: '' })
    const after = withOutdated(bare, { ...bare, summary: 'Kort' })
    expect(stateOfCourse(after, 'en')).toBe('unfinished')
    expect(offered(after).translations).toEqual({})
    expect(offered(bare).translations).toEqual(bare.translations)
  })

  it('leaves a translation alone that is new in the same change', () => {
    const after = withOutdated({ ...before, translations: {} }, { ...before, title: 'Kursen' })
    expect(after.translations.en).toEqual(english)
  })
})

it('the overview tells each text by language, in the order of the course', () => {
  const lesson = (id: string, moduleId: string | null): DraftLesson => ({
    lessonId: id as LessonId,
    slug: id,
    moduleId,
    kind: 'article',
    title: id,
    minutes: 10,
    settings: { kind: 'article' },
    languages: ['sv'],
    source: null,
  })
  const stands = { textId: 't' as TextId, seq: 0, savedAt: new Date(0), prompt: null, questions: {} }
  const original: DraftText = { language: 'sv', title: 'a', body: doc('a'), originalSeal: null, ...stands }
  const seal = sealOfOriginal({ ...original, prompt: null }, [])
  const inEnglish = (originalSeal: string | null): DraftText => ({ ...original, language: 'en', originalSeal })
  const overview = languageOverview(
    {
      settings: course({}, { isUnfinished: true }),
      modules: [{ moduleId: 'm', title: 'M' }],
      lessons: [lesson('last', 'm'), lesson('first', null), lesson('second', null), lesson('third', null)],
    },
    new Map([
      ['first', [original, inEnglish(seal)]],
      ['second', [original, inEnglish('before')]],
      ['third', [original, inEnglish(null)]],
      ['last', [original]],
    ]),
  )
  expect(overview).toMatchObject({ own: 'sv', others: ['en'], course: ['unfinished'] })
  expect(overview.lessons.map(({ title, states }) => [title, ...states])).toEqual([
    ['first', 'whole'],
    ['second', 'outdated'],
    ['third', 'unfinished'],
    ['last', 'missing'],
  ])
})
