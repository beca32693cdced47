import type { ColumnType, Generated } from 'kysely'
import type { Json, Timestamp } from './identity'

/** A text in both languages of the interface. */
export interface Bilingual {
  sv: string
  en: string
}
export interface FrameworkTable {
  framework_id: Generated<string>
  slug: string
  name: Json<Bilingual>
  description: Json<Bilingual>
  version: string
  licence: string
  source_url: string | null
  content_hash: string
}
export interface FrameworkLevelTable {
  framework_id: string
  level: string
  position: number
  name: Json<Bilingual>
  description: Json<Bilingual>
}
export interface CompetenceAreaTable {
  competence_area_id: Generated<string>
  framework_id: string
  code: string
  position: number
  name: Json<Bilingual>
  description: Json<Bilingual>
}
export interface CompetenceTable {
  competence_id: Generated<string>
  competence_area_id: string
  framework_id: string
  code: string
  position: number
  name: Json<Bilingual>
  description: Json<Bilingual>
  /** Keys "1"–"4". */
  level_texts: Json<Record<string, Bilingual>>
  retired_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}
export interface CompetenceMappingTable {
  competence_id: string
  target_id: string
}
export interface EvidenceTable {
  evidence_id: Generated<string>
  person_id: string
  competence_id: string
  completion_id: string
  kind: Generated<'kursintyg'>
  level: number
  weight: number
  framework_version: string
  granted_at: Timestamp
}
export interface SelfAssessmentTable {
  self_assessment_id: Generated<string>
  person_id: string
  competence_id: string
  level: number
  assessed_at: Timestamp
}
export interface ProfileSharingTable {
  person_id: string
  shared_with_manager: boolean
  changed_at: Timestamp
}
export interface CompetenceSchema {
  framework: FrameworkTable
  framework_level: FrameworkLevelTable
  competence_area: CompetenceAreaTable
  competence: CompetenceTable
  competence_mapping: CompetenceMappingTable
  evidence: EvidenceTable
  self_assessment: SelfAssessmentTable
  profile_sharing: ProfileSharingTable
}
