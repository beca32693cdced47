import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type QuizTexts, textsBetween } from '~/domains/catalogue'
import type { CourseImport, LessonImport } from '~/domains/catalogue/index.server'
import { pictureFinder, readMarkdown } from './folder'
import { type CourseFile, translatedLessonFile } from './formats'
import { ProblemList, type Problem } from './problems'
import { readYaml, splitFrontmatter } from './read-yaml'

type Translations = LessonImport['translations']
type LineOf = (path: (string | number)[]) => number

/** The texts of the course itself in its other languages. */
export function courseTranslations(value: CourseFile, list: ProblemList, lineOf: LineOf): CourseImport['translations'] {
  return Object.fromEntries(
    Object.entries(value.translations).map(([language, texts]) => {
      const at = ['translations', language]
      if (language === value.language) {
        list.add({
          line: lineOf(at),
          field: at.join('.'),
          message: 'Språket är kursens eget.',
          remedy: 'Ta bort det ur translations.',
        })
      }
      if (texts.outcomes.length !== value.outcomes.length) {
        list.add({
          line: lineOf([...at, 'outcomes']),
          field: [...at, 'outcomes'].join('.'),
          message: 'Målen är inte lika många som i kursens eget språk.',
          remedy: 'Översätt varje mål, i samma ordning.',
        })
      }
      const field = [...at, 'description']
      const description = readMarkdown(texts.description, list, lineOf(field), undefined, field.join('.'))
      return [language, { ...texts, description }]
    }),
  )
}

/** A lesson in its other languages: `slug.en.md` beside `slug.md`. One that has no such file is not translated. */
export function readTranslations(
  contentDir: string,
  folder: string,
  lesson: Omit<LessonImport, 'translations'>,
  languages: readonly string[],
): { translations: Translations; problems: Problem[] } {
  const translations: Record<string, NonNullable<Translations['en']>> = {}
  const problems: Problem[] = []
  for (const language of languages) {
    const list = new ProblemList(`${folder}/${lesson.slug}.${language}.md`)
    if (!existsSync(path.join(contentDir, list.file))) continue
    const translated = readTranslation(contentDir, folder, lesson, list)
    problems.push(...list.problems)
    if (translated !== undefined) translations[language] = translated
  }
  return { translations, problems }
}

function readTranslation(
  contentDir: string,
  folder: string,
  lesson: Omit<LessonImport, 'translations'>,
  list: ProblemList,
): Translations['en'] {
  const parts = splitFrontmatter(readFileSync(path.join(contentDir, list.file), 'utf8'), list)
  const head = parts === undefined ? undefined : readYaml(parts.head, translatedLessonFile, list, 2)
  if (parts === undefined || head === undefined) return undefined
  const { value, lineOf } = head
  const body = readMarkdown(parts.body, list, parts.bodyLine, pictureFinder(contentDir, folder))
  const refuse = (field: string, message: string, remedy: string) =>
    list.add({ line: lineOf([field]), field, message, remedy })
  if (body.content.length === 0) refuse('title', 'Översättningen har ingen text.', 'Skriv texten, eller ta bort filen.')
  if ((value.reflection === undefined) !== (lesson.reflection === null)) {
    refuse('reflection', 'Uppgiften finns bara på det ena språket.', 'Översätt reflection.prompt, eller ta bort den.')
  }
  if ((value.assignment === undefined) !== (lesson.assignment === null)) {
    refuse('assignment', 'Uppgiften finns bara på det ena språket.', 'Översätt assignment.task, eller ta bort den.')
  }
  const given = value.questions ?? []
  if (given.length !== lesson.questions.length) {
    refuse('questions', 'Frågorna är inte lika många som i originalet.', 'Översätt varje fråga, i samma ordning.')
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
  if (!list.none) return undefined
  const prompt = value.reflection?.prompt ?? value.assignment?.task
  const at = value.reflection === undefined ? ['assignment', 'task'] : ['reflection', 'prompt']
  return {
    title: value.title,
    body,
    ...(prompt === undefined
      ? {}
      : { prompt: readMarkdown(prompt, list, lineOf(at), undefined, at.join('.')) }),
    ...(lesson.questions.length === 0 ? {} : { questions }),
  }
}
