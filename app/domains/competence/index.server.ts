export {
  type FrameworkImport,
  listCompetenceCodes,
  listStoredFrameworks,
  replaceMappings,
  upsertFramework,
} from './store/import.server'
export { grantEvidence } from './commands.server'
