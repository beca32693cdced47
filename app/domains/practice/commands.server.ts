import { type Actor, canEditContent } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { recordPublished, type SaveOutcome, saveTextWithin } from '~/domains/writing/index.server'
import { plainText } from '~/shared/editor/plain-text'
import { checkDocument } from '~/shared/editor/schema.server'
import { done, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { findExampleText, updateExampleText } from './store/library.server'

export type EditOutcome =
  | { ok: true; value: { exampleId: string } }
  | { ok: false; refusal: 'not-allowed' | 'not-found' | 'body-empty' }
  | Extract<SaveOutcome, { refusal: 'body-refused' | 'conflict' }>

/**
 * Saves an editor's title, summary and body and gives them to readers, with a kept version and an audit event, in one
 * transaction. When somebody else has saved the text since `baseSeq`, nothing is written and the answer holds theirs.
 */
export async function editExample(
  db: Db,
  actor: Actor,
  edit: { slug: string; title: string; summary: string; body: unknown; baseSeq: number; now: Date },
): Promise<EditOutcome> {
  if (!canEditContent(actor)) return refused('not-allowed')
  const { slug, title, summary, baseSeq, now } = edit
  const checked = checkDocument(edit.body)
  if (!checked.ok) return { ...refused('body-refused'), message: checked.message }
  const body = checked.value
  const searchText = plainText(body)
  if (searchText === '') return refused('body-empty')
  return await db.transaction().execute(async (tx): Promise<EditOutcome> => {
    const example = await findExampleText(tx, { slug })
    if (example === undefined) return refused('not-found')
    const save = {
      textId: example.textId,
      body,
      fields: { title, summary },
      baseSeq,
      authorId: actor.personId,
      at: now,
    }
    const saved = await saveTextWithin(tx, save)
    if (!saved.ok) return saved.refusal === 'no-such-text' ? refused('not-found') : saved
    await recordPublished(tx, example.textId, { by: actor.personId, at: now })
    const text = { slug, title, summary, body, searchText, editedBy: actor.personId, editedAt: now }
    const written = await updateExampleText(tx, text)
    if (written === undefined) return refused('not-found')
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'example.edited',
      subjectKind: 'example',
      subjectId: written.exampleId,
      detail: { slug, title },
      at: now,
    })
    return done(written)
  })
}
