import { readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { BegunFile } from './domains/learning'
import { workFolder } from './media-storage.server'
import { isUuid, type PersonId } from './shared/ids'

/** A file of a work that has begun to come. Its name on the disk is the person and a number of its own. */
export interface WorkOnTheWay extends BegunFile {
  file: string
  personId: PersonId
  fileId: string
  courseSlug: string
  lessonSlug: string
  /** When it last moved, in milliseconds. */
  movedAt: number
}

const kept = z.object({
  size: z.number(),
  metadata: z.object({ filename: z.string(), course: z.string(), lesson: z.string(), changed: z.string().optional() }),
})

/** The parts of an upload's name; undefined when it is no name of ours. */
export function readUploadId(uploadId: string): { personId: PersonId; fileId: string } | undefined {
  const [personId = '', fileId = '', ...rest] = uploadId.split('.')
  return isUuid(personId) && isUuid(fileId) && rest.length === 0
    ? { personId: personId as PersonId, fileId }
    : undefined
}

async function readWork(uploadId: string): Promise<WorkOnTheWay | undefined> {
  const who = readUploadId(uploadId)
  const file = path.join(workFolder(), uploadId)
  try {
    if (who === undefined) return undefined
    const [about, { size, mtimeMs }] = await Promise.all([readFile(`${file}.json`, 'utf8'), stat(file)])
    const { size: bytes, metadata } = kept.parse(JSON.parse(about))
    const { filename, course, lesson, changed } = metadata
    const fileChangedAt = changed === undefined ? null : Number(changed)
    const place = { courseSlug: course, lessonSlug: lesson }
    return {
      uploadId,
      ...who,
      ...place,
      file,
      fileName: filename,
      bytes,
      received: size,
      fileChangedAt,
      movedAt: mtimeMs,
    }
  } catch {
    // Half written or just gone: it is nobody's until the sweep takes it.
    return undefined
  }
}

/** Every file on its way, or one person's. Reads the disk: some hundred small files at most. */
export async function listWorks(personId?: PersonId): Promise<WorkOnTheWay[]> {
  const names = await readdir(workFolder()).catch(() => [])
  const wanted = names.filter(
    (name) => !name.endsWith('.json') && (personId === undefined || name.startsWith(personId)),
  )
  const works = await Promise.all(wanted.map(readWork))
  return works.filter((work) => work !== undefined)
}

/** What a person has begun to send to a lesson, for the page of it. */
export async function begunFilesOf(
  personId: PersonId,
  at: { courseSlug: string; lessonSlug: string },
): Promise<BegunFile[]> {
  const works = await listWorks(personId)
  return works
    .filter(({ courseSlug, lessonSlug }) => courseSlug === at.courseSlug && lessonSlug === at.lessonSlug)
    .map(({ uploadId, fileName, bytes, received, fileChangedAt }) => ({
      uploadId,
      fileName,
      bytes,
      received,
      fileChangedAt,
    }))
}

export async function removeWork(uploadId: string): Promise<void> {
  const file = path.join(workFolder(), uploadId)
  await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })])
}

/** Gives up what one has begun to send; done again, or with another's, it does nothing. */
export async function giveUpWork(personId: PersonId, uploadId: string): Promise<void> {
  if (readUploadId(uploadId)?.personId === personId) await removeWork(uploadId)
}
