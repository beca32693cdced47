import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Question, type QuizTexts, textsBetween } from '~/domains/catalogue'
import type { CourseImport, LessonImport } from '~/domains/catalogue/index.server'
import { type Language, languages } from '~/shared/language'
import { pictureFinder, readMarkdown } from './folder'
import { type CourseFile, packedTranslationFile, type Standard, translatedLessonFile } from './formats'
import { ProblemList, type Problem } from './problems'
import { readYaml, splitFrontmatter } from './read-yaml'

type Translations = LessonImport['translations']
type Pictures = ReturnType<typeof pictureFinder>
type Lesson = Omit<LessonImport, 'translations'>
type LineOf = (path: PropertyKey[]) => number

/** The languages in which lessons may have files: those of the course, and in a package any that is not its own. */
export function translatedLanguages(value: CourseFile, standard: Standard): Language[] {
  return languages.filter(
    (each) => each !== value.language && (standard === 'package' || value.translations[each] !== undefined),
  )
}

export function isLessonFile(file: string, slug: string, others: readonly Language[]): boolean {
  return file === `${slug}.md` || others.some((language) => file === `${slug}.${language}.md`)
}

/** The texts of the course itself in its other languages. */
export function courseTranslations(
  value: CourseFile,
  { list, lineOf, pictures, standard }: { list: ProblemList; lineOf: LineOf; pictures: Pictures; standard: Standard },
): CourseImport['translations'] {
  const isWhole = standard === 'content'
  return Object.fromEntries(
    Object.entries(value.translations).map(([language, texts]) => {
      const at = ['translations', language]
      if (isWhole && language === value.language) {
        list.add({
          line: lineOf(at),
          field: at.join('.'),
          message: 'Språket är kursens eget.',
          remedy: 'Ta bort det ur translations.',
        })
      }
      if (isWhole && texts.outcomes.length !== value.outcomes.length) {
        list.add({
          line: lineOf([...at, 'outcomes']),
          field: [...at, 'outcomes'].join('.'),
          message: 'Målen är inte lika många som i kursens eget språk.',
          remedy: 'Översätt varje mål, i samma ordning.',
        })
      }
      const field = [...at, 'description']
      const description = readMarkdown(texts.description, list, lineOf(field), pictures, field.join('.'))
      return [language, { ...texts, description }]
    }),
  )
}

/** A lesson in its other languages: `slug.en.md` beside `slug.md`. One that has no such file is not translated. */
export function readTranslations(
  contentDir: string,
  folder: string,
  lesson: Lesson,
  { languages: others, standard }: { languages: readonly Language[]; standard: Standard },
): { translations: Translations; problems: Problem[] } {
  const translations: Translations = {}
  const problems: Problem[] = []
  for (const language of others) {
    const list = new ProblemList(`${folder}/${lesson.slug}.${language}.md`)
    if (!existsSync(path.join(contentDir, list.file))) continue
    const translated = readTranslation(contentDir, folder, lesson, { list, standard })
    problems.push(...list.problems)
    if (translated !== undefined) translations[language] = translated
  }
  return { translations, problems }
}

function readTranslation(
  contentDir: string,
  folder: string,
  lesson: Lesson,
  { list, standard }: { list: ProblemList; standard: Standard },
): Translations['en'] {
  const parts = splitFrontmatter(readFileSync(path.join(contentDir, list.file), 'utf8'), list)
  const isWhole = standard === 'content'
  const shape = isWhole ? translatedLessonFile : packedTranslationFile
  const head = parts === undefined ? undefined : readYaml(parts.head, shape, list, 2)
  if (parts === undefined || head === undefined) return undefined
  const { value, lineOf } = head
  const pictures = pictureFinder(contentDir, folder)
  const body = readMarkdown(parts.body, list, parts.bodyLine, pictures)
  const refuse = (field: string, message: string, remedy: string) =>
    list.add({ line: lineOf([field]), field, message, remedy })
  if (isWhole && body.content.length === 0) refuse('title', 'Översättningen har ingen text.', 'Skriv texten, eller ta bort filen.')
  for (const [kind, task] of [['reflection', 'prompt'], ['assignment', 'task']] as const) {
    const isAsked = lesson[kind] !== null
    const hasTask = value[kind] !== undefined
    if (isAsked !== hasTask && (isWhole || hasTask)) {
      refuse(kind, 'Uppgiften finns bara på det ena språket.', `Översätt ${kind}.${task}, eller ta bort den.`)
    }
  }
  const { isOutdated, isUnfinished, texts } = { isOutdated: undefined, isUnfinished: undefined, texts: undefined, ...value }
  const questions = value.questions === undefined && !isWhole ? (texts ?? {}) : textsOf(value.questions ?? [], lesson, list, lineOf)
  if (!list.none) return undefined
  const prompt = value.reflection?.prompt ?? value.assignment?.task
  const at = value.reflection === undefined ? ['assignment', 'task'] : ['reflection', 'prompt']
  return {
    title: value.title,
    body,
    ...(prompt === undefined
      ? {}
      : { prompt: readMarkdown(prompt, list, lineOf(at), pictures, at.join('.')) }),
    ...(Object.keys(questions).length === 0 ? {} : { questions }),
    ...(isOutdated === undefined ? {} : { isOutdated }),
    ...(isUnfinished === undefined ? {} : { isUnfinished }),
  }
}

/** What translated questions say beside those of the lesson, which they are to be built like. */
function textsOf(given: readonly Question[], lesson: Lesson, list: ProblemList, lineOf: LineOf): QuizTexts {
  if (given.length !== lesson.questions.length) {
    list.add({
      line: lineOf(['questions']),
      field: 'questions',
      message: 'Frågorna är inte lika många som i originalet.',
      remedy: 'Översätt varje fråga, i samma ordning.',
    })
  }
  const questions: QuizTexts = {}
  for (const [index, original] of lesson.questions.entries()) {
    const translated = given[index]
    const texts = translated && textsBetween(original, translated)
    if (texts !== undefined) questions[original.key] = texts
    else if (translated !== undefined) {
      list.add({
        line: lineOf(['questions', index]),
        field: `questions.${index}`,
        message: `Frågan ${original.key} är inte byggd som i originalet.`,
        remedy: 'Behåll typ, key, delar och rätt svar, och översätt bara orden.',
      })
    }
  }
  return questions
}
