import { createText, saveText, type TextSave } from '~/domains/writing/index.server'
import type { RichDocument } from '~/shared/editor/document'
import type { PersonId, TextId } from '~/shared/ids'
import type { Db } from '~db/schema'

/** A document of one paragraph a line. */
export function lines(...texts: string[]): RichDocument {
  return {
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  }
}

export const began = new Date('2025-03-24T13:00:00Z')
export const after = (minutes: number) => new Date(began.getTime() + minutes * 60_000)

/** A text that came with the portal, and a short way to save it. */
export async function makeText(db: Db, wish: { body?: RichDocument; kind?: 'auto' | 'published' } = {}) {
  const textId = await db.transaction().execute((tx) =>
    createText(tx, {
      subjectKind: 'example',
      body: wish.body ?? lines('Från början.'),
      fields: { title: 'Titel' },
      kind: wish.kind ?? 'published',
      by: null,
      at: began,
    }),
  )
  const save = (authorId: PersonId, text: string, baseSeq: number, more: Partial<TextSave> = {}) =>
    saveText(db, { textId, body: lines(text), baseSeq, authorId, at: after(1), ...more })
  return { textId, save }
}

export interface StoredVersion {
  number: number
  kind: string
  text: string
}

/** The versions of a text in order, with what they say. */
export async function storedVersions(db: Db, textId: TextId): Promise<StoredVersion[]> {
  const rows = await db
    .selectFrom('text_version')
    .where('text_id', '=', textId)
    .select(['number', 'kind', 'body'])
    .orderBy('number')
    .execute()
  return rows.map(({ number, kind, body }) => ({ number, kind, text: wordsOf(body as RichDocument) }))
}

export function wordsOf(body: RichDocument): string {
  return body.content
    .map((block) => (block.type === 'paragraph' ? (block.content ?? []) : []))
    .map((inlines) => inlines.map((inline) => (inline.type === 'text' ? inline.text : '')).join(''))
    .join('|')
}
