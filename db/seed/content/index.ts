export { importContent, type ImportReport } from './import-content'
export { type Problem, problemLine } from './problems'
export { readContent } from './read-content'
