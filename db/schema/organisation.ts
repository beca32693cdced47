import type { ColumnType, Generated } from 'kysely'
import type { IsoDay } from './identity'

export interface MunicipalityTable {
  municipality_code: string
  name: string
  county: string
  nuts3: string
}
export interface OrganisationTable {
  organisation_id: Generated<string>
  slug: string
  name: string
  kind: string
  orgnr: string | null
  westum_member: Generated<boolean>
  note: string | null
  content_hash: string | null
  retired_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}
export interface OrganisationMunicipalityTable {
  organisation_id: string
  municipality_code: string
}
export interface EmploymentTable {
  employment_id: Generated<string>
  person_id: string
  organisation_id: string
  municipality_code: string | null
  job: string
  school_form: string
  percent: Generated<number>
  starts_on: IsoDay
  ends_on: IsoDay | null
}
export interface OrganisationSchema {
  municipality: MunicipalityTable
  organisation: OrganisationTable
  organisation_municipality: OrganisationMunicipalityTable
  employment: EmploymentTable
}
