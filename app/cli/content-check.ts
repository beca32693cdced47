import path from 'node:path'
import { problemLine, readContent } from '~db/seed/content'

/** `npm run content:check [folder]`: reads every content file, names each fault, ends with 1 when there is one. */
const contentDir = path.resolve(process.argv[2] ?? 'content')
const content = readContent(contentDir)
for (const problem of content.problems) console.log(problemLine(problem))
const counts = [
  `${content.courses.length} kurser`,
  `${content.lectures.length} föreläsningar`,
  `${content.examples.length} goda exempel`,
  `${content.frameworks.length} kompetensramar`,
  `${content.organisations.length} organisationer`,
  `${content.projects.length} projekt`,
]
console.log(`${counts.join(', ')}. ${content.problems.length === 0 ? 'Inga fel.' : `${content.problems.length} fel.`}`)
process.exitCode = content.problems.length === 0 ? 0 : 1
