export { type EditOutcome, editExample } from './commands.server'
export { type ExampleImport, listStoredExamples, retireExamples, upsertExample } from './store/import.server'
export { findExample, findExampleText, listExamples } from './store/library.server'
export { ownExamples } from './store/own.server'
