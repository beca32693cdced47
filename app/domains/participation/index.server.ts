export { creditTime } from './commands.server'
export { findProjectFacts, type ProjectFacts } from './store/project.server'
export { openVault, readOrMakeKey, type Vault } from './vault.server'
export { listStoredProjects, type ProjectImport, upsertProject } from './store/import.server'
