import { createHash } from 'node:crypto'
import type { LectureImport, StoredLecture } from '~/domains/catalogue/index.server'
import { readCaptionFile } from '~/shared/video/caption-file'
import { writeLecture } from '../content/write-course'
import type { CheckedFile } from './check-files'
import { type FileGround, findSources, storedPath, type StoredSource } from './stored-files'

/** What stands for a poster where a film has none. */
const POSTER_DRAWN = 'omslag.svg'
const FILMS = /\.(mp4|m4v|mov|webm)$/i

async function whole(source: StoredSource): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of source.open()) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

/** A lecture of the portal with its texts and files; undefined when its film is not in this portal's keeping. */
export async function gatherLecture(
  ground: FileGround,
  { lectureId: _id, isRetired: _retired, ...lecture }: StoredLecture,
): Promise<{ lecture: LectureImport; film: StoredSource; poster: StoredSource | undefined } | undefined> {
  const sources = await findSources(ground, [lecture.videoPath, lecture.posterPath, lecture.captionsPath])
  const film = sources.get(lecture.videoPath)
  if (film === undefined || !FILMS.test(film.fileName)) return undefined
  const poster = storedPath(lecture.posterPath).endsWith(POSTER_DRAWN) ? undefined : sources.get(lecture.posterPath)
  const captions = lecture.tracks.length > 0 ? undefined : sources.get(lecture.captionsPath)
  const tracks =
    captions === undefined
      ? lecture.tracks
      : [{ kind: 'captions' as const, language: lecture.language, cues: readCaptionFile(await whole(captions)).cues }]
  return { lecture: { ...lecture, tracks }, film, poster }
}

/** Whether a lecture of the portal is the one that a package brings: the same texts and the same film. */
export async function isSameLecture(
  ground: FileGround,
  stored: StoredLecture,
  packed: LectureImport,
  film: CheckedFile | undefined,
): Promise<boolean> {
  const gathered = await gatherLecture(ground, stored)
  if (gathered === undefined || film === undefined) return false
  if (JSON.stringify(writeLecture(gathered.lecture)) !== JSON.stringify(writeLecture(packed))) return false
  const hash = createHash('sha256')
  for await (const piece of gathered.film.open()) hash.update(piece)
  return hash.digest('hex') === film.sha256
}
