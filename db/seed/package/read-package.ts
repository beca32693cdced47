import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import type { CourseImport, LectureImport } from '~/domains/catalogue/index.server'
import { subfolders } from '../content/folder'
import { bankFile, mediaFile } from '../content/formats'
import { type Problem, ProblemList } from '../content/problems'
import { readCourse } from '../content/read-course'
import { readLecture } from '../content/read-lecture'
import { readYaml } from '../content/read-yaml'
import type { BankImport, MediaImport } from '../content/write-course'
import { type CheckedFile, checkFiles } from './check-files'
import { type Manifest, MANIFEST, manifestFile, PACKAGE_FORMAT, PACKAGE_VERSION } from './manifest'

/** A course package as it was read: whole, and free from faults. */
export interface CoursePackage {
  manifest: Manifest
  course: CourseImport
  lectures: LectureImport[]
  media: MediaImport[]
  bank: BankImport[]
  files: CheckedFile[]
}

/** What could be read of a package; `whole` only when nothing in it is wrong. */
export interface PackageRead {
  manifest: Manifest | undefined
  whole: CoursePackage | undefined
  problems: Problem[]
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}

function readManifest(folder: string): { manifest: Manifest | undefined; problems: Problem[] } {
  const list = new ProblemList(MANIFEST)
  const again = 'Gör paketet i en portal, med Hämta kurspaket eller npm run package -- export.'
  const file = path.join(folder, MANIFEST)
  if (!existsSync(file)) {
    list.add({ message: 'Filen saknas, så det här är inget kurspaket.', remedy: again })
    return { manifest: undefined, problems: list.problems }
  }
  let said: unknown
  try {
    said = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    list.add({ message: 'Filen går inte att läsa.', remedy: again })
    return { manifest: undefined, problems: list.problems }
  }
  const { format, version } = typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {}
  if (format === PACKAGE_FORMAT && typeof version === 'number' && version > PACKAGE_VERSION) {
    const remedy = 'Uppdatera portalen, eller gör paketet i en portal med samma version.'
    list.add({ field: 'version', message: `Paketet är gjort för en nyare portal (format ${version}).`, remedy })
    return { manifest: undefined, problems: list.problems }
  }
  const parsed = manifestFile.safeParse(said)
  if (parsed.success) return { manifest: parsed.data, problems: [] }
  const field = parsed.error.issues[0]?.path.map(String).join('.') ?? ''
  list.add({ field, message: 'Uppgiften saknas eller har fel form.', remedy: again })
  return { manifest: undefined, problems: list.problems }
}

function readList<S extends z.ZodType>(folder: string, file: string, shape: S, none: z.output<S>, problems: Problem[]) {
  const list = new ProblemList(file)
  const full = path.join(folder, file)
  if (!existsSync(full)) return none
  const read = readYaml(readFileSync(full, 'utf8'), shape, list)
  problems.push(...list.problems)
  return read?.value ?? none
}

/** Reads an unpacked package and says everything that is wrong in it, by file, line and field. */
export async function readPackage(folder: string): Promise<PackageRead> {
  const { manifest, problems } = readManifest(folder)
  if (manifest === undefined) return { manifest, whole: undefined, problems }
  const { files, problems: faults } = await checkFiles(folder, namesIn(folder), manifest)
  problems.push(...faults)
  if (problems.length > 0) return { manifest, whole: undefined, problems }
  const names = subfolders(path.join(folder, 'lectures'))
  const lectures = names.flatMap((name): LectureImport[] => {
    const { lecture, problems: found } = readLecture(folder, name, '', { competences: undefined, standard: 'package' })
    problems.push(...found)
    return lecture === undefined ? [] : [lecture]
  })
  const references = {
    lectures: new Set(names),
    competences: undefined,
    courses: new Set<string>(),
    organisations: new Set<string>(),
    standard: 'package' as const,
  }
  const { course, problems: found } = readCourse(folder, manifest.course, '', references)
  problems.push(...found)
  const own = `courses/${manifest.course}`
  const media = readList(folder, `${own}/media.yaml`, mediaFile, [], problems)
  const bank = readList(folder, `${own}/bank.yaml`, bankFile, [], problems)
  if (course === undefined || problems.length > 0) return { manifest, whole: undefined, problems }
  return { manifest, whole: { manifest, course, lectures, media, bank, files }, problems }
}
