import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { courseTerms, lessonKinds, plainQuiz, type Question, type QuizTexts, textsBetween } from '~/domains/catalogue'
import type { CourseImport, LessonImport, TranslationImport } from '~/domains/catalogue/index.server'
import { documentFromMarkdown } from '~/shared/editor/markdown/reader.server'
import { markdownFromDocument } from '~/shared/editor/markdown/writer'
import { anyAssignment } from '../../../tests/support/assignments'
import { richDocuments } from '../../../tests/support/documents'
import { anyQuestion } from '../../../tests/support/questions'
import { readCourse } from './read-course'
import { writeCourse, type WrittenFile } from './write-course'

const root = mkdtempSync(path.join(tmpdir(), 'portal-course-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let number = 0

const none = { courses: new Set<string>(), organisations: new Set<string>() }

/** Reads a course back from the files that it was written to. */
function readBack(slug: string, files: readonly WrittenFile[]) {
  number += 1
  const folder = path.join(root, String(number))
  mkdirSync(path.join(folder, 'courses', slug), { recursive: true })
  for (const { name, text } of files) writeFileSync(path.join(folder, 'courses', slug, name), text)
  const references = { lectures: new Set(['forelasning']), competences: undefined, ...none, standard: 'package' as const }
  return readCourse(folder, slug, '', references)
}

/** Lists deeper than Markdown takes are the concern of Markdown's own tests. */
const documents = richDocuments.filter((document) => documentFromMarkdown(markdownFromDocument(document)).faults.length === 0)

const words = fc.constantFrom('Titel', 'Med: kolon', '"citat"', "'apostrof'", '# bråk', '- streck', 'åäö', 'yes', '1', '{a}')
const title = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '))
const quiz = fc.record({
  maxAttempts: fc.option(fc.integer({ min: 1, max: 50 })),
  shuffleQuestions: fc.boolean(),
  shuffleOptions: fc.boolean(),
  draw: fc.option(fc.record({ count: fc.integer({ min: 1, max: 2 }), tag: fc.constantFrom('tagg', 'tagg: två') })),
  tell: fc.constantFrom('passed' as const, 'always' as const, 'never' as const),
})
const questions = fc
  .array(anyQuestion, { maxLength: 3 })
  .map((all) => all.map((question, index) => ({ ...question, key: `q${index + 1}` })))

const states = fc.constantFrom<Pick<TranslationImport, 'isOutdated' | 'isUnfinished'>>(
  {},
  { isOutdated: true },
  { isUnfinished: true },
)

/** What questions say in another language: all of it, or only the first words of each. */
function saidOf(all: readonly Question[], isWhole: boolean): { questions?: QuizTexts } {
  const said = all.map((question) => {
    const { texts, accepted } = textsBetween(question, question) ?? { texts: {} }
    const words = Object.entries(texts).map(([own, other]) => [own, isWhole ? other : `${other} en`])
    const some = Object.fromEntries(isWhole ? words : words.slice(0, 1)) as Record<string, string>
    return [question.key, { texts: some, ...(accepted === undefined ? {} : { accepted }) }]
  })
  return said.length === 0 ? {} : { questions: Object.fromEntries(said) as QuizTexts }
}

const lesson = fc
  .record({ kind: fc.constantFrom(...lessonKinds), title, minutes: fc.integer({ min: 1, max: 600 }) })
  .chain(({ kind, ...head }) =>
    fc
      .record({ body: documents, prompt: documents, quiz, questions, task: anyAssignment, other: fc.option(documents), states, whole: fc.boolean() })
      .map(
      (made): Omit<LessonImport, 'slug' | 'position' | 'module'> => ({
        ...head,
        kind,
        body: made.body,
        lectureSlug: kind === 'lecture' ? 'forelasning' : null,
        pass: kind === 'quiz' ? 70 : null,
        questions: kind === 'quiz' ? made.questions : [],
        quiz: kind === 'quiz' ? made.quiz : plainQuiz,
        reflection: kind === 'reflection' ? { prompt: made.prompt, minWords: 20 } : null,
        assignment: kind === 'assignment' ? { ...made.task, task: made.prompt } : null,
        translations:
          made.other === null
            ? {}
            : {
                en: {
                  title: head.title,
                  body: made.other,
                  ...(kind === 'reflection' || kind === 'assignment' ? { prompt: made.prompt } : {}),
                  ...(kind === 'quiz' ? saidOf(made.questions, made.whole) : {}),
                  ...made.states,
                },
              },
      }),
    ),
  )

const course = fc
  .record({ title, summary: fc.option(title), lessons: fc.array(lesson, { maxLength: 4 }), description: documents })
  .map(({ title: name, summary, lessons, description }): CourseImport => {
    const placed = lessons.map((each, index): LessonImport => {
      const module = index % 2 === 0 ? null : 'Del: ett'
      return { ...each, slug: `l-${index + 1}`, position: index + 1, module }
    })
    const inModule = placed.filter(({ module }) => module !== null).map(({ slug }) => slug)
    return {
      slug: 'kurs',
      title: name,
      summary: summary ?? '',
      description,
      language: 'sv',
      level: 2,
      form: 'kurs',
      themes: ['ai'],
      audiences: [],
      schoolForms: ['sfi'],
      outcomes: summary === null ? [] : [summary],
      competences: [{ code: 'K1.1', level: 2, weight: 0.5 }],
      assessed: false,
      coverPath: null,
      coverAlt: null,
      terms: courseTerms.parse({}),
      licence: 'CC BY 4.0',
      sources: [{ title: name, publisher: name, url: 'https://example.org/?a=1#b', year: 2024 }],
      translations: summary === null ? {} : { en: { title: name, summary, description, outcomes: [] } },
      modules: inModule.length === 0 ? [] : [{ title: 'Del: ett', lessons: inModule }, { title: 'Tom', lessons: [] }],
      nominalMinutes: placed.reduce((sum, { minutes }) => sum + minutes, 0),
      searchText: '',
      lessons: placed,
      contentHash: '',
    }
  })

it('a course that is written and read is the same course, and is written the same again', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(course, (given) => {
      const written = writeCourse(given)
      const { course: read, problems } = readBack(given.slug, written)
      expect(problems).toEqual([])
      if (read === undefined) return
      expect(writeCourse(read)).toEqual(written)
      const facts = ({ lessons, description: _d, translations: _t, searchText: _s, ...rest }: CourseImport) => ({
        ...rest,
        lessons: lessons.map(({ body: _b, translations: others, reflection, assignment, ...each }) => ({
          ...each,
          assignment: assignment && { ...assignment, task: undefined },
          others: Object.entries(others).map(([other, { body: _o, prompt: _p, ...text }]) => ({ other, ...text })),
          minWords: reflection?.minWords,
        })),
      })
      expect(facts(read)).toEqual(facts(given))
    }),
    { numRuns: 20 },
  )
})
