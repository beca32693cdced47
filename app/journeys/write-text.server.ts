import { z } from 'zod'
import { canChangeDraft, canSeeDraft } from '~/domains/catalogue'
import { changeDraftText, findDraft, findTextPlace } from '~/domains/catalogue/index.server'
import { type Actor, canEditContent } from '~/domains/identity'
import { findExampleText } from '~/domains/practice/index.server'
import type { Difference, SubjectKind, Text, Theirs, Written } from '~/domains/writing'
import {
  compareWritten,
  findText,
  findTheirs,
  keepAside,
  nameVersion,
  restoreVersion,
  type SaveOutcome,
  saveTextWithin,
  type TextSave,
} from '~/domains/writing/index.server'
import type { RichDocument } from '~/shared/editor/document'
import { forReading } from '~/shared/editor/for-reading.server'
import { checkDocument } from '~/shared/editor/schema.server'
import { parsedBody } from '~/shared/editor/submitted.server'
import { isUuid, type TextId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import { paths } from '~/shared/paths'
import type { Db, Tx } from '~db/schema'

/** What a text belongs to, for whoever may write it. */
export interface TextSubject {
  title: string
  /** Where it is read and where it is written. */
  readAt: string
  editAt: string
}

export type OpenRefusal = 'not-found' | 'not-allowed'

interface OpenSubject extends TextSubject {
  /** The draft that the text is a part of: its lock is held while the text is changed. */
  draft?: string
}

const subjects: Record<
  SubjectKind,
  (db: Db, actor: Actor, textId: TextId) => Promise<Outcome<OpenSubject, OpenRefusal>>
> = {
  example: async (db, actor, textId) => {
    if (!canEditContent(actor)) return refused('not-allowed')
    const example = await findExampleText(db, { textId })
    if (example === undefined) return refused('not-found')
    const { title, slug } = example
    return done({ title, readAt: paths.example(slug), editAt: paths.editExample(slug) })
  },
  lesson: openDraftText,
  prompt: openDraftText,
}

async function openDraftText(db: Db, actor: Actor, textId: TextId): Promise<Outcome<OpenSubject, OpenRefusal>> {
  const place = await findTextPlace(db, textId)
  const draft = place && (await findDraft(db, place.slug))
  const lesson = draft?.lessons.find(({ lessonId }) => lessonId === place?.lessonId)
  if (place === undefined || draft === undefined || lesson === undefined || !canSeeDraft(actor, draft)) {
    return refused('not-found')
  }
  if (!canChangeDraft(actor, draft)) return refused('not-allowed')
  const { slug, lessonId, language } = place
  const query = language === draft.settings.language ? '' : `?sprak=${language}`
  const editAt = paths.draftLesson(slug, lessonId, query)
  return done({ title: lesson.title || draft.settings.title, readAt: paths.draft(slug), editAt, draft: slug })
}

export interface OpenText {
  text: Text
  subject: OpenSubject
}

/** A text with what it belongs to, when the actor may write it. Whoever may write it may read its history. */
export async function openText(db: Db, actor: Actor, textId: string): Promise<Outcome<OpenText, OpenRefusal>> {
  const text = isUuid(textId) ? await findText(db, textId as TextId) : undefined
  if (text === undefined) return refused('not-found')
  const subject = await subjects[text.subjectKind](db, actor, text.textId)
  return subject.ok ? done({ text, subject: subject.value }) : subject
}

/** Changes a text in one transaction, under the lock of the draft that it is a part of. */
async function within<T>(
  db: Db,
  actor: Actor,
  { text: { textId }, subject: { draft } }: OpenText,
  at: Date,
  write: (tx: Tx) => Promise<T>,
): Promise<T | { ok: false; refusal: 'not-allowed' }> {
  if (draft === undefined) return await db.transaction().execute(write)
  const outcome = await changeDraftText(db, actor, { slug: draft, textId, now: at }, write)
  return outcome.ok ? outcome.value : refused('not-allowed')
}

/** Saves what the writer of an open text sends while it is written. */
export function saveOpenText(
  db: Db,
  actor: Actor,
  open: OpenText,
  save: Omit<TextSave, 'textId' | 'authorId'>,
): Promise<SaveOutcome | { ok: false; refusal: 'not-allowed' }> {
  const { textId } = open.text
  return within(db, actor, open, save.at, (tx) => saveTextWithin(tx, { ...save, textId, authorId: actor.personId }))
}

const number = z.coerce.number().int().min(1).max(1_000_000_000)
const sentFields = z.record(
  z.string().max(40),
  z
    .string()
    .max(5000)
    .refine((text) => !text.includes('\u0000')),
)
const chosen = {
  body: z.string().max(1_000_000),
  fields: z.string().max(50_000).transform(parsedBody).pipe(sentFields),
  baseSeq: z.coerce.number().int().min(0).max(2_000_000_000),
}

/** What can be done beside writing: with a version, and with a text that met another. */
export const textChange = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('name'), number, name: z.string().max(1000) }),
  z.object({ intent: z.literal('restore'), number }),
  z.object({ intent: z.literal('mine'), ...chosen }),
  z.object({ intent: z.literal('aside'), ...chosen, name: z.string().max(1000) }),
])
export type TextChange = z.infer<typeof textChange>

