import path from 'node:path'
import { readTemplateFile } from '~/domains/participation/index.server'
import { problemLine, readContent } from '~db/seed/content'

/** `npm run content:check [folder]`: reads every content file, names each fault, ends with 1 when there is one. */
const contentDir = path.resolve(process.argv[2] ?? 'content')
const content = readContent(contentDir)
const template = readTemplateFile(contentDir)
const problems = [...content.problems, ...(template.ok ? [] : template.problems)]
for (const problem of problems) console.log(problemLine(problem))
const counts = [
  `${content.courses.length} kurser`,
  `${content.paths.length} lärvägar`,
  `${content.lectures.length} föreläsningar`,
  `${content.examples.length} goda exempel`,
  `${content.frameworks.length} kompetensramar`,
  `${content.organisations.length} organisationer`,
  `${content.projects.length} projekt`,
  ...(template.ok ? [`SCB-mall version ${template.template.version}`] : []),
]
console.log(`${counts.join(', ')}. ${problems.length === 0 ? 'Inga fel.' : `${problems.length} fel.`}`)
process.exitCode = problems.length === 0 ? 0 : 1
