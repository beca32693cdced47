import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { now, setClock } from '~/clock.server'
import { packageGround, withUnpacked } from '~/course-packages.server'
import { closeDatabase, db, openDatabase } from '~/db.server'
import { sizeText } from '~/domains/catalogue'
import { findCourseToPack, findLeadersByEmail } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { findActor } from '~/domains/identity/index.server'
import { findOrganisationId } from '~/domains/organisation/index.server'
import { env } from '~/env.server'
import { translator } from '~/i18n/translator.server'
import { analysePackage } from '~/journeys/analyse-package.server'
import { importPackage } from '~/journeys/import-package.server'
import type { OrganisationId } from '~/shared/ids'
import { zipOf } from '~/shared/zip.server'
import { migrateToLatest } from '~db/migrate'
import { problemLine } from '~db/seed/content'
import { type CoursePackage, packCourse, type PackageRead, readPackage } from '~db/seed/package'
import { runCommand } from './run-command'

const t = translator('sv')('coursePackage')
const usage = [
  'Så här:',
  '  npm run package -- export ADRESSNAMN FIL.zip [--draft]',
  '  npm run package -- check FIL.zip',
  '  npm run package -- import FIL.zip --as E-POST --library ORGANISATION [--new]',
].join('\n')

async function openPortal(): Promise<void> {
  const { kysely } = await openDatabase()
  await migrateToLatest(kysely)
  await setClock(kysely, new Date())
}

/** Reads a package file; a zip that is refused is one sentence, faults in it are lines. */
async function opened<T>(file: string, use: (folder: string, read: PackageRead) => Promise<T>): Promise<T> {
  await stat(file).catch(() => {
    throw new Error(`Filen ${file} finns inte.`)
  })
  const outcome = await withUnpacked(file, async (folder) => use(folder, await readPackage(folder)))
  if (outcome.ok) return outcome.value
  const size = sizeText(env().media.quota.file, 'sv')
  throw new Error(t(`fault.${outcome.refusal}`, { file: outcome.file ?? '', size }))
}

function wholeOf({ whole, problems }: PackageRead): CoursePackage {
  for (const problem of problems) console.log(problemLine(problem))
  if (whole === undefined) throw new Error(t('problems', { count: problems.length }))
  return whole
}

async function exportTo(slug: string, file: string, state: 'draft' | 'published'): Promise<void> {
  await openPortal()
  const found = await findCourseToPack(db(), slug, state)
  if (found === undefined) {
    throw new Error(`Kursen ${slug} finns inte${state === 'draft' ? ' som utkast' : ' som publicerad'}.`)
  }
  const packed = await packCourse(packageGround(), found, { address: env().publicUrl ?? '', state })
  if (!packed.ok) throw new Error(t('missingFile'))
  await pipeline(Readable.from(zipOf(packed.value)), createWriteStream(file, { flags: 'wx' }))
  console.log(`${found.course.title} → ${file} (${sizeText((await stat(file)).size, 'sv')})`)
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

async function check(file: string): Promise<void> {
  await opened(file, (_folder, read) => {
    const { course, lectures, files, bank } = wholeOf(read)
    const counts = [
      counted(course.lessons.length, 'lektion', 'lektioner'),
      counted(lectures.length, 'föreläsning', 'föreläsningar'),
      counted(files.length, 'fil', 'filer'),
      ...(bank.length > 0 ? [counted(bank.length, 'fråga', 'frågor')] : []),
    ]
    console.log(`${course.title}: ${counts.join(', ')}. Inga fel.`)
    return Promise.resolve()
  })
}

async function actorOf(email: string): Promise<Actor> {
  const [person] = await findLeadersByEmail(db(), [email])
  const actor = person && (await findActor(db(), person.personId, now()))
  if (actor === undefined) throw new Error(`${email} har inget konto.`)
  return actor
}

async function importFrom(file: string, wish: { email: string; library: string; isNew: boolean }): Promise<void> {
  await openPortal()
  const actor = await actorOf(wish.email)
  const library = await findOrganisationId(db(), wish.library)
  if (library === undefined) {
    throw new Error(
      `Organisationen ${wish.library} finns inte. Namnen står i content/organisations/organisations.yaml.`,
    )
  }
  await opened(file, async (folder, read) => {
    const found = wholeOf(read)
    const ground = packageGround()
    const { contents } = await analysePackage(ground, actor, read)
    if (contents === null) throw new Error(t('refused.problems'))
    const isDraft = contents.present?.mayReplace === true && !wish.isNew
    const { unknownCodes, lectures } = contents
    if (unknownCodes.length > 0) console.log(t('unknownCodesText', { codes: unknownCodes.join(', ') }))
    const outcome = await importPackage(ground, actor, {
      ...{ folder, found, lectures, quota: env().media.quota, now: now() },
      library: library as OrganisationId,
      target: isDraft ? { kind: 'draft' } : { kind: 'new', organisationId: null },
    })
    if (!outcome.ok) throw new Error(t(`refused.${outcome.refusal}`))
    console.log(`${found.course.title} är inläst som utkast: /redaktion/kurser/${outcome.value.slug}`)
  })
}

/**
 * `npm run package`: a course out of the portal as a zip, a zip examined without database, or a zip into the portal as a
 * draft by somebody who may make courses.
 */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      draft: { type: 'boolean', default: false },
      new: { type: 'boolean', default: false },
      as: { type: 'string' },
      library: { type: 'string' },
    },
  })
  const [command, first, second, ...more] = positionals
  try {
    if (command === 'export' && first !== undefined && second !== undefined && more.length === 0) {
      return await exportTo(first, second, values.draft ? 'draft' : 'published')
    }
    if (first === undefined || second !== undefined) throw new Error(usage)
    if (command === 'check') return await check(first)
    if (command !== 'import' || values.as === undefined || values.library === undefined) throw new Error(usage)
    await importFrom(first, { email: values.as, library: values.library, isNew: values.new })
  } finally {
    await closeDatabase()
  }
})
