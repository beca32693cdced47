/** A fault in a Markdown text: line in that text (from 1) and Swedish sentences on what is wrong and what to do. */
export interface MarkdownFault {
  line: number
  message: string
  remedy: string
}

export interface MarkdownPicture {
  src: string
  width: number | null
  height: number | null
}

/** One reading of a text: where it is and what it has found. */
export interface Reading {
  faults: MarkdownFault[]
  line: number
  picture: (name: string) => MarkdownPicture | undefined
}

export function fault(reading: Reading, message: string, remedy: string): void {
  reading.faults.push({ line: reading.line, message, remedy })
}
