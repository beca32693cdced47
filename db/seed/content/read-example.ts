import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ExampleImport } from '~/domains/practice/index.server'
import { plainText } from '~/shared/editor/plain-text'
import { pictureFinder, readMarkdown } from './folder'
import { exampleFile } from './formats'
import { type Problem, ProblemList } from './problems'
import type { References } from './read-course'
import { readYaml, splitFrontmatter } from './read-yaml'

/** The parts every example has, in order; the second has two wordings. */
const headings = [/^Problem$/, /^Vad (vi|de) gjorde$/, /^Resultat – hur vet vi\?$/, /^Att tänka på$/, /^Pröva själv$/]

/** Reads one good example. It is undefined when anything in it is wrong. */
export function readExample(
  contentDir: string,
  file: string,
  contentHash: string,
  references: Pick<References, 'competences'>,
): { example: ExampleImport | undefined; problems: Problem[] } {
  const list = new ProblemList(`examples/${file}`)
  const stop = () => ({ example: undefined, problems: list.problems })
  const parts = splitFrontmatter(readFileSync(path.join(contentDir, list.file), 'utf8'), list)
  const head = parts === undefined ? undefined : readYaml(parts.head, exampleFile, list, 2)
  if (parts === undefined || head === undefined) return stop()
  const { value, lineOf } = head
  if (`${value.slug}.md` !== file) {
    list.add({ line: lineOf(['slug']), field: 'slug', message: 'Adressnamnet är inte filens.', remedy: 'Gör dem lika.' })
  }
  value.competences.forEach((code, index) => {
    if (references.competences?.has(code) !== false) return
    list.add({
      line: lineOf(['competences', index]),
      field: `competences.${index}`,
      message: `Kompetensen ${code} finns inte i Westums kompetensram.`,
      remedy: 'Rätta koden.',
    })
  })
  const body = readMarkdown(parts.body, list, parts.bodyLine, pictureFinder(contentDir, 'examples'))
  const found = body.content.flatMap((block) =>
    block.type === 'heading' && block.attrs.level === 2 ? [plainText({ type: 'doc', content: [block] })] : [],
  )
  if (found.length !== headings.length || !headings.every((heading, index) => heading.test(found[index] ?? ''))) {
    list.add({
      line: parts.bodyLine,
      message: `Rubrikerna är inte de som ett gott exempel har (${found.join(' · ')}).`,
      remedy: 'Skriv: Problem · Vad vi gjorde (eller Vad de gjorde) · Resultat – hur vet vi? · Att tänka på · Pröva själv.',
    })
  }
  if (!list.none) return stop()
  const { organisation, year, schoolForms, competences, ...rest } = value
  const example: ExampleImport = {
    ...rest,
    organisationName: organisation,
    yearText: year,
    schoolForms,
    competenceCodes: competences,
    body,
    searchText: [plainText(body), value.resources ?? ''].join('\n').trim(),
    contentHash,
  }
  return { example, problems: [] }
}
