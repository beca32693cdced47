import { randomUUID } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import type { RequestHandler } from 'express'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canKeepMedia } from '~/domains/catalogue'
import {
  abandonUpload,
  beginUpload,
  dropUpload,
  findOwnUpload,
  findUpload,
  finishUpload,
  listUploadsToSettle,
  setReceived,
} from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { env } from '~/env.server'
import { incomingFolder, mediaStorage } from '~/media-storage.server'
import { sessions } from '~/session.server'
import { isUuid, type MediaId, type OrganisationId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { ffmpeg } from './ffmpeg.server'
import { wakeMediaWork } from './media-work.server'
import { refuseUpload } from './tus-refusal.server'

const WEEK = 7 * 86_400_000

async function actorOf(headers: Headers): Promise<Actor> {
  const id = sessions().readId(headers.get('cookie'))
  const actor = id === null ? undefined : await sessions().findActor(id)
  if (actor === undefined) return refuseUpload(401, 'signed-out')
  return canKeepMedia(actor) ? actor : refuseUpload(403, 'not-allowed')
}

function dayOf(millis: string | null | undefined): Date | null {
  const value = Number(millis)
  return Number.isFinite(value) && value > 0 && value < 8.64e15 ? new Date(value) : null
}

/** Takes a whole incoming file over and removes it from where it came; wakes those who make renditions. */
export async function settleUpload(uploadId: string, file: string) {
  const processes = (await ffmpeg()) !== undefined
  const outcome = await finishUpload(db(), mediaStorage(), { uploadId, file, processes, at: now() })
  await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })])
  if (outcome.ok) wakeMediaWork()
  return outcome
}

/**
 * The tus 1.0 server of the media library (mount at `paths.mediaUploads()`, after the check of foreign writes): creation,
 * continuation, termination and expiration, for those who keep the library, each only the own uploads.
 */
export function mediaUploads(): RequestHandler {
  const folder = incomingFolder()
  const store = new FileStore({ directory: folder, expirationPeriodInMilliseconds: WEEK })
  const server = new Server({
    path: paths.mediaUploads(),
    datastore: store,
    relativeLocation: true,
    maxSize: env().media.quota.file,
    allowedOrigins: [],
    namingFunction: () => randomUUID(),
    onIncomingRequest: async (request, uploadId) => {
      const actor = await actorOf(request.headers)
      if (request.method === 'POST') return
      const upload = isUuid(uploadId) ? await findOwnUpload(db(), actor, uploadId) : undefined
      if (upload === undefined) return refuseUpload(404, 'not-found')
      if (request.method === 'DELETE') await abandonUpload(db(), actor, uploadId)
      const received = Number(request.headers.get('upload-offset') ?? Number.NaN)
      if (request.method === 'PATCH' && received > 0 && received <= upload.bytes)
        await setReceived(db(), uploadId, received)
    },
    onUploadCreate: async (request, upload) => {
      const actor = await actorOf(request.headers)
      const { filename, organisation, replaces, changed } = upload.metadata ?? {}
      if (upload.size === undefined || !isUuid(organisation ?? '')) refuseUpload(400, 'not-allowed')
      const wish = {
        uploadId: upload.id,
        organisationId: organisation as OrganisationId,
        replaces: isUuid(replaces ?? '') ? (replaces as MediaId) : undefined,
        fileName: filename ?? '',
        bytes: upload.size ?? 0,
        fileChangedAt: dayOf(changed),
      }
      const outcome = await beginUpload(db(), actor, { wish, quota: env().media.quota, at: now() })
      if (!outcome.ok)
        refuseUpload(
          outcome.refusal === 'too-large' ? 413 : outcome.refusal === 'not-allowed' ? 403 : 422,
          outcome.refusal,
        )
      return { metadata: {} }
    },
    onUploadFinish: async (_request, upload) => {
      const outcome = await settleUpload(upload.id, path.join(folder, upload.id))
      if (!outcome.ok) refuseUpload(422, outcome.refusal)
      return {}
    },
  })
  return (request, response, next) => {
    server.handle(request, response).catch(next)
  }
}

/** Gives an upload of one's own up, with what has come of it. */
export async function giveUpUpload(actor: Actor, uploadId: string): Promise<boolean> {
  const outcome = await abandonUpload(db(), actor, uploadId)
  if (outcome.ok) await removeIncoming(uploadId)
  return outcome.ok
}

/** How many bytes of an upload have come: what counts is the file, the row may be a moment behind. */
export async function incomingBytes(uploadId: string): Promise<number | undefined> {
  return stat(path.join(incomingFolder(), uploadId)).then(
    ({ size }) => size,
    () => undefined,
  )
}

async function removeIncoming(name: string): Promise<void> {
  const file = path.join(incomingFolder(), name)
  await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })])
}

/**
 * Takes care of files that came whole without being taken over (the process was killed), gives up those whose week is
 * over, and removes what lies about without belonging to an upload. Answers how many went.
 */
export async function sweepUploads(at: Date): Promise<number> {
  const uploads = await listUploadsToSettle(db(), at)
  const known = new Set(uploads.map(({ uploadId }) => uploadId))
  let gone = 0
  for (const { uploadId, expired } of uploads) {
    const upload = await findUpload(db(), uploadId)
    const file = path.join(incomingFolder(), uploadId)
    if (upload !== undefined && (await incomingBytes(uploadId)) === upload.bytes) await settleUpload(uploadId, file)
    else if (expired) {
      await dropUpload(db(), uploadId)
      await removeIncoming(uploadId)
      gone += 1
    }
  }
  const names = await readdir(incomingFolder()).catch(() => [])
  for (const name of names) {
    const file = path.join(incomingFolder(), name)
    const found = await stat(file).catch(() => undefined)
    const isOld = found !== undefined && Date.now() - found.mtimeMs > 3_600_000
    // Folders hold the work of others, who sweep them; one that a lecture was copied by goes when nobody is at it.
    const isLeft = found?.isDirectory() === true ? name.startsWith('lecture-') : !known.has(name.replace(/\.json$/, ''))
    if (isOld && isLeft) await rm(file, { recursive: true, force: true })
  }
  return gone
}
