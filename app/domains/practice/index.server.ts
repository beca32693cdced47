export { type ExampleImport, listStoredExamples, retireExamples, upsertExample } from './store/import.server'
