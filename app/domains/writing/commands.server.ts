import { checkDocument } from '~/shared/editor/schema.server'
import type { PersonId, TextId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import type { Saved, SubjectKind, Written } from './model'
import { isVersionName } from './rules/version-name'
import { type SaveRefused, type TextSave, writeText } from './save.server'
import { findText, holdText, insertText, saysSo } from './store/text.server'
import {
  findLatestVersion,
  findPublishedVersion,
  findVersion,
  insertVersion,
  keepVersion,
} from './store/version.server'

/** Who did it and when; `by` is null for what comes with the portal. */
interface Act {
  by: PersonId | null
  at: Date
}

/** Makes a text with its first version, which is `published` when readers have it already. */
export async function createText(
  tx: Tx,
  text: Written & Act & { subjectKind: SubjectKind; kind?: 'auto' | 'published'; name?: string },
): Promise<TextId> {
  const textId = await insertText(tx, text)
  const isPublished = text.kind === 'published'
  await insertVersion(tx, textId, {
    body: text.body,
    fields: text.fields,
    number: 1,
    kind: text.kind ?? 'auto',
    name: isPublished ? (text.name ?? null) : null,
    authorId: text.by,
    beganAt: text.at,
    savedAt: text.at,
    fromSeq: 0,
    toSeq: 0,
    keptAt: isPublished ? text.at : null,
    keptBy: isPublished ? text.by : null,
    restoredFrom: null,
  })
  return textId
}

export type NameRefusal = 'name' | 'no-such-version' | 'already-kept'

/** Gives a version a name (1–120 characters) and keeps it for ever. One that was kept before keeps its name. */
export function nameVersion(
  db: Db,
  naming: Act & { textId: TextId; number: number; name: string },
): Promise<Outcome<null, NameRefusal>> {
  const { textId, number, by, at } = naming
  const name = naming.name.trim()
  return db.transaction().execute(async (tx): Promise<Outcome<null, NameRefusal>> => {
    if (!isVersionName(name)) return refused('name')
    await holdText(tx, textId)
    if (await keepVersion(tx, textId, number, { kind: 'named', name, by, at })) return done(null)
    return refused((await findVersion(tx, textId, number)) === undefined ? 'no-such-version' : 'already-kept')
  })
}

/**
 * Keeps the text as it stands as published, for ever, under the name of what it was published as, when that has one.
 * Done again for the same text, nothing more happens.
 */
export async function recordPublished(
  tx: Tx,
  textId: TextId,
  { by, at, name = null }: Act & { name?: string | null },
): Promise<void> {
  await holdText(tx, textId)
  const latest = await findLatestVersion(tx, textId)
  if (latest === undefined || latest.kind === 'published') return
  if (await keepVersion(tx, textId, latest.number, { kind: 'published', name, by, at })) return
  const named = await findVersion(tx, textId, latest.number)
  if (named === undefined) return
  const kept = { kind: 'published' as const, name, keptAt: at, keptBy: by, restoredFrom: null }
  await insertVersion(tx, textId, { ...named, ...kept, number: latest.number + 1 })
}

export type RestoreOutcome =
  | { ok: true; value: Saved }
  | { ok: false; refusal: 'no-such-text' | 'no-such-version' }
  | Extract<SaveRefused, { refusal: 'body-refused' }>

/** Brings an earlier version back as a new one; what stood before stays in the history. */
export async function restoreVersion(
  tx: Tx,
  restore: { textId: TextId; number: number; by: PersonId; at: Date },
): Promise<RestoreOutcome> {
  const { textId, number, by, at } = restore
  const held = await holdText(tx, textId)
  if (held === undefined) return refused('no-such-text')
  const version = await findVersion(tx, textId, number)
  if (version === undefined) return refused('no-such-version')
  const checked = checkDocument(version.body)
  if (!checked.ok) return { ...refused('body-refused'), message: checked.message }
  const written = { body: checked.value, fields: version.fields }
  if (await saysSo(tx, textId, written)) return done({ seq: held.seq, savedAt: held.savedAt })
  return done(
    (await writeText(tx, textId, held, { written, authorId: by, at, apart: true, restoredFrom: number })).saved,
  )
}

/** Keeps a text that met another as a named version, and lets the other stand as the text. */
export async function keepAside(
  tx: Tx,
  aside: Omit<TextSave, 'baseSeq' | 'writer' | 'apart'> & { name: string },
): Promise<{ ok: true; value: Saved } | { ok: false; refusal: 'no-such-text' | 'name' } | RestoreOutcome> {
  const { textId, authorId, at } = aside
  const name = aside.name.trim()
  if (!isVersionName(name)) return refused('name')
  const checked = checkDocument(aside.body)
  if (!checked.ok) return { ...refused('body-refused'), message: checked.message }
  const held = await holdText(tx, textId)
  const theirs = await findText(tx, textId)
  const latest = await findLatestVersion(tx, textId)
  if (held === undefined || theirs === undefined || latest === undefined) return refused('no-such-text')
  const mine = { body: checked.value, fields: aside.fields ?? held.fields }
  const put = await writeText(tx, textId, held, { written: mine, authorId, at, apart: true })
  await keepVersion(tx, textId, put.number, { kind: 'named', name, by: authorId, at })
  const back = { written: theirs, authorId, at, apart: true, restoredFrom: latest.number }
  return done((await writeText(tx, textId, { ...held, seq: put.saved.seq }, back)).saved)
}

/**
 * A new published text from the content files. A draft that somebody has begun is not lost: it stands as the text again
 * after the new published version.
 */
export async function replacePublished(tx: Tx, textId: TextId, text: Written & Act): Promise<void> {
  const held = await holdText(tx, textId)
  const draft = await findText(tx, textId)
  const published = await findPublishedVersion(tx, textId)
  if (held === undefined || draft === undefined) throw new Error('There is no such text')
  const hasDraft = published === undefined || !(await saysSo(tx, textId, published))
  const { body, fields, by, at } = text
  const written = { body, fields }
  const isSame = await saysSo(tx, textId, written)
  const { seq } = isSame ? held : (await writeText(tx, textId, held, { written, authorId: by, at, apart: true })).saved
  await recordPublished(tx, textId, { by, at })
  if (isSame || !hasDraft) return
  await writeText(tx, textId, { ...held, seq }, { written: draft, authorId: draft.savedBy, at, apart: true })
}
