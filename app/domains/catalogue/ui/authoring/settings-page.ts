import type { Language } from '~/shared/language'
import type { DraftHead } from '../../authoring/desk'
import type { SettingsFields } from '../../authoring/settings-form'
import type { ShownText } from './text-field'

export interface SettingsPage {
  head: DraftHead
  language: Language
  minutes: number
  fields: SettingsFields
  description: ShownText
  competences: { value: string; label: string }[]
  pictures: { value: string; label: string }[]
  coverAddress: string | null
  /** Other published courses, which may be asked for. */
  courses: { value: string; label: string }[]
  organisations: { value: string; label: string }[]
  editors: { personId: string; name: string | null }[]
}
