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
