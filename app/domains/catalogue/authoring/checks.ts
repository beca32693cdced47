import { checkAccessibility } from '~/shared/editor/accessibility/check'
import type { FindingKind } from '~/shared/editor/accessibility/finding'
import type { RichDocument } from '~/shared/editor/document'
import { plainText } from '~/shared/editor/plain-text'
import type { Language } from '~/shared/language'
import { type AssignmentFault, faultsOfAssignment } from '../assignment/rules'
import type { DraftLesson, DraftModule, DraftText } from './model'
import { sealOfOriginal } from './original-seal'
import { type CourseSettings, courseLanguages } from './settings'

/** `error` stops publishing, `hint` warns. */
export type Severity = 'error' | 'hint'

export type FindingCode =
  | 'no-lessons'
  | 'no-summary'
  | 'no-description'
  | 'no-outcomes'
  | 'no-competences'
  | 'no-audiences'
  | 'no-themes'
  | 'no-licence'
  | 'no-sources'
  | 'no-cover'
  | 'no-cover-alt'
  | 'no-title'
  | 'no-text'
  | 'no-lecture'
  | 'lecture-gone'
  | 'no-captions'
  | 'no-questions'
  | 'no-prompt'
  | AssignmentFault
  | 'no-translation'
  | 'translation-outdated'
  | 'empty-module'
  | 'long-lesson'
  | 'files-changed'
  | FindingKind

/** Where to mend it: a field of the settings, the structure, or a lesson's text in one language. */
export type FindingPlace =
  | { page: 'settings'; field: string }
  | { page: 'structure' }
  | { page: 'lesson'; lessonId: string; title: string; language: Language }

export interface CourseFinding {
  code: FindingCode
  severity: Severity
  place: FindingPlace
  /** What of a text is meant, in its own words. */
  quote?: string | undefined
}

/** What must be known of a lecture to publish a lesson with it. */
export interface LectureFacts {
  lectureId: string
  slug: string
  hasCaptions: boolean
}

export interface CheckedCourse {
  settings: CourseSettings
  modules: readonly DraftModule[]
  lessons: readonly DraftLesson[]
  texts: ReadonlyMap<string, readonly DraftText[]>
  /** Active lectures; one that is not among them is gone. */
  lectures: readonly LectureFacts[]
  filesChanged: boolean
}

const LONG_LESSON = 90
const isEmpty = (document: RichDocument) => plainText(document).trim() === ''

/** Everything that stands in the way of publishing, and what could be better, in the order of the course. */
export function checkCourse(course: CheckedCourse): CourseFinding[] {
  const findings = [...settingsFindings(course), ...structureFindings(course)]
  for (const lesson of course.lessons) findings.push(...lessonFindings(course, lesson))
  return findings
}

export function canBePublished(findings: readonly CourseFinding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error')
}

/** What in a text shuts readers out or hinders them. */
function textFindings(
  document: RichDocument,
  lang: Language,
  lectures: readonly LectureFacts[],
): { code: FindingKind; severity: Severity; quote: string }[] {
  const captioned = (slug: string) => lectures.find((lecture) => lecture.slug === slug)?.hasCaptions
  return checkAccessibility(document, { lang, captioned }).map(({ kind, severity, values }) => ({
    code: kind,
    severity: severity === 'error' ? 'error' : 'hint',
    quote: String(values['text'] ?? ''),
  }))
}

function settingsFindings({ settings, filesChanged, lectures }: CheckedCourse): CourseFinding[] {
  const found: CourseFinding[] = []
  const add = (when: boolean, code: FindingCode, severity: Severity, field: string) => {
    if (when) found.push({ code, severity, place: { page: 'settings', field } })
  }
  add(settings.summary === '', 'no-summary', 'error', 'summary')
  add(isEmpty(settings.description), 'no-description', 'error', 'body')
  add(settings.outcomes.length === 0, 'no-outcomes', 'error', 'outcomes')
  add(settings.competences.length === 0, 'no-competences', 'error', 'competence')
  add(settings.licence === '', 'no-licence', 'error', 'licence')
  add(settings.coverPath !== null && settings.coverAlt === null, 'no-cover-alt', 'error', 'coverAlt')
  add(settings.audiences.length === 0, 'no-audiences', 'hint', 'audiences')
  add(settings.themes.length === 0, 'no-themes', 'hint', 'themes')
  add(settings.coverPath === null, 'no-cover', 'hint', 'cover')
  add(settings.sources.length === 0, 'no-sources', 'hint', 'sources')
  add(filesChanged, 'files-changed', 'hint', 'title')
  for (const { code, severity, quote } of textFindings(settings.description, settings.language, lectures)) {
    found.push({ code, severity, quote, place: { page: 'settings', field: 'body' } })
  }
  return found
}

