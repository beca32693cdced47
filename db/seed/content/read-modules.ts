import type { ModuleImport } from '~/domains/catalogue/index.server'
import type { ProblemList } from './problems'

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
