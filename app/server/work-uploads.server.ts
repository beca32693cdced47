import { randomUUID } from 'node:crypto'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import type { RequestHandler } from 'express'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { promisedType, WORK_FILE_BYTES } from '~/domains/catalogue'
import type { Actor } from '~/domains/identity'
import { takeWorkFile } from '~/hand-in.server'
import { findItem } from '~/journeys/work-on-lesson.server'
import { workFolder } from '~/media-storage.server'
import { sessions } from '~/session.server'
import { paths } from '~/shared/paths'
import { listWorks, readUploadId, removeWork, type WorkOnTheWay } from '~/works-on-the-way.server'
import { refuseUpload } from './tus-refusal.server'

const TWO_DAYS = 2 * 86_400_000
/** Begun at once by one person, so that nobody fills the disk with beginnings. */
const MOST_BEGUN = 10

async function actorOf(headers: Headers): Promise<Actor> {
  const id = sessions().readId(headers.get('cookie'))
  const actor = id === null ? undefined : await sessions().findActor(id)
  return actor ?? refuseUpload(401, 'signed-out')
}

/** Adds a file that has come whole to its work, once, and removes it from where it came; answers why not. */
async function settleWork({ uploadId, personId, fileId, fileName, file, ...place }: WorkOnTheWay) {
  const refusal = await takeWorkFile({ personId }, { ...place, now: now() }, { name: fileName, file, fileId })
  await removeWork(uploadId)
  return refusal
}

/**
 * The tus 1.0 server of files that are handed in (mount at `paths.workUploads()`, after the check of foreign writes):
 * creation, continuation and termination, for those who take the course, each only the own uploads.
 */
export function workUploads(): RequestHandler {
  const server = new Server({
    path: paths.workUploads(),
    datastore: new FileStore({ directory: workFolder(), expirationPeriodInMilliseconds: TWO_DAYS }),
    relativeLocation: true,
    maxSize: WORK_FILE_BYTES,
    allowedOrigins: [],
    namingFunction: async (request) => `${(await actorOf(request.headers)).personId}.${randomUUID()}`,
    onIncomingRequest: async (request, uploadId) => {
      const actor = await actorOf(request.headers)
      if (request.method === 'POST') return
      if (readUploadId(uploadId)?.personId !== actor.personId) refuseUpload(404, 'not-found')
    },
    onUploadCreate: async (request, upload) => {
      const actor = await actorOf(request.headers)
      const { filename = '', course = '', lesson = '', changed = null } = upload.metadata ?? {}
      const found = await findItem(db(), actor, { courseSlug: course ?? '', lessonSlug: lesson ?? '', now: now() })
      if (!found.ok) return refuseUpload(403, found.refusal)
      if ((found.value.lesson.assignment?.mostFiles ?? 0) === 0) return refuseUpload(403, 'too-many')
      if (upload.size === undefined || upload.size === 0) return refuseUpload(422, 'empty')
      if (promisedType(filename ?? '') === undefined) return refuseUpload(422, 'not-allowed')
      if ((await listWorks(actor.personId)).length >= MOST_BEGUN) return refuseUpload(422, 'busy')
      return { metadata: { filename, course, lesson, ...(changed === null ? {} : { changed }) } }
    },
    onUploadFinish: async (_request, upload) => {
      const work = (await listWorks(readUploadId(upload.id)?.personId)).find(({ uploadId }) => uploadId === upload.id)
      const refusal = work === undefined ? 'failed' : await settleWork(work)
      if (refusal !== undefined) refuseUpload(422, refusal)
      return {}
    },
  })
  return (request, response, next) => {
    server.handle(request, response).catch(next)
  }
}

/**
 * Adds what came whole without being taken over (the process was killed), and gives up what has not moved for two days.
 * Answers how many went.
 */
export async function sweepWorks(): Promise<number> {
  let gone = 0
  for (const work of await listWorks()) {
    if (work.received === work.bytes) await settleWork(work)
    else if (Date.now() - work.movedAt > TWO_DAYS) await removeWork(work.uploadId)
    else continue
    gone += 1
  }
  return gone
}
