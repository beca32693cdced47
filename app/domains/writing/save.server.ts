import { checkDocument } from '~/shared/editor/schema.server'
import type { PersonId, TextId } from '~/shared/ids'
import { done, refused } from '~/shared/outcome'
import type { Db, Tx } from '~db/schema'
import type { Saved, TextFields, Theirs, Writer, Written } from './model'
import { meetingOf } from './rules/conflict'
import { foldsInto } from './rules/fold'
import { findTheirs, type HeldText, holdText, saysSo, updateText, updateWriterTurn } from './store/text.server'
import { findLatestVersion, foldVersion, insertVersion } from './store/version.server'

export interface TextSave {
  textId: TextId
  /** Checked against the schema of stored texts. */
  body: unknown
  /** Left out, the short texts stay as they are. */
  fields?: TextFields | undefined
  /** The save that the changes were made to. */
  baseSeq: number
  /** The open page; left out by a form without script. */
  writer?: Writer | undefined
  /** Keeps what stands as a version of its own, though the same person wrote it a moment ago. */
  apart?: boolean | undefined
  authorId: PersonId
  at: Date
}

export type SaveRefused =
  | { ok: false; refusal: 'no-such-text' }
  /** `message` is Swedish and says what to do. */
  | { ok: false; refusal: 'body-refused'; message: string }
  | { ok: false; refusal: 'conflict'; theirs: Theirs }
export type SaveOutcome = { ok: true; value: Saved } | SaveRefused

/**
 * Saves a text that somebody is writing. Bursts fold into one version. When another person or another page has saved
 * since `baseSeq`, nothing is written and the answer holds their text. A repeat, and a save overtaken by a later one of
 * the same page, are harmless.
 */
export function saveText(db: Db, save: TextSave): Promise<SaveOutcome> {
  return db.transaction().execute((tx) => saveTextWithin(tx, save))
}

/** As `saveText`, inside the caller's transaction. */
export async function saveTextWithin(tx: Tx, save: TextSave): Promise<SaveOutcome> {
  const checked = checkDocument(save.body)
  if (!checked.ok) return { ...refused('body-refused'), message: checked.message }
  const held = await holdText(tx, save.textId)
  if (held === undefined) return refused('no-such-text')
  const written = { body: checked.value, fields: save.fields ?? held.fields }
  const meeting = meetingOf(held, save)
  const { seq, savedAt } = held
  if (meeting === 'overtaken') return done({ seq, savedAt })
  if (await saysSo(tx, save.textId, written)) {
    const { writer } = save
    if (writer?.key === held.writerKey && writer.turn > held.writerTurn) {
      await updateWriterTurn(tx, save.textId, writer.turn)
    }
    return done({ seq, savedAt })
  }
  if (meeting === 'conflict') {
    const theirs = await findTheirs(tx, save.textId, save.authorId)
    return theirs === undefined ? refused('no-such-text') : { ...refused('conflict'), theirs }
  }
  return done((await writeText(tx, save.textId, held, { ...save, written })).saved)
}

/**
 * Writes a held text and puts the save into the history: into the open version when it belongs to its burst, otherwise
 * as a new one.
 */
export async function writeText(
  tx: Tx,
  textId: TextId,
  held: HeldText,
  save: {
    written: Written
    authorId: PersonId | null
    at: Date
    writer?: Writer | undefined
    apart?: boolean | undefined
    restoredFrom?: number
  },
): Promise<{ saved: Saved; number: number }> {
  const { written, authorId, at, writer } = save
  const seq = held.seq + 1
  const goesOn = writer !== undefined && writer.key === held.writerKey
  await updateText(tx, textId, {
    ...written,
    seq,
    savedAt: at,
    savedBy: authorId,
    writerKey: writer?.key ?? null,
    writerFrom: goesOn ? held.writerFrom : held.seq,
    writerTurn: writer?.turn ?? 0,
  })
  const latest = await findLatestVersion(tx, textId)
  if (latest !== undefined && foldsInto(latest, { authorId, at, apart: save.apart ?? false })) {
    await foldVersion(tx, textId, latest.number, { ...written, savedAt: at, toSeq: seq })
    return { saved: { seq, savedAt: at }, number: latest.number }
  }
  const number = (latest?.number ?? 0) + 1
  await insertVersion(tx, textId, {
    ...written,
    number,
    kind: 'auto',
    name: null,
    authorId,
    beganAt: at,
    savedAt: at,
    fromSeq: seq,
    toSeq: seq,
    keptAt: null,
    keptBy: null,
    restoredFrom: save.restoredFrom ?? null,
  })
  return { saved: { seq, savedAt: at }, number }
}
