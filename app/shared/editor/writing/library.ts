import { createContext, useContext } from 'react'
import type { AttributeValue, LibraryKind } from '../nodes/spec'

/** One thing of the library: what the block that shows it is to hold, in the block's own words. */
export interface LibraryItem {
  title: string
  /** What tells it from others: size, date, length. */
  detail?: string
  attributes: Record<string, AttributeValue>
}

/** Where a writer finds pictures, files and lectures. Without one, a block is given an address within the portal. */
export interface EditorLibrary {
  search: (kind: LibraryKind, query: string) => Promise<LibraryItem[]>
  /** Stores a file that is dropped, pasted or chosen; it rejects with a sentence for the writer. */
  upload?: (kind: LibraryKind, file: File) => Promise<LibraryItem>
  /** Whether a lecture has captions; undefined when it is not known. */
  captioned?: (slug: string) => boolean | undefined
}

const LibraryContext = createContext<EditorLibrary | undefined>(undefined)
export const LibraryProvider = LibraryContext.Provider

export function useLibrary(): EditorLibrary | undefined {
  return useContext(LibraryContext)
}
