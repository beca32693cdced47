import type { ColumnType, Generated } from 'kysely'
import type { Json, Timestamp } from './identity'

export interface ExampleTable {
  example_id: Generated<string>
  slug: string
  text_id: string
  title: string
  summary: string
  organisation_name: string
  level: 'lokal' | 'regional' | 'nationell' | 'nordisk' | 'internationell'
  country: string
  place: string
  year_text: string
  reading_minutes: number
  contact_role: string | null
  resources: string | null
  licence: string
  source_licence: string
  language: string
  sources: Json<unknown>
  body: Json<unknown>
  search_text: string
  search: ColumnType<string, never, never>
  content_hash: string
  published_at: Timestamp
  edited_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  edited_by: ColumnType<string | null, string | null | undefined, string | null>
  retired_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}
export interface ExampleTagTable {
  example_id: string
  facet: 'theme' | 'audience' | 'school_form' | 'competence'
  value: string
}
export interface PracticeSchema {
  example: ExampleTable
  example_tag: ExampleTagTable
}
