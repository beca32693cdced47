import { sql } from 'kysely'
import {
  listRequirements,
  listStoredCourses,
  listStoredLectures,
  listStoredPaths,
  retireCourses,
  retireLectures,
  retirePaths,
  upsertCourse,
  upsertLecture,
  upsertPath,
} from '~/domains/catalogue/index.server'
import {
  listCompetenceCodes,
  listStoredFrameworks,
  replaceMappings,
  upsertFramework,
} from '~/domains/competence/index.server'
import {
  listStoredOrganisations,
  retireOrganisations,
  upsertMunicipalities,
  upsertOrganisation,
} from '~/domains/organisation/index.server'
import { listStoredProjects, upsertProject } from '~/domains/participation/index.server'
import { listStoredExamples, retireExamples, upsertExample } from '~/domains/practice/index.server'
import type { Db, Tx } from '~db/schema'
import { FILE_HASH } from './folder'
import type { Problem } from './problems'
import { type Content, type ItemKind, readContent } from './read-content'
import { OWN_FRAMEWORK } from './read-framework'

/** Items are named by kind and slug: `courses/ai-i-vuxenutbildningen`. */
export interface ImportReport {
  created: string[]
  updated: string[]
  retired: string[]
  /** Changed or gone in the files, but edited in the portal, so left as they are. */
  untouched: string[]
  unchanged: number
  problems: Problem[]
}

interface Stored {
  slug: string
  contentHash: string
  edited?: boolean
  retired?: boolean
}

const bySlug = (items: Stored[]) => new Map(items.map((item) => [item.slug, item]))

async function write<T extends { slug: string; contentHash: string }>(
  kind: string,
  items: T[],
  stored: Map<string, Stored>,
  report: ImportReport,
  upsert: (item: T) => Promise<void>,
): Promise<T[]> {
  const written: T[] = []
  for (const item of items) {
    const before = stored.get(item.slug)
    const name = `${kind}/${item.slug}`
    if (before?.edited === true) {
      report.untouched.push(name)
      continue
    }
    if (before?.contentHash === item.contentHash && before.retired !== true) {
      report.unchanged++
      continue
    }
    await upsert(item)
    written.push(item)
    if (before === undefined) report.created.push(name)
    else report.updated.push(name)
  }
  return written
}

async function retire(
  kind: string,
  present: string[],
  stored: Map<string, Stored>,
  report: ImportReport,
  change: (slugs: string[]) => Promise<void>,
): Promise<void> {
  const here = new Set(present)
  const gone = [...stored.values()].filter(
    ({ slug, contentHash, retired }) => contentHash.startsWith(FILE_HASH) && retired !== true && !here.has(slug),
  )
  report.untouched.push(...gone.flatMap(({ slug, edited }) => (edited === true ? [`${kind}/${slug}`] : [])))
  const slugs = gone.flatMap(({ slug, edited }) => (edited === true ? [] : [slug]))
  await change(slugs)
  report.retired.push(...slugs.map((slug) => `${kind}/${slug}`))
}

async function importOrganisations(tx: Tx, content: Content, report: ImportReport, now: Date): Promise<void> {
  const organisations = bySlug(await listStoredOrganisations(tx))
  const projects = new Map((await listStoredProjects(tx)).map((project) => [project.diarienr, project]))
  const changed = content.organisations.some(({ slug, contentHash }) => {
    const before = organisations.get(slug)
    return before?.contentHash !== contentHash || before.retired === true
  })
  if (changed) await upsertMunicipalities(tx, content.municipalities)
  await write('organisations', content.organisations, organisations, report, (each) => upsertOrganisation(tx, each))
  if (content.complete) {
    const present = content.organisations.map(({ slug }) => slug)
    await retire('organisations', present, organisations, report, (slugs) => retireOrganisations(tx, slugs, now))
  }
  for (const project of content.projects) {
    const before = projects.get(project.diarienr)
    if (before?.contentHash === project.contentHash) {
      report.unchanged++
      continue
    }
    await upsertProject(tx, project)
    if (before === undefined) report.created.push(`projects/${project.diarienr}`)
    else report.updated.push(`projects/${project.diarienr}`)
  }
}

/**
 * Brings the database in step with the content folder, in one transaction. New and changed items are written, items
 * whose files are gone are retired, rows edited in the portal are kept, and faulty files are named and skipped.
 */
export async function importContent(db: Db, options: { contentDir: string; now: Date }): Promise<ImportReport> {
  const { contentDir, now } = options
  return await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('content-import'))`.execute(tx)
    const stored = {
      frameworks: bySlug(await listStoredFrameworks(tx)),
      lectures: bySlug(await listStoredLectures(tx)),
      courses: bySlug(await listStoredCourses(tx)),
      paths: bySlug(await listStoredPaths(tx)),
      examples: bySlug(await listStoredExamples(tx)),
    } satisfies Record<ItemKind, Map<string, Stored>>
    const content = readContent(contentDir, {
      has: (kind, slug, hash) => {
        const before: Stored | undefined = stored[kind].get(slug)
        return before?.contentHash === hash && before.retired !== true
      },
      competenceCodes: new Set(await listCompetenceCodes(tx, OWN_FRAMEWORK)),
      lectureSlugs: new Set(stored.lectures.keys()),
      requirements: await listRequirements(tx),
    })
    const report: ImportReport = {
      created: [],
      updated: [],
      retired: [],
      untouched: [],
      unchanged: content.unchanged,
      problems: content.problems,
    }
    await importOrganisations(tx, content, report, now)
    const frameworks = await write('frameworks', content.frameworks, stored.frameworks, report, (each) =>
      upsertFramework(tx, each, now),
    )
    for (const framework of frameworks) await replaceMappings(tx, framework)
    await write('lectures', content.lectures, stored.lectures, report, (each) => upsertLecture(tx, each))
    await write('courses', content.courses, stored.courses, report, (each) => upsertCourse(tx, each, now))
    await write('paths', content.paths, stored.paths, report, (each) => upsertPath(tx, each, now))
    await write('examples', content.examples, stored.examples, report, (each) => upsertExample(tx, each, now))
    const { present } = content
    await retire('courses', present.courses, stored.courses, report, (slugs) => retireCourses(tx, slugs, now))
    await retire('paths', present.paths, stored.paths, report, (slugs) => retirePaths(tx, slugs, now))
    await retire('lectures', present.lectures, stored.lectures, report, (slugs) => retireLectures(tx, slugs, now))
    await retire('examples', present.examples, stored.examples, report, (slugs) => retireExamples(tx, slugs, now))
    return report
  })
}
