export {
  listStoredOrganisations,
  type MunicipalityImport,
  type OrganisationImport,
  retireOrganisations,
  upsertMunicipalities,
  upsertOrganisation,
} from './store/import.server'
export { findOrganisationId } from './store/organisation.server'
export {
  type EmploymentFacts,
  insertEmployments,
  listEmploymentsById,
  removeEmployments,
  updateEmployments,
} from './store/employment.server'
export { formerStaffSql } from './store/former.server'
export { ownEmployments } from './store/own.server'
export { eraseEmployments } from './store/erase.server'
export { moveEmployments } from './store/merge.server'
