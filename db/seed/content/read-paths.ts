import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { PathImport } from '~/domains/catalogue/index.server'
import { filesIn, itemHash } from './folder'
import { pathFile } from './formats'
import { type Problem, ProblemList } from './problems'
import { readYaml } from './read-yaml'

/** Names and hashes of the files of learning paths. */
export function listPathFiles(contentDir: string): { slug: string; contentHash: string; source: string }[] {
  return filesIn(path.join(contentDir, 'paths'), '.yaml').map((name) => {
    const source = readFileSync(path.join(contentDir, 'paths', name), 'utf8')
    return { slug: name.slice(0, -5), contentHash: itemHash(source), source }
  })
}

/** Reads a learning path. It is undefined when anything in it is wrong; its courses must be there. */
export function readPath(
  { slug, contentHash, source }: ReturnType<typeof listPathFiles>[number],
  references: { courses: ReadonlySet<string> },
): { path: PathImport | undefined; problems: Problem[] } {
  const list = new ProblemList(`paths/${slug}.yaml`)
  const read = readYaml(source, pathFile, list)
  if (read === undefined) return { path: undefined, problems: list.problems }
  const { value, lineOf } = read
  if (value.slug !== slug) {
    list.add({ line: lineOf(['slug']), field: 'slug', message: `Adressnamnet är inte filens (${slug}).`, remedy: 'Gör dem lika.' })
  }
  const seen = new Set<string>()
  value.parts.forEach(({ courses }, part) => {
    courses.forEach((course, index) => {
      const place = { line: lineOf(['parts', part, 'courses', index]), field: `parts.${part}.courses.${index}` }
      if (!references.courses.has(course))
        list.add({ ...place, message: `Kursen ${course} finns inte.`, remedy: 'Rätta adressnamnet eller ta bort raden.' })
      if (seen.has(course)) list.add({ ...place, message: `Kursen ${course} står två gånger.`, remedy: 'Ta bort den ena.' })
      seen.add(course)
    })
  })
  return list.none ? { path: { ...value, contentHash }, problems: [] } : { path: undefined, problems: list.problems }
}