export interface MetText {
  mine: Written
  theirs: Theirs
  /** Both bodies as they are to be read, with their formulas drawn. */
  shown: { mine: RichDocument; theirs: RichDocument }
  /** From theirs to mine. */
  differences: Difference[]
}

export type ChangeOutcome =
  | { ok: true }
  | { ok: false; refusal: 'no-such-text' | 'no-such-version' | 'already-kept' | 'not-allowed' }
  | { ok: false; refusal: 'name'; conflict?: MetText }
  | { ok: false; refusal: 'body-refused'; message: string }
  | { ok: false; refusal: 'conflict'; conflict: MetText }

/** Carries out a change of a text that the actor may write. A choice between two texts is asked again when a third has come. */
export async function changeText(
  db: Db,
  actor: Actor,
  open: OpenText,
  change: TextChange,
  at: Date,
): Promise<ChangeOutcome> {
  const by = actor.personId
  const { textId } = open.text
  switch (change.intent) {
    case 'name':
      return await nameVersion(db, { textId, number: change.number, name: change.name, by, at })
    case 'restore':
      return await within(db, actor, open, at, (tx) => restoreVersion(tx, { textId, number: change.number, by, at }))
    case 'mine':
    case 'aside': {
      const checked = checkDocument(parsedBody(change.body))
      if (!checked.ok) return { ...refused('body-refused'), message: checked.message }
      const mine = { body: checked.value, fields: change.fields }
      const save = { textId, ...mine, authorId: by, at }
      if (change.intent === 'mine') {
        const saved = await saveOpenText(db, actor, open, { ...save, baseSeq: change.baseSeq, apart: true })
        return !saved.ok && saved.refusal === 'conflict' ? met(mine, saved.theirs) : saved
      }
      const kept = await within(db, actor, open, at, (tx) => keepAside(tx, { ...save, name: change.name }))
      if (kept.ok || kept.refusal !== 'name') return kept
      const theirs = await findTheirs(db, textId, by)
      return { ...refused('name'), ...(theirs === undefined ? {} : { conflict: metText(mine, theirs) }) }
    }
  }
}

/** Two texts that met, with what separates them. */
export function metText(mine: Written, theirs: Theirs): MetText {
  const shown = { mine: forReading(mine.body), theirs: forReading(theirs.body) }
  return { mine, theirs, shown, differences: compareWritten(theirs, mine) }
}

const met = (mine: Written, theirs: Theirs) => ({ ...refused('conflict'), conflict: metText(mine, theirs) })
