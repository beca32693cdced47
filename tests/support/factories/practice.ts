import type { ExampleLevel } from '~/domains/practice'
import { createText } from '~/domains/writing/index.server'
import type { TextId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { unique } from './unique'

export interface MadeExample {
  exampleId: string
  slug: string
  title: string
  textId: TextId
}

/** An example as the content import would leave it. */
export async function makeExample(
  db: Db,
  wish: {
    title?: string
    summary?: string
    text?: string
    level?: ExampleLevel
    country?: string
    themes?: readonly string[]
    audiences?: readonly string[]
    schoolForms?: readonly string[]
    competences?: readonly string[]
    readingMinutes?: number
    publishedAt?: Date
    retiredAt?: Date
  } = {},
): Promise<MadeExample> {
  const slug = unique('exempel')
  const title = wish.title ?? `Exempel ${slug}`
  const text = wish.text ?? 'Ett stycke om hur de gjorde.'
  const summary = wish.summary ?? 'Kort om exemplet.'
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
  }
  const at = wish.publishedAt ?? new Date('2025-01-10T09:00:00Z')
  const fields = { title, summary }
  const textId = await db
    .transaction()
    .execute((tx) => createText(tx, { body, fields, subjectKind: 'example', kind: 'published', by: null, at }))
  const row = await db
    .insertInto('example')
    .values({
      slug,
      title,
      text_id: textId,
      summary,
      organisation_name: 'Norrvik vuxenutbildning',
      level: wish.level ?? 'lokal',
      country: wish.country ?? 'SE',
      place: 'Norrvik',
      year_text: '2023',
      reading_minutes: wish.readingMinutes ?? 4,
      licence: 'CC BY 4.0',
      source_licence: 'inte angiven',
      language: 'sv',
      sources: JSON.stringify([{ title: 'Källa', publisher: 'Utgivare', url: 'https://example.org/', year: 2023 }]),
      body: JSON.stringify(body),
      search_text: text,
      content_hash: slug,
      published_at: at,
      retired_at: wish.retiredAt ?? null,
    })
    .returning('example_id')
    .executeTakeFirstOrThrow()
  const tags = [
    ...(wish.themes ?? []).map((value) => ({ facet: 'theme' as const, value })),
    ...(wish.audiences ?? []).map((value) => ({ facet: 'audience' as const, value })),
    ...(wish.schoolForms ?? []).map((value) => ({ facet: 'school_form' as const, value })),
    ...(wish.competences ?? []).map((value) => ({ facet: 'competence' as const, value })),
  ].map((tag) => ({ example_id: row.example_id, ...tag }))
  if (tags.length > 0) await db.insertInto('example_tag').values(tags).execute()
  return { exampleId: row.example_id, slug, title, textId }
}
