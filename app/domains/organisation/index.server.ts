export {
  listStoredOrganisations,
  type MunicipalityImport,
  type OrganisationImport,
  retireOrganisations,
  upsertMunicipalities,
  upsertOrganisation,
} from './store/import.server'
