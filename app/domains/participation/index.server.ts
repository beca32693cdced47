export { listStoredProjects, type ProjectImport, upsertProject } from './store/import.server'
