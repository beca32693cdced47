import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { plainQuiz } from '~/domains/catalogue'
import { type CourseImport, type LessonImport, searchTextOf } from '~/domains/catalogue/index.server'
import { countWords, plainText } from '~/shared/editor/plain-text'
import { checkDrawing, filesIn, mediaPath, pictureFinder, readMarkdown } from './folder'
import { courseFile, lessonFile, packedCourseFile, packedLessonFile, type Standard } from './formats'
import { ProblemList, type Problem } from './problems'
import { modulesOf } from './read-modules'
import { checkTerms } from './read-terms'
import { courseTranslations, isLessonFile, readTranslations, translatedLanguages } from './read-translation'
import { readYaml, splitFrontmatter } from './read-yaml'

export interface References {
  lectures: ReadonlySet<string>
  /** Codes of Westums kompetensram; undefined when it could not be read, and codes go unchecked. */
  competences: ReadonlySet<string> | undefined
  standard: Standard
  courses: ReadonlySet<string>
  organisations: ReadonlySet<string>
}

function readLesson(
  contentDir: string,
  folder: string,
  slug: string,
  position: number,
  references: Pick<References, 'lectures' | 'standard'>,
): { lesson: Omit<LessonImport, 'translations'> | undefined; problems: Problem[] } {
  const list = new ProblemList(`${folder}/${slug}.md`)
  const source = readFileSync(path.join(contentDir, list.file), 'utf8')
  const parts = splitFrontmatter(source, list)
  const isWhole = references.standard === 'content'
  const shape = isWhole ? lessonFile : packedLessonFile
  const head = parts === undefined ? undefined : readYaml(parts.head, shape, list, 2)
  if (parts === undefined || head === undefined) return { lesson: undefined, problems: list.problems }
  const { value, lineOf } = head
  const pictures = pictureFinder(contentDir, folder)
  const body = readMarkdown(parts.body, list, parts.bodyLine, pictures)
  if (isWhole && body.content.length === 0) {
    list.add({ line: parts.bodyLine, message: 'Lektionen har ingen text.', remedy: 'Skriv texten under filens huvud.' })
  }
  if (isWhole && value.kind === 'article' && countWords(plainText(body)) < 150) {
    list.add({ line: parts.bodyLine, message: 'Artikeln är mycket kort.', remedy: 'Skriv minst 150 ord.' })
  }
  if (value.lecture !== undefined && !references.lectures.has(value.lecture)) {
    list.add({
      line: lineOf(['lecture']),
      field: 'lecture',
      message: `Föreläsningen ${value.lecture} finns inte.`,
      remedy: `Använd någon av: ${[...references.lectures].join(', ')}.`,
    })
  }
  const prompt = value.reflection
  const lesson = {
    slug,
    position,
    kind: value.kind,
    title: value.title,
    minutes: value.minutes,
    body,
    lectureSlug: value.lecture ?? null,
    pass: value.pass ?? null,
    questions: value.questions ?? [],
    quiz: value.quiz ?? plainQuiz,
    module: null,
    reflection:
      prompt === undefined
        ? null
        : {
            prompt: readMarkdown(prompt.prompt, list, lineOf(['reflection', 'prompt']), pictures, 'reflection.prompt'),
            minWords: prompt.minWords,
          },
    assignment:
      value.assignment === undefined
        ? null
        : {
            ...value.assignment,
            task: readMarkdown(value.assignment.task, list, lineOf(['assignment', 'task']), pictures, 'assignment.task'),
          },
  }
  return { lesson: list.none ? lesson : undefined, problems: list.problems }
}

