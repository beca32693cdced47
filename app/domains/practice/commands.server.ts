import { type Actor, canEditContent } from '~/domains/identity'
import { recordAudit } from '~/domains/identity/index.server'
import { plainText } from '~/shared/editor/plain-text'
import { checkDocument } from '~/shared/editor/schema.server'
import { type Outcome, done, refused } from '~/shared/outcome'
import type { Db } from '~db/schema'
import { findExampleEdit, updateExampleText } from './store/library.server'

export type EditRefusal = 'not-allowed' | 'not-found' | 'edited-meanwhile' | 'body-refused' | 'body-empty'

/**
 * Saves an editor's title, summary and body, with an audit event, in one transaction. `readEditedAt` is the example's
 * `editedAt` when the editor opened it: when somebody has saved since, nothing is written and the answer is
 * `edited-meanwhile`. The body is checked against the schema of stored texts.
 */
export async function editExample(
  db: Db,
  actor: Actor,
  edit: { slug: string; title: string; summary: string; body: unknown; readEditedAt: Date | null; now: Date },
): Promise<Outcome<{ exampleId: string }, EditRefusal>> {
  if (!canEditContent(actor)) return refused('not-allowed')
  const body = checkDocument(edit.body)
  if (!body.ok) return refused('body-refused')
  const searchText = plainText(body.value)
  if (searchText === '') return refused('body-empty')
  return await db.transaction().execute(async (tx) => {
    const saved = await updateExampleText(tx, {
      slug: edit.slug,
      title: edit.title,
      summary: edit.summary,
      body: body.value,
      searchText,
      readEditedAt: edit.readEditedAt,
      editedBy: actor.personId,
      editedAt: edit.now,
    })
    if (saved === undefined) {
      return (await findExampleEdit(tx, edit.slug)) === undefined ? refused('not-found') : refused('edited-meanwhile')
    }
    await recordAudit(tx, {
      actorId: actor.personId,
      action: 'example.edited',
      subjectKind: 'example',
      subjectId: saved.exampleId,
      detail: { slug: edit.slug, title: edit.title },
      at: edit.now,
    })
    return done(saved)
  })
}