function structureFindings({ modules, lessons }: CheckedCourse): CourseFinding[] {
  const place = { page: 'structure' } as const
  if (lessons.length === 0) return [{ code: 'no-lessons', severity: 'error', place }]
  return modules.flatMap(({ moduleId, title }): CourseFinding[] =>
    lessons.some((lesson) => lesson.moduleId === moduleId)
      ? []
      : [{ code: 'empty-module', severity: 'hint', place, quote: title }],
  )
}

function lessonFindings({ settings, texts, lectures }: CheckedCourse, lesson: DraftLesson): CourseFinding[] {
  const found: CourseFinding[] = []
  const [own = settings.language, ...others] = courseLanguages(settings)
  const add = (code: FindingCode, severity: Severity, language: Language = own, quote?: string) => {
    const place = { page: 'lesson', lessonId: lesson.lessonId, title: lesson.title, language } as const
    found.push({ code, severity, place, ...(quote === undefined ? {} : { quote }) })
  }
  const written = texts.get(lesson.lessonId) ?? []
  const original = written.find(({ language }) => language === own)
  const title = original?.title.trim()
  if (title === '' || (title?.length ?? 0) > 150) add('no-title', 'error')
  if (original === undefined || isEmpty(original.body)) add('no-text', lesson.kind === 'article' ? 'error' : 'hint')
  if (lesson.minutes > LONG_LESSON) add('long-lesson', 'hint')
  kindFindings(lesson, { lectures, prompt: original?.prompt?.body }, add)
  for (const { language, body: text, prompt } of written) {
    for (const each of prompt === null ? [text] : [text, prompt.body]) {
      for (const { code, severity, quote } of textFindings(each, language, lectures)) {
        add(code, severity, language, quote)
      }
    }
  }
  for (const language of others) {
    const translated = written.find((text) => text.language === language)
    if (translated === undefined || translated.originalSeal === null) add('no-translation', 'hint', language)
    else if (original !== undefined && translated.originalSeal !== sealOf(lesson, original)) {
      add('translation-outdated', 'hint', language)
    }
  }
  return found
}

function sealOf({ settings }: DraftLesson, { title, body, prompt }: DraftText): string {
  const questions = settings.kind === 'quiz' ? settings.questions : []
  return sealOfOriginal({ title, body, prompt: prompt?.body ?? null }, questions)
}

function kindFindings(
  { settings }: DraftLesson,
  { lectures, prompt }: { lectures: readonly LectureFacts[]; prompt: RichDocument | undefined },
  add: (code: FindingCode, severity: Severity) => void,
): void {
  switch (settings.kind) {
    case 'article':
      return
    case 'lecture': {
      const lecture = lectures.find(({ lectureId }) => lectureId === settings.lectureId)
      if (settings.lectureId === null) add('no-lecture', 'error')
      else if (lecture === undefined) add('lecture-gone', 'error')
      else if (!lecture.hasCaptions) add('no-captions', 'error')
      return
    }
    case 'quiz':
      if (settings.questions.length === 0 && (settings.quiz.draw?.tag ?? null) === null) add('no-questions', 'error')
      return
    case 'reflection':
      if (prompt === undefined || isEmpty(prompt)) add('no-prompt', 'error')
      return
    case 'assignment':
      if (prompt === undefined || isEmpty(prompt)) add('no-prompt', 'error')
      for (const fault of faultsOfAssignment(settings.assignment)) add(fault, 'error')
  }
}
