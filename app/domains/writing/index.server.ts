export {
  createText,
  keepAside,
  type NameRefusal,
  nameVersion,
  recordPublished,
  replacePublished,
  type RestoreOutcome,
  restoreVersion,
} from './commands.server'
export { type SaveOutcome, saveText, saveTextWithin, type TextSave } from './save.server'
export { compareWritten } from './rules/compare'
export { ownWriting } from './store/own.server'
export { findText, findTheirs } from './store/text.server'
export { findPublishedVersion, findVersion, listVersions } from './store/version.server'