/** Reads the folder of one course. The course is undefined when anything in it is wrong. */
export function readCourse(
  contentDir: string,
  name: string,
  contentHash: string,
  references: References,
): { course: CourseImport | undefined; problems: Problem[] } {
  const folder = `courses/${name}`
  const list = new ProblemList(`${folder}/course.yaml`)
  if (!existsSync(path.join(contentDir, list.file))) {
    list.add({ message: 'Filen saknas.', remedy: 'Lägg till course.yaml i kursens mapp.' })
    return { course: undefined, problems: list.problems }
  }
  const shape = references.standard === 'content' ? courseFile : packedCourseFile
  const read = readYaml(readFileSync(path.join(contentDir, list.file), 'utf8'), shape, list)
  if (read === undefined) return { course: undefined, problems: list.problems }
  const { value, lineOf } = read
  const { prerequisites, validity, access, schedule, ...said } = value
  const terms = { prerequisites, validity, access, schedule }
  // What a package asks for may be found in the portal that takes it, or later.
  if (references.standard === 'content') checkTerms({ slug: name, terms }, references, { list, lineOf })
  if (value.slug !== name) {
    list.add({ line: lineOf(['slug']), field: 'slug', message: `Adressnamnet är inte mappens (${name}).`, remedy: 'Gör dem lika.' })
  }
  value.competences.forEach(({ code }, index) => {
    if (references.competences?.has(code) !== false) return
    list.add({
      line: lineOf(['competences', index, 'code']),
      field: `competences.${index}.code`,
      message: `Kompetensen ${code} finns inte i Westums kompetensram.`,
      remedy: 'Rätta koden.',
    })
  })
  if (new Set(value.competences.map(({ code }) => code)).size < value.competences.length) {
    list.add({ line: lineOf(['competences']), field: 'competences', message: 'En kompetens står två gånger.', remedy: 'Ta bort den ena.' })
  }
  if (value.cover !== undefined && !existsSync(path.join(contentDir, folder, value.cover))) {
    list.add({ line: lineOf(['cover']), field: 'cover', message: `Bilden ${value.cover} finns inte.`, remedy: 'Lägg den i kursens mapp.' })
  }
  const isDescribed = value.coverAlt !== undefined
  const isDecorative = value.coverDecorative !== undefined
  if (isDescribed === isDecorative && (isDescribed || references.standard === 'content')) {
    list.add({
      line: lineOf(['coverAlt']),
      field: 'coverAlt',
      message: value.coverAlt === undefined ? 'Bilden har ingen alternativtext.' : 'Bilden är både beskriven och dekorativ.',
      remedy: 'Skriv coverAlt, eller coverDecorative: true om bilden inte säger något.',
    })
  }
  for (const drawing of filesIn(path.join(contentDir, folder), '.svg')) checkDrawing(contentDir, `${folder}/${drawing}`, list)
  if (new Set(value.lessons).size < value.lessons.length) {
    list.add({ line: lineOf(['lessons']), field: 'lessons', message: 'En lektion står två gånger.', remedy: 'Ta bort den ena.' })
  }
  const languages = translatedLanguages(value, references.standard)
  for (const file of filesIn(path.join(contentDir, folder), '.md')) {
    if (value.lessons.some((slug) => isLessonFile(file, slug, languages))) continue
    list.add({ file: `${folder}/${file}`, message: 'Lektionen står inte i kursens lessons.', remedy: 'Lägg till den i course.yaml eller ta bort filen.' })
  }
  const pictures = pictureFinder(contentDir, folder)
  const lessons: LessonImport[] = []
  value.lessons.forEach((slug, index) => {
    if (!existsSync(path.join(contentDir, folder, `${slug}.md`))) {
      list.add({
        line: lineOf(['lessons', index]),
        field: `lessons.${index}`,
        message: `Filen ${slug}.md finns inte.`,
        remedy: 'Skriv filen eller rätta namnet.',
      })
      return
    }
    const { lesson, problems } = readLesson(contentDir, folder, slug, index + 1, references)
    list.problems.push(...problems)
    if (lesson === undefined) return
    const translated = readTranslations(contentDir, folder, lesson, { languages, standard: references.standard })
    list.problems.push(...translated.problems)
    lessons.push({ ...lesson, translations: translated.translations })
  })
  const description = readMarkdown(value.description, list, lineOf(['description']), pictures, 'description')
  const modules = modulesOf(value, lineOf, list)
  const translations = courseTranslations(value, { list, lineOf, pictures, standard: references.standard })
  if (!list.none) return { course: undefined, problems: list.problems }
  const { cover, coverAlt, coverDecorative, lessons: _order, translations: _written, ...rest } = said
  const moduleOf = new Map(modules.flatMap(({ title, lessons: slugs }) => slugs.map((slug) => [slug, title])))
  const course: CourseImport = {
    ...rest,
    description,
    modules,
    translations,
    nominalMinutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
    coverPath: cover === undefined ? null : mediaPath(contentDir, `${folder}/${cover}`),
    coverAlt: coverDecorative === true ? '' : (coverAlt ?? null),
    terms,
    searchText: searchTextOf({ description, outcomes: value.outcomes }, lessons),
    lessons: lessons.map((lesson) => ({ ...lesson, module: moduleOf.get(lesson.slug) ?? null })),
    contentHash,
  }
  return { course, problems: [] }
}
