import type { Actor } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import type { MediaId, OrganisationId } from '~/shared/ids'
import type { MediaStorage } from '~/shared/media-storage/storage'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import { failJob, finishJob, insertJob, type MediaJob, type Rendered, setProcessing } from '../store/media/job.server'
import {
  countUses,
  deleteMedia,
  findMedia,
  holdMedia,
  insertMedia,
  type MediaDescription,
  updateDescription,
} from '../store/media/item.server'
import {
  deleteUpload,
  findUpload,
  holdUsedBytes,
  insertUpload,
  refuseFile,
  takeFile,
  type Upload,
} from '../store/media/upload.server'
import { examineFile } from './measure.server'
import type { MediaFault, MediaItem, MediaUse } from './model'
import { canKeepMediaOf, mediaScope } from './policy'
import { judgeFile, type Quota, quotaRefusal, type QuotaRefusal, shownFileName, titleOfName } from './rules'
import { promisedType } from './sniff'

const UPLOAD_DAYS = 7
const DAY = 86_400_000

export type BeginRefusal = 'not-allowed' | 'name' | 'kind' | 'busy' | 'empty' | QuotaRefusal

export interface UploadWish {
  /** Made by the caller; a new item gets the same id. */
  uploadId: string
  organisationId: OrganisationId
  /** The item whose file this one is to take the place of. */
  replaces: MediaId | undefined
  fileName: string
  bytes: number
  fileChangedAt: Date | null
}

/** Makes room for a file that is to come. Refused by its name, its size, the quotas, or when it is not the actor's to keep. */
export function beginUpload(
  db: Db,
  actor: Actor,
  { wish, quota, at }: { wish: UploadWish; quota: Quota; at: Date },
): Promise<Outcome<{ mediaId: MediaId }, BeginRefusal>> {
  return db.transaction().execute(async (tx): Promise<Outcome<{ mediaId: MediaId }, BeginRefusal>> => {
    const held = wish.replaces === undefined ? undefined : await holdMedia(tx, wish.replaces)
    if (wish.replaces !== undefined && held === undefined) return refused('not-allowed')
    const organisationId = held?.organisationId ?? wish.organisationId
    if (!canKeepMediaOf(actor, organisationId)) return refused('not-allowed')
    const promised = promisedType(wish.fileName)
    if (promised === undefined) return refused('name')
    if (held !== undefined && held.kind !== promised.kind) return refused('kind')
    if (wish.bytes < 1) return refused('empty')
    const used = await holdUsedBytes(tx, { personId: actor.personId, organisationId })
    const full = quotaRefusal(quota, wish.bytes, used)
    if (full !== undefined) return refused(full)
    const mediaId = wish.replaces ?? (wish.uploadId as MediaId)
    const fileName = shownFileName(wish.fileName)
    if (held === undefined) {
      const title = titleOfName(fileName)
      const { bytes } = wish
      await insertMedia(tx, {
        mediaId,
        organisationId,
        kind: promised.kind,
        title,
        fileName,
        bytes,
        uploadedBy: actor.personId,
        at,
      })
    }
    const begun = await insertUpload(tx, {
      uploadId: wish.uploadId,
      mediaId,
      fileName,
      bytes: wish.bytes,
      fileChangedAt: wish.fileChangedAt,
      startedBy: actor.personId,
      at,
      expiresAt: new Date(at.getTime() + UPLOAD_DAYS * DAY),
    })
    return begun ? done({ mediaId }) : refused('busy')
  })
}

/** The upload, when it is the actor's own; another's is as good as none. */
export async function findOwnUpload(db: Db, actor: Actor, uploadId: string): Promise<Upload | undefined> {
  const upload = await findUpload(db, uploadId)
  if (upload === undefined || upload.startedBy !== actor.personId) return undefined
  return canKeepMediaOf(actor, upload.organisationId) ? upload : undefined
}

/**
 * Takes a whole file over into the library. Its bytes decide what it is; when they and the name do not agree the item
 * says so and the file is left to the caller to remove. `processes`: this installation makes renditions of recordings.
 */
