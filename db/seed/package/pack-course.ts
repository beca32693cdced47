import { createHash } from 'node:crypto'
import {
  type CourseImport,
  type CourseToPack,
  listBankOf,
  listWholeLectures,
  type PackedState,
  type StoredLecture,
  titleOfName,
} from '~/domains/catalogue/index.server'
import { linksOf, relinked } from '~/shared/editor/relink'
import { done, type Outcome, refused } from '~/shared/outcome'
import { paths } from '~/shared/paths'
import type { ZipEntry } from '~/shared/zip.server'
import { type MediaImport, writeCourse, writeLecture, writeLists } from '../content/write-course'
import { type Manifest, MANIFEST, PACKAGE_FORMAT, PACKAGE_VERSION } from './manifest'
import { gatherLecture } from './gather-lecture'
import { type FileGround, findSources, freeName, storedPath, type StoredSource } from './stored-files'

const PACKED = /\.(png|jpe?g|webp|gif|avif|mp4|m4v|mov|webm|m4a|mp3|ogg|flac|pdf|docx|xlsx|pptx|odt|ods|odp)$/

const PICTURES = /\.(svg|png|jpg|webp|gif|avif)$/
const isPicture = (name: string) => PICTURES.test(name)

const endingOf = (name: string) => /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? ''

interface Part {
  name: string
  pieces: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

const text = (name: string, written: string): Part => ({ name, pieces: () => [Buffer.from(written)] })

/** The files of a lecture; undefined when one of them is not in this portal's keeping. */
async function lectureParts(
  ground: FileGround,
  stored: StoredLecture,
): Promise<{ parts: Part[]; media: MediaImport[] } | undefined> {
  const gathered = await gatherLecture(ground, stored)
  if (gathered === undefined) return undefined
  const { lecture, film, poster, pictures } = gathered
  const { title, language, licence } = lecture
  const folder = `lectures/${lecture.slug}`
  const video = `${folder}/video${endingOf(film.fileName)}`
  return {
    parts: [
      ...writeLecture(lecture).map(({ name, text: written }) => text(`${folder}/${name}`, written)),
      ...(poster === undefined ? [] : [{ name: `${folder}/poster${endingOf(poster.fileName)}`, pieces: poster.open }]),
      ...pictures.map(({ name, source }) => ({ name: `${folder}/${name}`, pieces: source.open })),
      { name: video, pieces: film.open },
    ],
    media: [
      described(film, video, { title, language, licence }),
      ...pictures.map(({ name, alt, source }) => {
        const said = { alt: alt === '' ? null : alt, decorative: alt === '' }
        return described(source, `${folder}/${name}`, { title: titleOfName(name), language: null, licence, ...said })
      }),
    ],
  }
}

/** What is known of a file; one of the content folder is under the licence of what it belongs to. */
function described(
  { item }: StoredSource,
  file: string,
  otherwise: Pick<MediaImport, 'title' | 'language' | 'licence'> & Partial<Pick<MediaImport, 'alt' | 'decorative'>>,
): MediaImport {
  if (item === undefined) return { file, credit: '', alt: null, decorative: false, ...otherwise }
  const { title, language, licence, credit, alt, decorative } = item
  return { file, title, language, licence, credit, alt, decorative }
}

/** The files that a course names, under names of their own beside its texts, and the course with those names. */
async function courseFiles(ground: FileGround, course: CourseImport) {
  const folder = `courses/${course.slug}`
  const cover = course.coverPath
  const addresses = [...new Set([...(cover === null ? [] : [cover]), ...linksOf(course).files])]
  const sources = await findSources(ground, addresses)
  const missing = addresses.find((address) => !sources.has(address))
  if (missing !== undefined) return { missing }
  const taken = new Set<string>()
  const byPath = new Map<string, string>()
  const parts: Part[] = []
  const media: MediaImport[] = []
  for (const [address, source] of sources) {
    if (byPath.has(storedPath(address))) continue
    const name = freeName(source.fileName, taken)
    byPath.set(storedPath(address), name)
    parts.push({ name: `${folder}/${name}`, pieces: source.open })
    media.push(described(source, name, { title: titleOfName(name), language: null, licence: course.licence }))
  }
  const nameOf = (address: string) => byPath.get(storedPath(address)) ?? ''
  const file = (address: string) =>
    isPicture(nameOf(address)) ? nameOf(address) : paths.mediaFile(`${folder}/${nameOf(address)}`)
  const named = relinked(course, { file, lecture: (slug) => slug })
  return { missing: undefined, parts, media, course: { ...named, coverPath: cover === null ? null : nameOf(cover) } }
}

function tagsOf(course: CourseImport): string[] {
  return [...new Set(course.lessons.flatMap(({ kind, quiz }) => (kind === 'quiz' ? (quiz.draw?.tag ?? []) : [])))]
}

/**
 * A course as a package: the content format itself, with the films, pictures, captions and questions that it names, and
 * a manifest last. The files are read while the zip is sent. Refused when a file that the course names is not there.
 */
export async function packCourse(
  ground: FileGround,
  found: CourseToPack,
  from: { address: string; state: PackedState },
): Promise<Outcome<AsyncGenerator<ZipEntry>, 'file-missing'>> {
  const { course, courseId, revision } = found
  const own = await courseFiles(ground, course)
  if (own.missing !== undefined) return refused('file-missing')
  const wanted = [...course.lessons.flatMap(({ lectureSlug }) => lectureSlug ?? []), ...linksOf(course).lectures]
  const lectures = await listWholeLectures(ground.db, wanted)
  const parts: Part[] = []
  const media = [...own.media]
  for (const lecture of lectures) {
    const made = await lectureParts(ground, lecture)
    if (made === undefined) return refused('file-missing')
    parts.push(...made.parts)
    media.push(...made.media)
  }
  const bank = (await listBankOf(ground.db, courseId, tagsOf(course))).map(({ question, ...rest }) => ({
    question: { ...question, key: 'q' },
    ...rest,
  }))
  const sorted = bank.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  const folder = `courses/${course.slug}`
  const written = [...writeCourse(own.course), ...writeLists(media, sorted)]
  const all = [...written.map(({ name, text: words }) => text(`${folder}/${name}`, words)), ...own.parts, ...parts]
  const { title, licence, slug } = course
  const origin = { address: from.address, state: from.state, revision }
  return done(
    entriesOf(all, {
      format: PACKAGE_FORMAT,
      version: PACKAGE_VERSION,
      course: slug,
      title,
      licence,
      origin,
      files: [],
    }),
  )
}

/** The files in turn, each hashed as it goes by, and the manifest that says what they were. */
async function* entriesOf(parts: readonly Part[], manifest: Manifest): AsyncGenerator<ZipEntry> {
  const files: Manifest['files'] = []
  for (const { name, pieces } of parts) {
    const hash = createHash('sha256')
    let bytes = 0
    async function* counted() {
      for await (const piece of pieces()) {
        hash.update(piece)
        bytes += piece.length
        yield piece
      }
    }
    yield { name, pieces: counted(), isPacked: PACKED.test(name) }
    files.push({ path: name, bytes, sha256: hash.digest('hex') })
  }
  yield {
    name: MANIFEST,
    pieces: [Buffer.from(`${JSON.stringify({ ...manifest, files }, undefined, 2)}\n`)],
  }
}
