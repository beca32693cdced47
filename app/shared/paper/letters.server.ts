import { createRequire } from 'node:module'
import type PDFDocument from 'pdfkit'
import { hasStandardLetters, printable } from './printable'

export type Weight = 'plain' | 'bold'

const standard: Record<Weight, string> = { plain: 'Helvetica', bold: 'Helvetica-Bold' }
const whole: Record<Weight, string> = { plain: 'SourceSans3-Regular', bold: 'SourceSans3-Semibold' }
const { resolve } = createRequire(import.meta.url)

/** Names the fonts with every Latin, Greek and Cyrillic letter to a document; a file is read when a text needs it. */
export function nameFonts(doc: InstanceType<typeof PDFDocument>): void {
  for (const name of Object.values(whole)) doc.registerFont(name, resolve(`source-sans/TTF/${name}.ttf`))
}

/**
 * Chooses the font that a text is set in and answers the text as it is printed. The standard fonts cost nothing in a
 * file; a text with letters that they lack is set in Source Sans 3, which is embedded with the letters in use.
 */
export function choose(
  doc: InstanceType<typeof PDFDocument>,
  text: string,
  size: number,
  weight: Weight = 'plain',
): string {
  const words = printable(text)
  doc.font((hasStandardLetters(words) ? standard : whole)[weight]).fontSize(size)
  return words
}

/** Puts every font on the baseline of the standard ones at a size, so that the texts of a row stand in line. */
export const onBaseline = (size: number) => ({ baseline: -0.718 * size })
