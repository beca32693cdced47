import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { beginUpload, finishUpload, saveTrack } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import type { MediaId, OrganisationId } from '~/shared/ids'
import { localStorage } from '~/shared/media-storage/local-storage.server'
import type { Db } from '~db/schema'

export const at = new Date('2025-03-24T08:00:00Z')
export const quota = { file: 1_000_000, person: 3_000_000, organisation: 5_000_000 }

/** The beginning of an MP4 of the given length that no player plays. */
export function mp4(seconds: number): Buffer {
  const box = (name: string, ...inside: Buffer[]) => {
    const body = Buffer.concat(inside)
    const head = Buffer.alloc(8)
    head.writeUInt32BE(body.length + 8)
    head.write(name, 4, 'latin1')
    return Buffer.concat([head, body])
  }
  const mvhd = Buffer.alloc(100)
  mvhd.writeUInt32BE(1000, 12)
  mvhd.writeUInt32BE(Math.round(seconds * 1000), 16)
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isomavc1', 'latin1')),
    box('mdat', Buffer.alloc(64)),
    box('moov', box('mvhd', mvhd)),
  ])
}

export const folder = mkdtempSync(path.join(tmpdir(), 'portal-media-'))
export const storage = localStorage(path.join(folder, 'kept'))

/** Brings a whole file into the library, as a finished upload does. */
export async function upload(
  db: Db,
  actor: Actor,
  wish: {
    organisationId: OrganisationId
    name: string
    bytes: Buffer
    replaces?: MediaId
    processes?: boolean
  },
) {
  const uploadId = randomUUID()
  const begun = await beginUpload(db, actor, {
    wish: {
      uploadId,
      organisationId: wish.organisationId,
      replaces: wish.replaces,
      fileName: wish.name,
      bytes: wish.bytes.length,
      fileChangedAt: null,
    },
    quota,
    at,
  })
  if (!begun.ok) return begun
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, uploadId)
  writeFileSync(file, wish.bytes)
  const settled = await finishUpload(db, storage, { uploadId, file, processes: wish.processes ?? false, at })
  return settled.ok ? { ...settled, uploadId } : { ...settled, mediaId: begun.value.mediaId }
}

export const spoken = [
  { start: 0, end: 3, text: 'Välkommen hit.' },
  { start: 3, end: 7, text: 'I dag talar vi om språk\noch om yrken.' },
]

export async function caption(db: Db, actor: Actor, mediaId: MediaId, cues = spoken) {
  return saveTrack(db, actor, { mediaId, kind: 'captions', language: 'sv' }, { cues, version: null, at })
}
