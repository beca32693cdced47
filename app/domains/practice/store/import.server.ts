import { createText, replacePublished } from '~/domains/writing/index.server'
import type { RichDocument } from '~/shared/editor/document'
import type { TextId } from '~/shared/ids'
import type { Db, Tx } from '~db/schema'

export interface ExampleImport {
  slug: string
  title: string
  summary: string
  organisationName: string
  level: 'lokal' | 'regional' | 'nationell' | 'nordisk' | 'internationell'
  country: string
  place: string
  yearText: string
  themes: string[]
  audiences: string[]
  schoolForms: string[]
  competenceCodes: string[]
  readingMinutes: number
  contactRole: string | null
  resources: string | null
  licence: string
  sourceLicence: string
  language: string
  sources: { title: string; publisher: string; url: string; year?: number | undefined }[]
  body: RichDocument
  searchText: string
  contentHash: string
}

export async function listStoredExamples(
  db: Db,
): Promise<{ slug: string; contentHash: string; edited: boolean; retired: boolean }[]> {
  return await db
    .selectFrom('example')
    .select((eb) => [
      'slug',
      'content_hash as contentHash',
      eb('edited_at', 'is not', null).$castTo<boolean>().as('edited'),
      eb('retired_at', 'is not', null).$castTo<boolean>().as('retired'),
    ])
    .execute()
}

/** Writes an example from its file, and the same into its text; the day of publication stays when it is already there. */
export async function upsertExample(tx: Tx, example: ExampleImport, now: Date): Promise<void> {
  const changes = {
    title: example.title,
    summary: example.summary,
    organisation_name: example.organisationName,
    level: example.level,
    country: example.country,
    place: example.place,
    year_text: example.yearText,
    reading_minutes: example.readingMinutes,
    contact_role: example.contactRole,
    resources: example.resources,
    licence: example.licence,
    source_licence: example.sourceLicence,
    language: example.language,
    sources: JSON.stringify(example.sources),
    body: JSON.stringify(example.body),
    search_text: example.searchText,
    content_hash: example.contentHash,
    retired_at: null,
  }
  const textId = await putText(tx, example, now)
  const { example_id } = await tx
    .insertInto('example')
    .values({ ...changes, slug: example.slug, text_id: textId, published_at: now })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(changes))
    .returning('example_id')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('example_tag').where('example_id', '=', example_id).execute()
  const tags = [
    ...example.themes.map((value) => ({ facet: 'theme' as const, value })),
    ...example.audiences.map((value) => ({ facet: 'audience' as const, value })),
    ...example.schoolForms.map((value) => ({ facet: 'school_form' as const, value })),
    ...example.competenceCodes.map((value) => ({ facet: 'competence' as const, value })),
  ]
  await tx
    .insertInto('example_tag')
    .values(tags.map((tag) => ({ example_id, ...tag })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function putText(tx: Tx, example: ExampleImport, at: Date): Promise<TextId> {
  const written = { body: example.body, fields: { title: example.title, summary: example.summary }, by: null, at }
  const stored = await tx.selectFrom('example').where('slug', '=', example.slug).select('text_id').executeTakeFirst()
  if (stored === undefined) return await createText(tx, { ...written, subjectKind: 'example', kind: 'published' })
  const textId = stored.text_id as TextId
  await replacePublished(tx, textId, written)
  return textId
}

export async function retireExamples(tx: Tx, slugs: string[], now: Date): Promise<void> {
  if (slugs.length === 0) return
  await tx.updateTable('example').set({ retired_at: now }).where('slug', 'in', slugs).execute()
}
