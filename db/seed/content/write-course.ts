import { isDeepStrictEqual } from 'node:util'
import { stringify } from 'yaml'
import type { z } from 'zod'
import { type Cue, plainQuiz, type Question, questionIn, type QuizTexts, textsBetween } from '~/domains/catalogue'
import type { CourseImport, LectureImport, LessonImport, TranslationImport } from '~/domains/catalogue/index.server'
import type { RichDocument } from '~/shared/editor/document'
import { markdownFromDocument } from '~/shared/editor/markdown/writer'
import { printVtt } from '~/shared/video/caption-file'
import {
  bankFile,
  mediaFile,
  type PackedCourseFile,
  packedCourseFile,
  type PackedLectureFile,
  packedLectureFile,
  type PackedLessonFile,
  packedLessonFile,
  type PackedTranslationFile,
  packedTranslationFile,
} from './formats'
import { questions as questionList } from './question-format'

/** A text file of the content format; `name` is inside the folder of its course or lecture. */
export interface WrittenFile {
  name: string
  text: string
}

/** Nothing may be left: a field that the format does not carry is a fault of the types here. */
type Nothing = Record<string, never>
function carried(rest: Nothing): void {
  void rest
}

/** In the order of the format, whatever order the values had where they came from. */
function yaml(shape: z.ZodType, value: unknown): string {
  const ordered = shape.safeParse(value)
  return stringify(ordered.success ? ordered.data : value, { lineWidth: 0 })
}
const markdown = (document: RichDocument) => `${markdownFromDocument(document)}\n`
const withHead = (shape: z.ZodType, head: unknown, body: RichDocument) =>
  `---\n${yaml(shape, head)}---\n${markdown(body)}`
const fileName = (path: string) => path.replace(/\?.*$/, '').split('/').at(-1) ?? path

/** What a lesson file says of its kind, beside its text. */
function partsOf(lesson: LessonImport): Omit<PackedLessonFile, 'title' | 'kind' | 'minutes'> {
  switch (lesson.kind) {
    case 'article':
      return {}
    case 'lecture':
      return lesson.lectureSlug === null ? {} : { lecture: lesson.lectureSlug }
    case 'quiz': {
      const isPlain = JSON.stringify({ ...plainQuiz, ...lesson.quiz }) === JSON.stringify(plainQuiz)
      return { pass: lesson.pass ?? 70, ...(isPlain ? {} : { quiz: lesson.quiz }), questions: lesson.questions }
    }
    case 'reflection': {
      if (lesson.reflection === null) return {}
      const { prompt, minWords, ...rest } = lesson.reflection
      carried(rest)
      return { reflection: { prompt: markdown(prompt), minWords } }
    }
    case 'assignment': {
      if (lesson.assignment === null) return {}
      const { task, ...settings } = lesson.assignment
      return { assignment: { task: markdown(task), ...settings } }
    }
  }
}

/** The questions of a translation: as a list where the list says the same, else word by word. */
function translatedQuestions(
  originals: readonly Question[],
  texts: QuizTexts,
): Pick<PackedTranslationFile, 'questions' | 'texts'> {
  const said = originals.map((question) => questionIn(question, texts[question.key] ?? { texts: {} }))
  const read = questionList('package').safeParse(said)
  const again = (read.data ?? []).flatMap((question, index) => {
    const original = originals[index]
    const between = original && textsBetween(original, question)
    return between === undefined ? [] : [[question.key, between]]
  })
  return isDeepStrictEqual(Object.fromEntries(again), texts) ? { questions: said } : { texts }
}

const taskOf = (kind: LessonImport['kind'], task: string): Pick<PackedTranslationFile, 'reflection' | 'assignment'> =>
  kind === 'assignment' ? { assignment: { task } } : { reflection: { prompt: task } }

function translationHead(lesson: LessonImport, translation: TranslationImport): PackedTranslationFile {
  const { title, body: _under, prompt, questions, isOutdated, isUnfinished, ...rest } = translation
  carried(rest)
  return {
    title,
    ...(questions === undefined ? {} : translatedQuestions(lesson.questions, questions)),
    ...(prompt === undefined ? {} : taskOf(lesson.kind, markdown(prompt))),
    ...(isOutdated === true ? { isOutdated } : {}),
    ...(isUnfinished === true ? { isUnfinished } : {}),
  }
}