export async function finishUpload(
  db: Db,
  storage: MediaStorage,
  given: { uploadId: string; file: string; processes: boolean; at: Date },
): Promise<Outcome<{ mediaId: MediaId }, 'not-found' | MediaFault>> {
  const { at } = given
  const upload = await findUpload(db, given.uploadId)
  if (upload === undefined) return refused('not-found')
  const { size, sniffed, beginning, measures } = await examineFile(given.file)
  const judged = judgeFile(upload.fileName, sniffed, beginning)
  if (!judged.ok) {
    await db.transaction().execute((tx) => refuseFile(tx, upload, judged.fault, at))
    return refused(judged.fault)
  }
  const { contentType, extension, kind } = judged.type
  const isProcessed = given.processes && (kind === 'video' || kind === 'audio')
  const key = `${upload.mediaId}/${upload.uploadId}/original.${extension}`
  await storage.keep(key, given.file, contentType)
  await db.transaction().execute(async (tx) => {
    await takeFile(tx, upload, { key, contentType, bytes: size, ...measures, isProcessed, at })
    if (isProcessed) await insertJob(tx, upload.mediaId, at)
    await audit(
      tx,
      upload.startedBy,
      upload.fileKey === null ? 'media.uploaded' : 'media.replaced',
      upload.mediaId,
      at,
      {
        fileName: upload.fileName,
        bytes: size,
        contentType,
      },
    )
  })
  if (upload.fileKey !== null) await storage.remove(upload.fileKey.split('/').slice(0, 2).join('/'))
  return done({ mediaId: upload.mediaId })
}

/** Gives up an upload of one's own. The caller removes what has come of the file. */
export async function abandonUpload(db: Db, actor: Actor, uploadId: string): Promise<Outcome<null, 'not-found'>> {
  const upload = await findOwnUpload(db, actor, uploadId)
  if (upload === undefined) return refused('not-found')
  await db.transaction().execute((tx) => deleteUpload(tx, upload))
  return done(null)
}

/** Ends an upload whose time is over. */
export async function dropUpload(db: Db, uploadId: string): Promise<void> {
  const upload = await findUpload(db, uploadId)
  if (upload !== undefined) await db.transaction().execute((tx) => deleteUpload(tx, upload))
}

export function describeMedia(
  db: Db,
  actor: Actor,
  mediaId: MediaId,
  { to, at }: { to: MediaDescription; at: Date },
): Promise<Outcome<null, 'not-found'>> {
  return db.transaction().execute(async (tx): Promise<Outcome<null, 'not-found'>> => {
    const held = await holdMedia(tx, mediaId)
    if (held === undefined || !canKeepMediaOf(actor, held.organisationId)) return refused('not-found')
    await updateDescription(tx, mediaId, to, at)
    await audit(tx, actor.personId, 'media.described', mediaId, at, { title: to.title })
    return done(null)
  })
}

/** Removes an item and its files. Refused while a page names it, with the places; a lecture that is not published goes too. */
export async function removeMedia(
  db: Db,
  actor: Actor,
  storage: MediaStorage,
  { mediaId, at }: { mediaId: MediaId; at: Date },
): Promise<{ ok: true } | { ok: false; refusal: 'not-found' } | { ok: false; refusal: 'used'; uses: MediaUse[] }> {
  const item = await findMedia(db, mediaScope(actor), mediaId)
  if (item === undefined) return { ok: false, refusal: 'not-found' }
  const removed = await db.transaction().execute(async (tx) => {
    await holdMedia(tx, mediaId)
    if ((await countUses(tx, mediaId)) > 0) return false
    await deleteMedia(tx, mediaId)
    await audit(tx, actor.personId, 'media.removed', mediaId, at, { title: item.title, fileName: item.fileName })
    return true
  })
  if (!removed)
    return { ok: false, refusal: 'used', uses: (await findMedia(db, mediaScope(actor), mediaId))?.uses ?? [] }
  await storage.remove(mediaId)
  return { ok: true }
}

/** Asks for the renditions of a recording anew, after a failure or when the machine has learnt to make them. */
export function processAgain(
  db: Db,
  actor: Actor,
  item: Pick<MediaItem, 'mediaId' | 'organisationId'>,
  at: Date,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (!canKeepMediaOf(actor, item.organisationId)) return false
    if (!(await setProcessing(tx, item.mediaId, at))) return false
    await insertJob(tx, item.mediaId, at)
    return true
  })
}

/** The work of this worker is done; what it made counts only while the item still has the file that it was made of. */
export function endWork(db: Db, job: MediaJob, worker: string, made: Rendered, at: Date): Promise<boolean> {
  return db.transaction().execute((tx) => finishJob(tx, job, worker, made, at))
}

export function failWork(db: Db, job: MediaJob, worker: string, fault: MediaFault, at: Date): Promise<void> {
  return db.transaction().execute((tx) => failJob(tx, job, worker, fault, at))
}

function audit(
  tx: Tx,
  actorId: Actor['personId'],
  action: string,
  mediaId: MediaId,
  at: Date,
  detail: Record<string, unknown>,
): Promise<void> {
  return recordAudit(tx, { actorId, action, subjectKind: 'media', subjectId: mediaId, detail, at })
}
