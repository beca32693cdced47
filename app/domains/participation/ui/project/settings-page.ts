import type { WrittenPartner, WrittenRules } from '../../project/settings'
import type { ShownPartner, ShownProject } from './project-page'

export interface ProjectSettingsPage {
  project: ShownProject
  rules: WrittenRules
  partners: ShownPartner[]
  candidates: { slug: string; name: string }[]
  /** What was tried of `?dag=`, as a sentence; null when nothing was. */
  tried: { day: string; text: string } | null
  changes: {
    auditEventId: number
    action: string
    actor: string | null
    happenedAt: string
    partner: string | null
    lines: { field: string; before: string; after: string }[]
  }[]
}

/** A form that did not go through: faults as sentences by field, and what was typed. */
export interface SettingsAnswer {
  intent: 'rules' | 'partner'
  errors: Record<string, string>
  values: Record<string, string>
}

export type PartnerValues = WrittenPartner & { organisation: string }
