import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { LessonImport, ModuleImport } from '~/domains/catalogue/index.server'
import { pictureFinder, readMarkdown } from './folder'
import { translationFile } from './formats'
import { ProblemList } from './problems'
import { readYaml, splitFrontmatter } from './read-yaml'

type LineOf = (path: PropertyKey[]) => number

/** The modules of a course file: each lesson in one of them at most, and only lessons that the course has. */
export function modulesOf(
  value: { lessons: readonly string[]; modules: ModuleImport[] },
  lineOf: LineOf,
  list: ProblemList,
): ModuleImport[] {
  const placed = new Set<string>()
  value.modules.forEach(({ lessons }, at) => {
    lessons.forEach((slug, index) => {
      const place = ['modules', at, 'lessons', index]
      const where = { line: lineOf(place), field: place.join('.') }
      if (!value.lessons.includes(slug)) {
        const remedy = 'Skriv den bland kursens lessons också, eller ta bort den ur modulen.'
        list.add({ ...where, message: `Lektionen ${slug} står inte i kursens lessons.`, remedy })
      } else if (placed.has(slug)) {
        list.add({ ...where, message: `Lektionen ${slug} står i två moduler.`, remedy: 'Behåll den i en av dem.' })
      }
      placed.add(slug)
    })
  })
  return value.modules
}

/** The texts of a lesson in other languages: `<slug>.en.md` beside it, with a title and a text. */
export function translationsOf(
  contentDir: string,
  folder: string,
  slug: string,
  list: ProblemList,
): LessonImport['translations'] {
  const found: LessonImport['translations'] = {}
  for (const language of ['sv', 'en'] as const) {
    const own = new ProblemList(`${folder}/${slug}.${language}.md`)
    const file = path.join(contentDir, own.file)
    if (!existsSync(file)) continue
    const parts = splitFrontmatter(readFileSync(file, 'utf8'), own)
    const head = parts === undefined ? undefined : readYaml(parts.head, translationFile, own, 2)
    if (parts !== undefined && head !== undefined) {
      const pictures = pictureFinder(contentDir, folder)
      const { title, prompt } = head.value
      found[language] = {
        title,
        body: readMarkdown(parts.body, own, parts.bodyLine, pictures),
        ...(prompt === undefined
          ? {}
          : { prompt: readMarkdown(prompt, own, head.lineOf(['prompt']), pictures, 'prompt') }),
      }
    }
    list.problems.push(...own.problems)
  }
  return found
}
