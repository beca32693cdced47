import { randomUUID } from 'node:crypto'
import type { Actor } from '~/domains/identity'
import type { MediaId, OrganisationId } from '~/shared/ids'
import type { MediaStorage } from '~/shared/media-storage/storage'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import type { Cue } from '../model'
import { filePath, posterPath } from '../store/media-address'
import { writeTrack } from '../store/media/track.server'
import { holdUsedBytes } from '../store/media/upload.server'
import { insertWholeMedia, listMediaByHash, type MediaToKeep } from '../store/package.server'
import { examineFile } from './measure.server'
import type { TrackKind } from './model'
import { canKeepMediaOf } from './policy'
import { type Quota, quotaRefusal, type QuotaRefusal, titleOfName } from './rules'
import type { FileType } from './sniff'

/** A file of a package for the library: looked through, and where its bytes lie. */
export interface FileToKeep {
  /** What the package calls it. */
  name: string
  file: string
  sha256: string
  /** Of a film: the picture that stands for it. */
  poster: string | undefined
  described: Pick<MediaToKeep, 'title' | 'language' | 'licence' | 'credit' | 'alt' | 'decorative'> | undefined
  /** It becomes an item of its own, though the library may have the same bytes. */
  isAlone?: boolean
}

export interface KeptFile {
  mediaId: MediaId
  /** As stored: the site serves it under its folder of files. */
  path: string
  posterPath: string
  isNew: boolean
}

export interface KeptFiles {
  byName: Map<string, KeptFile>
  /** Rows that are still to be written; their bytes are stored already. */
  made: MediaToKeep[]
}

const drawing: FileType = { kind: 'picture', contentType: 'image/svg+xml; charset=utf-8', extension: 'svg' }

/**
 * Stores the bytes of files that the library of the organisation lacks, and finds those that packages have brought to it
 * before. The rows are written by `writeKept`; when they are not, the caller gives `made` to `dropKept`.
 */
export async function keepFiles(
  db: Db,
  storage: MediaStorage,
  organisationId: OrganisationId,
  files: readonly FileToKeep[],
): Promise<KeptFiles> {
  const hashes = files.map(({ sha256 }) => sha256)
  const present = await listMediaByHash(db, organisationId, hashes)
  const kept: KeptFiles = { byName: new Map(), made: [] }
  try {
    for (const file of files) {
      const found = present.get(file.sha256)
      // The same bytes under another name are another file, so that a package comes out as it went in.
      const isSame =
        found !== undefined &&
        file.isAlone !== true &&
        (found.fileName === fileNameOf(file) || file.poster !== undefined)
      if (!isSame) await keepFile(storage, file, kept)
      else {
        const { mediaId, path, posterPath: poster } = found
        kept.byName.set(file.name, { mediaId, path, posterPath: poster ?? blankPoster(mediaId), isNew: false })
      }
    }
  } catch (error) {
    await dropKept(storage, kept.made)
    throw error
  }
  return kept
}

const fileNameOf = ({ name }: FileToKeep) => name.split('/').at(-1) ?? name
const blankPoster = (mediaId: MediaId) => `fil/${mediaId}/omslag.svg`

async function keepFile(storage: MediaStorage, file: FileToKeep, { byName, made }: KeptFiles): Promise<void> {
  const { size, sniffed, measures } = await examineFile(file.file)
  const type = file.name.endsWith('.svg') ? drawing : sniffed
  if (type === undefined) throw new Error(`The file was not looked through: ${file.name}`)
  const mediaId = randomUUID() as MediaId
  const folder = `${mediaId}/${randomUUID()}`
  const fileKey = `${folder}/original.${type.extension}`
  const posterKey = file.poster === undefined ? null : `${folder}/poster${/\.[a-z]+$/.exec(file.poster)?.[0] ?? '.jpg'}`
  const fileName = fileNameOf(file)
  const title = file.described?.title ?? titleOfName(fileName)
  made.push({
    ...{ mediaId, kind: type.kind, language: null, licence: '', credit: '', alt: null, decorative: false },
    ...file.described,
    ...{ title, fileName, fileKey, posterKey, contentType: type.contentType, bytes: size, sha256: file.sha256 },
    ...measures,
  })
  await storage.keep(fileKey, file.file, type.contentType)
  if (file.poster !== undefined && posterKey !== null) await storage.keep(posterKey, file.poster, 'image/jpeg')
  byName.set(file.name, {
    mediaId,
    path: filePath(mediaId, title, fileKey),
    posterPath: posterKey === null ? blankPoster(mediaId) : posterPath(mediaId, posterKey),
    isNew: true,
  })
}

/** Throws away the bytes of files whose rows were not written. */
export async function dropKept(storage: MediaStorage, made: readonly MediaToKeep[]): Promise<void> {
  for (const { mediaId } of made) await storage.remove(mediaId)
}

/** Writes the rows of kept files, when they are the actor's to keep and there is room. */
export async function writeKept(
  tx: Tx,
  actor: Actor,
  made: readonly MediaToKeep[],
  { organisationId, quota, at }: { organisationId: OrganisationId; quota: Quota; at: Date },
): Promise<Outcome<null, 'not-allowed' | QuotaRefusal>> {
  if (!canKeepMediaOf(actor, organisationId)) return refused('not-allowed')
  const used = await holdUsedBytes(tx, { personId: actor.personId, organisationId })
  const sum = made.reduce((bytes, item) => bytes + item.bytes, 0)
  const full = made.some(({ bytes }) => bytes > quota.file)
    ? 'too-large'
    : quotaRefusal({ ...quota, file: Infinity }, sum, used)
  if (full !== undefined) return refused(full)
  await insertWholeMedia(tx, made, { organisationId, by: actor.personId, at })
  return done(null)
}

/** The timed texts of a film that was kept, for writing on them in the library. */
export async function writeTracks(
  tx: Tx,
  mediaId: MediaId,
  tracks: readonly { kind: TrackKind; language: string; cues: Cue[] }[],
  at: Date,
): Promise<void> {
  for (const track of tracks) await writeTrack(tx, { mediaId, ...track, readChangedAt: null, at })
}
