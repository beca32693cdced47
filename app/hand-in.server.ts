import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { data, redirect } from '@remix-run/node'
import { now } from './clock.server'
import { db } from './db.server'
import { FORM_FILE_BYTES, sizeText } from './domains/catalogue'
import { examineUpload, findLesson } from './domains/catalogue/index.server'
import type { Actor } from './domains/identity'
import { deleteFile, listLooseFiles } from './domains/learning/index.server'
import { translator } from './i18n/translator.server'
import { attachFile, handIn, removeFile } from './journeys/do-assignment.server'
import { type LessonAddress, saveDraft } from './journeys/work-on-lesson.server'
import { incomingFolder, mediaStorage } from './media-storage.server'
import { languageOf } from './server/language.server'
import { redirectWithToast } from './shared/http.server'
import { isUuid } from './shared/ids'
import { paths } from './shared/paths'
import { receiveForm } from './shared/upload.server'

type FileRefusal =
  | 'missing'
  | 'too-large'
  | 'too-many'
  | 'not-allowed'
  | 'mismatch'
  | 'svg'
  | 'approved'
  | 'no-such-lesson'
  | 'not-enrolled'
  | 'not-open'

/** Whether a request is the form of a work with its files. */
export function isWorkForm(request: Request): boolean {
  return (request.headers.get('content-type') ?? '').startsWith('multipart/form-data')
}

async function receive(request: Request, file: string) {
  await mkdir(incomingFolder(), { recursive: true })
  const sink = createWriteStream(file)
  const received = await receiveForm(request, 'file', FORM_FILE_BYTES, async (piece) => {
    if (!sink.write(piece)) await once(sink, 'drain')
  })
  await new Promise<void>((resolve, reject) => sink.once('error', reject).end(resolve))
  return received
}

/** Keeps a file that has come whole and adds it to the work; what is refused leaves nothing behind. */
async function takeFile(actor: Actor, at: LessonAddress, name: string, file: string): Promise<FileRefusal | undefined> {
  const taken = await examineUpload(name, file)
  if (!taken.ok) {
    return taken.refusal === 'svg' || taken.refusal === 'mismatch' ? taken.refusal : 'not-allowed'
  }
  const fileId = randomUUID()
  const { extension, contentType, bytes } = taken.value
  const key = `inlamningar/${fileId}/original.${extension}`
  await mediaStorage().keep(key, file, contentType)
  const attached = await attachFile(db(), actor, at, { fileId, name: taken.value.name, key, contentType, bytes })
  if (attached.ok) return undefined
  await mediaStorage().remove(`inlamningar/${fileId}`)
  return attached.refusal
}

/**
 * Answers the form of a work: its text is saved and its file taken whichever button was pressed, and then it is handed
 * in, or a file is taken away, or it is only kept.
 */
export async function answerWorkForm(request: Request, actor: Actor, at: LessonAddress) {
  const language = languageOf(request)
  const t = translator(language)('assignments')
  const here = `${paths.lesson(at.courseSlug, at.lessonSlug)}#arbete`
  const refuse = (message: string) => data({ message, left: [], faults: {} }, { status: 400 })
  const file = path.join(incomingFolder(), randomUUID())
  try {
    const { fields, name, size, isTooLarge } = await receive(request, file)
    const intent = String(fields.get('intent') ?? '')
    const text = fields.get('text')
    if (typeof text === 'string') {
      const saved = await saveDraft(db(), actor, at, { kind: 'text', text })
      if (!saved.ok && saved.refusal !== 'unknown-question' && saved.refusal !== 'already-submitted') {
        return refuse(t(`refusal.${saved.refusal}`))
      }
    }
    const hasFile = size > 0
    const fault = isTooLarge ? 'too-large' : hasFile ? await takeFile(actor, at, name, file) : undefined
    if (fault !== undefined) return refuse(t(`files.fault.${fault}`, { size: sizeText(FORM_FILE_BYTES, language) }))
    if (intent === 'hand-in') return await answerHandIn(typeof text === 'string' ? text : '')
    if (intent === 'upload' && !hasFile) return refuse(t('files.fault.missing'))
    const removed = intent.startsWith('remove-') ? intent.slice('remove-'.length) : undefined
    if (removed !== undefined && isUuid(removed)) await removeFile(db(), actor, at, removed)
    return redirectWithToast(here, 'saved')
  } finally {
    await rm(file, { force: true })
  }

  async function answerHandIn(text: string) {
    const handed = await handIn(db(), actor, at, { text })
    if (!handed.ok) {
      const min = (await findLesson(db(), at.courseSlug, at.lessonSlug))?.assignment?.minWords ?? 0
      return refuse(t(`refusal.${handed.refusal}`, { min }))
    }
    const { created, finish } = handed.value
    const to = `${paths.lesson(at.courseSlug, at.lessonSlug)}#steg`
    if (!created) return redirect(to)
    if (finish.ok && finish.value.created) {
      return redirectWithToast(to, finish.value.courseFinished ? 'courseFinished' : 'lessonFinished')
    }
    return redirectWithToast(to, 'handedIn')
  }
}

const A_DAY = 86_400_000
const SWEPT = 200

/** Removes files that nothing holds any more, some at a time; how many went. */
export async function sweepSubmissionFiles(): Promise<number> {
  const loose = await listLooseFiles(db(), new Date(now().getTime() - A_DAY), SWEPT)
  for (const { fileId, key } of loose) {
    await mediaStorage().remove(key.split('/').slice(0, 2).join('/'))
    await deleteFile(db(), fileId)
  }
  return loose.length
}
