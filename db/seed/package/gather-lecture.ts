import { createHash } from 'node:crypto'
import type { LectureImport, StoredLecture } from '~/domains/catalogue/index.server'
import { readCaptionFile } from '~/shared/video/caption-file'
import { writeLecture } from '../content/write-course'
import type { CheckedFile } from './check-files'
import { type FileGround, findSources, freeName, storedPath, type StoredSource } from './stored-files'

/** What stands for a poster where a film has none. */
const POSTER_DRAWN = 'omslag.svg'
const PICTURE_ENDINGS = ['svg', 'png', 'jpg', 'jpeg', 'webp', 'gif', 'avif']
const FILMS = /\.(mp4|m4v|mov|webm)$/i

async function whole(source: StoredSource): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of source.open()) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

/** A lecture with its files; its pictures are named as they lie beside its texts. */
export interface GatheredLecture {
  lecture: LectureImport
  film: StoredSource
  poster: StoredSource | undefined
  pictures: { name: string; alt: string; source: StoredSource }[]
}

/** The pictures of a lecture under names of their own, each once; undefined when one is not there. */
function picturesOf(
  slides: LectureImport['slides'],
  sources: ReadonlyMap<string, StoredSource>,
): { slides: LectureImport['slides']; pictures: GatheredLecture['pictures'] } | undefined {
  const taken = new Set(PICTURE_ENDINGS.flatMap((ending) => [`video.${ending}`, `poster.${ending}`]))
  const byPath = new Map<string, GatheredLecture['pictures'][number]>()
  const named: LectureImport['slides'] = []
  for (const { path, alt, second } of slides) {
    const source = sources.get(path)
    if (source === undefined) return undefined
    const picture = byPath.get(storedPath(path)) ?? { name: freeName(source.fileName, taken), alt, source }
    byPath.set(storedPath(path), picture)
    named.push({ second, path: picture.name, alt })
  }
  return { slides: named, pictures: [...byPath.values()] }
}

/** A lecture of the portal with its texts and files; undefined when one of them is not in this portal's keeping. */
export async function gatherLecture(
  ground: FileGround,
  { lectureId: _id, isRetired: _retired, ...lecture }: StoredLecture,
): Promise<GatheredLecture | undefined> {
  const shown = lecture.slides.map(({ path }) => path)
  const sources = await findSources(ground, [lecture.videoPath, lecture.posterPath, lecture.captionsPath, ...shown])
  const beside = picturesOf(lecture.slides, sources)
  const film = sources.get(lecture.videoPath)
  if (film === undefined || !FILMS.test(film.fileName) || beside === undefined) return undefined
  const poster = storedPath(lecture.posterPath).endsWith(POSTER_DRAWN) ? undefined : sources.get(lecture.posterPath)
  const captions = lecture.tracks.length > 0 ? undefined : sources.get(lecture.captionsPath)
  const tracks =
    captions === undefined
      ? lecture.tracks
      : [{ kind: 'captions' as const, language: lecture.language, cues: readCaptionFile(await whole(captions)).cues }]
  return { lecture: { ...lecture, tracks, slides: beside.slides }, film, poster, pictures: beside.pictures }
}

async function hashOf(source: StoredSource): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of source.open()) hash.update(piece)
  return hash.digest('hex')
}

/** Whether a lecture of the portal is the one that a package brings: the same texts, film and pictures. */
export async function isSameLecture(
  ground: FileGround,
  stored: StoredLecture,
  packed: LectureImport,
  files: readonly CheckedFile[],
): Promise<boolean> {
  const gathered = await gatherLecture(ground, stored)
  if (gathered === undefined) return false
  if (JSON.stringify(writeLecture(gathered.lecture)) !== JSON.stringify(writeLecture(packed))) return false
  const beside = gathered.pictures.map(({ name, source }) => ({ name, source }))
  const folder = `lectures/${packed.slug}/`
  for (const { name, source } of [{ name: 'video.', source: gathered.film }, ...beside]) {
    const file = files.find(({ path }) => path.startsWith(`${folder}${name}`))
    if (file === undefined || file.sha256 !== (await hashOf(source))) return false
  }
  return true
}