function lessonFiles(lesson: LessonImport): WrittenFile[] {
  const { slug, title, kind, minutes, body, translations, position: _order, module: _inCourse, ...parts } = lesson
  const { lectureSlug: _a, pass: _b, questions: _c, quiz: _d, reflection: _e, assignment: _f, ...rest } = parts
  carried(rest)
  const head = { title, kind, minutes, ...partsOf(lesson) } satisfies PackedLessonFile
  return [
    { name: `${slug}.md`, text: withHead(packedLessonFile, head, body) },
    ...Object.entries(translations).map(([language, text]) => ({
      name: `${slug}.${language}.md`,
      text: withHead(packedTranslationFile, translationHead(lesson, text), text.body),
    })),
  ]
}

/** The text files of a course, as `readCourse` reads them. Its pictures are named as they lie beside the files. */
export function writeCourse(course: CourseImport): WrittenFile[] {
  const { lessons, coverPath, coverAlt, description, translations, modules, contentHash: _hash, ...more } = course
  const { nominalMinutes: _sum, searchText: _search, slug, title, summary, language, level, form, ...said } = more
  const { themes, audiences, schoolForms, outcomes, competences, assessed, licence, sources, terms, ...rest } = said
  carried(rest)
  const translated: NonNullable<PackedCourseFile['translations']> = {}
  for (const other of ['sv', 'en'] as const) {
    const text = translations[other]
    if (text !== undefined) translated[other] = { ...text, description: markdown(text.description) }
  }
  const file: PackedCourseFile = {
    slug,
    title,
    summary,
    description: markdown(description),
    language,
    level,
    form,
    themes,
    audiences,
    schoolForms,
    outcomes,
    competences,
    assessed,
    ...(coverPath === null ? {} : { cover: fileName(coverPath) }),
    ...(coverAlt === null ? {} : coverAlt === '' ? { coverDecorative: true as const } : { coverAlt }),
    lessons: lessons.map((lesson) => lesson.slug),
    ...(modules.length === 0 ? {} : { modules }),
    ...(Object.keys(translated).length === 0 ? {} : { translations: translated }),
    sources,
    licence,
    ...terms,
  }
  return [{ name: 'course.yaml', text: yaml(packedCourseFile, file) }, ...lessons.flatMap(lessonFiles)]
}

/** Pictures by the second, each until the next. */
function slideCues({ slides, durationSeconds }: LectureImport): Cue[] {
  return slides.map(({ second, path, alt }, index) => ({
    start: second,
    end: Math.max(slides[index + 1]?.second ?? durationSeconds, second + 0.001),
    text: `${fileName(path)} ${alt}`,
  }))
}

/** The text files of a lecture, as `readLecture` reads them; film, poster and pictures lie beside them. */
export function writeLecture(lecture: LectureImport): WrittenFile[] {
  const { description, competenceCodes, durationSeconds, chapters, slides, tracks, slug, title, ...more } = lecture
  const { videoPath: _film, posterPath: _poster, captionsPath: _captions, contentHash: _hash, ...said } = more
  const { transcript: _spoken, transcriptText: _search, language, speaker, voiceNote, recordedOn, ...facts } = said
  const { summary, minutes, themes, audiences, licence, sources, check, ...rest } = facts
  carried(rest)
  const file: PackedLectureFile = {
    slug,
    title,
    summary,
    description: markdown(description),
    language,
    speaker,
    voiceNote,
    recordedOn,
    minutes,
    seconds: durationSeconds,
    themes: themes as PackedLectureFile['themes'],
    audiences: audiences as PackedLectureFile['audiences'],
    competences: competenceCodes,
    check,
    sources,
    licence,
  }
  return [
    { name: 'lecture.yaml', text: yaml(packedLectureFile, file) },
    ...tracks.map(({ kind, language: spoken, cues }) => ({ name: `${kind}.${spoken}.vtt`, text: printVtt(cues) })),
    ...(chapters.length === 0 ? [] : [{ name: `chapters.${language}.vtt`, text: printVtt(chapters) }]),
    ...(slides.length === 0 ? [] : [{ name: `slides.${language}.vtt`, text: printVtt(slideCues(lecture)) }]),
  ]
}

/** A question of the bank that a package brings. */
export interface BankImport {
  question: Question
  tags: string[]
  competences: string[]
}

/** What is known of a file that a package brings: whose it is, what it shows and how it may be used. */
export interface MediaImport {
  file: string
  title: string
  language: string | null
  licence: string
  credit: string
  alt: string | null
  decorative: boolean
}

/** The lists that a package has beside its course: what its files are, and questions to draw from. */
export function writeLists(media: readonly MediaImport[], bank: readonly BankImport[]): WrittenFile[] {
  return [
    ...(media.length === 0 ? [] : [{ name: 'media.yaml', text: yaml(mediaFile, media) }]),
    ...(bank.length === 0 ? [] : [{ name: 'bank.yaml', text: yaml(bankFile, bank) }]),
  ]
}
