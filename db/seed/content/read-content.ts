import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { RequirementGraph } from '~/domains/catalogue'
import type { CourseImport, LectureImport, PathImport } from '~/domains/catalogue/index.server'
import type { FrameworkImport } from '~/domains/competence/index.server'
import type { ExampleImport } from '~/domains/practice/index.server'
import { filesIn, folderHash, itemHash, subfolders } from './folder'
import type { Problem } from './problems'
import { readCourse } from './read-course'
import { listPathFiles, readPath } from './read-paths'
import { circlesIn } from './read-terms'
import { readExample } from './read-example'
import { listFrameworkFiles, OWN_FRAMEWORK, readFrameworks } from './read-framework'
import { readLecture } from './read-lecture'
import { type Organisations, readOrganisations } from './read-organisations'

export type ItemKind = 'frameworks' | 'lectures' | 'courses' | 'paths' | 'examples'

/** What is already stored, so that unchanged files need not be parsed. */
export interface Known {
  has: (kind: ItemKind, slug: string, contentHash: string) => boolean
  competenceCodes: ReadonlySet<string>
  lectureSlugs: ReadonlySet<string>
  /** Which courses the stored ones ask for. */
  requirements: RequirementGraph
}

export interface Content extends Organisations {
  /** Frameworks, lectures, courses, paths and examples hold only items that are not known as they are. */
  frameworks: FrameworkImport[]
  lectures: LectureImport[]
  courses: CourseImport[]
  paths: PathImport[]
  examples: ExampleImport[]
  /** Every slug that has a file or folder, faulty or not. */
  present: Record<ItemKind, string[]>
  unchanged: number
  problems: Problem[]
}

const nothingKnown: Known = { has: () => false, competenceCodes: new Set(), lectureSlugs: new Set(), requirements: new Map() }

/** Reads and checks the content folder. Faulty items are left out and named in `problems`. */
export function readContent(contentDir: string, known: Known = nothingKnown): Content {
  const organisations = readOrganisations(contentDir)
  const problems: Problem[] = [...organisations.problems]
  let unchanged = 0
  const isUnchanged = (kind: ItemKind, slug: string, hash: string): boolean => {
    const same = known.has(kind, slug, hash)
    if (same) unchanged++
    return same
  }
  if (!existsSync(contentDir)) {
    problems.push({ file: '.', message: `Mappen ${contentDir} finns inte.`, remedy: 'Ange rätt mapp.' })
  }

  const frameworkFiles = listFrameworkFiles(contentDir)
  const changedFrameworks = new Set(
    frameworkFiles.flatMap((file) => (isUnchanged('frameworks', file.slug, file.contentHash) ? [] : [file.slug])),
  )
  const read = changedFrameworks.size === 0 ? { frameworks: [], problems: [] } : readFrameworks(contentDir, frameworkFiles)
  problems.push(...read.problems)
  const own = read.frameworks.find(({ slug }) => slug === OWN_FRAMEWORK)
  const stored = known.competenceCodes.size > 0 ? known.competenceCodes : undefined
  const competences =
    own === undefined
      ? stored
      : new Set(own.areas.flatMap((area) => area.competences.map(({ code }) => code)))

  const lectureNames = subfolders(path.join(contentDir, 'lectures'))
  const usable = new Set(known.lectureSlugs)
  const lectures = lectureNames.flatMap((name): LectureImport[] => {
    const hash = folderHash(path.join(contentDir, 'lectures', name))
    if (isUnchanged('lectures', name, hash)) return []
    const { lecture, problems: found } = readLecture(contentDir, name, hash, { competences })
    problems.push(...found)
    if (lecture === undefined) return []
    usable.add(name)
    return [lecture]
  })

  const courseNames = subfolders(path.join(contentDir, 'courses'))
  const references = {
    lectures: new Set(lectureNames),
    competences,
    courses: new Set(courseNames),
    organisations: new Set(organisations.organisations.map(({ slug }) => slug)),
  }
  const readCourses = courseNames.flatMap((name): CourseImport[] => {
    const hash = folderHash(path.join(contentDir, 'courses', name))
    if (isUnchanged('courses', name, hash)) return []
    const { course, problems: found } = readCourse(contentDir, name, hash, references)
    problems.push(...found)
    const broken = course?.lessons.find(({ lectureSlug }) => lectureSlug !== null && !usable.has(lectureSlug))
    if (course === undefined) return []
    if (broken === undefined) return [course]
    problems.push({
      file: `courses/${name}/${broken.slug}.md`,
      field: 'lecture',
      message: `Föreläsningen ${String(broken.lectureSlug)} har fel, så kursen läses inte in.`,
      remedy: 'Rätta föreläsningen först.',
    })
    return []
  })

  const circles = new Map(circlesIn(readCourses, known.requirements).map(({ slug, message }) => [slug, message]))
  for (const [slug, message] of circles) {
    const remedy = 'Ta bort en av kurserna.'
    problems.push({ file: `courses/${slug}/course.yaml`, field: 'prerequisites.courses', message, remedy })
  }
  const courses = readCourses.filter(({ slug }) => !circles.has(slug))

  const pathFiles = listPathFiles(contentDir)
  const learningPaths = pathFiles.flatMap((file): PathImport[] => {
    if (isUnchanged('paths', file.slug, file.contentHash)) return []
    const { path: read, problems: found } = readPath(file, references)
    problems.push(...found)
    return read === undefined ? [] : [read]
  })

  const exampleFiles = filesIn(path.join(contentDir, 'examples'), '.md')
  const examples = exampleFiles.flatMap((file): ExampleImport[] => {
    const hash = itemHash(readFileSync(path.join(contentDir, 'examples', file)))
    if (isUnchanged('examples', file.slice(0, -3), hash)) return []
    const { example, problems: found } = readExample(contentDir, file, hash, { competences })
    problems.push(...found)
    return example === undefined ? [] : [example]
  })

  return {
    ...organisations,
    frameworks: read.frameworks.filter(({ slug }) => changedFrameworks.has(slug)),
    lectures,
    courses,
    paths: learningPaths,
    examples,
    present: {
      frameworks: frameworkFiles.map(({ slug }) => slug),
      lectures: lectureNames,
      courses: courseNames,
      paths: pathFiles.map(({ slug }) => slug),
      examples: exampleFiles.map((file) => file.slice(0, -3)),
    },
    unchanged,
    problems,
  }
}
