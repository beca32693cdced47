import { sql } from 'kysely'
import type { MediaId, OrganisationId, PersonId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'
import type { MediaFault, MediaKind } from '../../media/model'

export interface Upload {
  uploadId: string
  mediaId: MediaId
  organisationId: OrganisationId
  kind: MediaKind
  fileName: string
  bytes: number
  startedBy: PersonId
  /** The file that the item has already, when this one is to take its place. */
  fileKey: string | null
}

/** What one person and one organisation fill, files on their way included; one caller at a time until its transaction ends. */
export async function holdUsedBytes(
  tx: Tx,
  of: { personId: PersonId; organisationId: OrganisationId },
): Promise<{ person: number; organisation: number }> {
  await sql`select pg_advisory_xact_lock(hashtext('media-quota'))`.execute(tx)
  const { rows } = await sql<{ person: number; organisation: number }>`
    select coalesce(sum(bytes) filter (where person_id = ${of.personId}), 0)::bigint as person,
      coalesce(sum(bytes) filter (where organisation_id = ${of.organisationId}), 0)::bigint as organisation
    from (
      select bytes, uploaded_by as person_id, organisation_id from media_item
      union all
      select u.bytes, u.started_by, i.organisation_id from media_upload u join media_item i using (media_id)
      where i.file_key is not null
    ) filled`.execute(tx)
  return rows[0] ?? { person: 0, organisation: 0 }
}

/** False when another file is on its way to the same item. */
export async function insertUpload(
  tx: Tx,
  upload: {
    uploadId: string
    mediaId: MediaId
    fileName: string
    bytes: number
    fileChangedAt: Date | null
    startedBy: PersonId
    at: Date
    expiresAt: Date
  },
): Promise<boolean> {
  const row = await tx
    .insertInto('media_upload')
    .values({
      upload_id: upload.uploadId,
      media_id: upload.mediaId,
      file_name: upload.fileName,
      bytes: upload.bytes,
      file_changed_at: upload.fileChangedAt,
      started_by: upload.startedBy,
      started_at: upload.at,
      expires_at: upload.expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('upload_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function findUpload(db: Db, uploadId: string): Promise<Upload | undefined> {
  const row = await db
    .selectFrom('media_upload')
    .innerJoin('media_item', 'media_item.media_id', 'media_upload.media_id')
    .where('upload_id', '=', uploadId)
    .select([
      'upload_id as uploadId',
      'media_item.media_id as mediaId',
      'organisation_id as organisationId',
      'kind',
      'media_upload.file_name as fileName',
      'media_upload.bytes',
      'started_by as startedBy',
      'file_key as fileKey',
    ])
    .executeTakeFirst()
  return (
    row && {
      ...row,
      mediaId: row.mediaId as MediaId,
      organisationId: row.organisationId as OrganisationId,
      startedBy: row.startedBy as PersonId,
    }
  )
}

export async function setReceived(db: Db, uploadId: string, received: number): Promise<void> {
  await db.updateTable('media_upload').set({ received }).where('upload_id', '=', uploadId).execute()
}

/** The organisation to whose library a person brought something last. */
export async function findLastLibrary(db: Db, personId: PersonId): Promise<OrganisationId | undefined> {
  const row = await db
    .selectFrom('media_item')
    .where('uploaded_by', '=', personId)
    .select('organisation_id')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.organisation_id as OrganisationId | undefined
}

export interface OpenUpload {
  uploadId: string
  mediaId: MediaId
  fileName: string
  bytes: number
  received: number
  fileChangedAt: Date | null
  expiresAt: Date
  replaces: boolean
}

/** Files that a person has begun to upload, latest first. */
export async function listOpenUploads(db: Db, personId: PersonId): Promise<OpenUpload[]> {
  const rows = await db
    .selectFrom('media_upload')
    .innerJoin('media_item', 'media_item.media_id', 'media_upload.media_id')
    .where('started_by', '=', personId)
    .select([
      'upload_id as uploadId',
      'media_item.media_id as mediaId',
      'media_upload.file_name as fileName',
      'media_upload.bytes',
      'received',
      'file_changed_at as fileChangedAt',
      'expires_at as expiresAt',
      sql<boolean>`media_item.file_key is not null`.as('replaces'),
    ])
    .orderBy('started_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({ ...row, mediaId: row.mediaId as MediaId }))
}

/** Ends an upload; an item that never had a file goes with it. */
export async function deleteUpload(tx: Tx, upload: Pick<Upload, 'uploadId' | 'mediaId'>): Promise<void> {
  await tx.deleteFrom('media_upload').where('upload_id', '=', upload.uploadId).execute()
  await tx
    .deleteFrom('media_item')
    .where('media_id', '=', upload.mediaId)
    .where('file_key', 'is', null)
    .where('state', '=', 'laddas-upp')
    .execute()
}

/** Every upload whose last day has come, and those that are whole but were not taken care of. */
export async function listUploadsToSettle(
  db: Db,
  at: Date,
): Promise<{ uploadId: string; mediaId: MediaId; expired: boolean }[]> {
  const rows = await db
    .selectFrom('media_upload')
    .select(['upload_id as uploadId', 'media_id as mediaId', 'expires_at as expiresAt'])
    .execute()
  return rows.map(({ uploadId, mediaId, expiresAt }) => ({
    uploadId,
    mediaId: mediaId as MediaId,
    expired: expiresAt < at,
  }))
}

/** The item has the file of this upload from now on. */
export async function takeFile(
  tx: Tx,
  upload: Upload,
  file: {
    key: string
    contentType: string
    bytes: number
    durationSeconds: number | null
    width: number | null
    height: number | null
    isProcessed: boolean
    at: Date
  },
): Promise<void> {
  await tx.deleteFrom('media_upload').where('upload_id', '=', upload.uploadId).execute()
  await tx
    .updateTable('media_item')
    .set({
      state: file.isProcessed ? 'behandlas' : 'klar',
      fault: null,
      file_name: upload.fileName,
      file_key: file.key,
      at_mux: false,
      content_type: file.contentType,
      bytes: file.bytes,
      duration_seconds: file.durationSeconds,
      width: file.width,
      height: file.height,
      poster_key: null,
      stream_key: null,
      uploaded_by: upload.startedBy,
      changed_at: file.at,
    })
    .where('media_id', '=', upload.mediaId)
    .execute()
}

/** A file could not be taken: a new item says why, one that has a file keeps it. */
export async function refuseFile(tx: Tx, upload: Upload, fault: MediaFault, at: Date): Promise<void> {
  await tx.deleteFrom('media_upload').where('upload_id', '=', upload.uploadId).execute()
  await tx
    .updateTable('media_item')
    .set({ state: 'fel', fault, bytes: 0, changed_at: at })
    .where('media_id', '=', upload.mediaId)
    .where('file_key', 'is', null)
    .execute()
}

/** What one person has uploaded is another's from now on, files on their way too. */
export async function moveUploads(tx: Tx, ids: { from: PersonId; to: PersonId }): Promise<void> {
  await tx.updateTable('media_item').set({ uploaded_by: ids.to }).where('uploaded_by', '=', ids.from).execute()
  await tx.updateTable('media_upload').set({ started_by: ids.to }).where('started_by', '=', ids.from).execute()
}

/** Whole files stay with their organisation without a name; files on their way go. */
export async function eraseUploads(tx: Tx, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const open = await tx
    .selectFrom('media_upload')
    .where('started_by', 'in', [...personIds])
    .select(['upload_id as uploadId', 'media_id as mediaId'])
    .execute()
  for (const upload of open) await deleteUpload(tx, { ...upload, mediaId: upload.mediaId as MediaId })
  await tx
    .updateTable('media_item')
    .set({ uploaded_by: null })
    .where('uploaded_by', 'in', [...personIds])
    .execute()
}
