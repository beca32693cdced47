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
  editors: { personId: string; name: string | null }[]
}
