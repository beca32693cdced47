import { extensionsWith } from './extensions'

/** The same texts as stored, with what a writer needs. */
export const writingExtensions = extensionsWith({ undoRedo: {} })
