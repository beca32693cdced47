import type { ColumnType, Generated } from 'kysely'
import type { Json, Timestamp } from './identity'

export interface TextTable {
  text_id: Generated<string>
  subject_kind: string
  body: Json<unknown>
  /** Short texts beside the body, such as its title, by name. */
  fields: Json<Record<string, string>>
  /** Grows with every save. */
  seq: Generated<number>
  saved_at: Timestamp
  saved_by: string | null
  /** The open page that saved last; its unbroken run of saves began after `writer_from`. */
  writer_key: ColumnType<string | null, string | null | undefined, string | null>
  writer_from: Generated<number>
  writer_turn: Generated<number>
}
export interface TextVersionTable {
  text_id: string
  number: number
  kind: 'auto' | 'named' | 'published'
  name: ColumnType<string | null, string | null | undefined, string | null>
  body: Json<unknown>
  fields: Json<Record<string, string>>
  author_id: string | null
  began_at: Timestamp
  saved_at: Timestamp
  from_seq: number
  to_seq: number
  kept_at: ColumnType<Date | null, Date | null | undefined, Date>
  kept_by: ColumnType<string | null, string | null | undefined, string | null>
  restored_from: ColumnType<number | null, number | null | undefined, number | null>
}
export interface WritingSchema {
  text: TextTable
  text_version: TextVersionTable
}
