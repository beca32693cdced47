import PDFDocument from 'pdfkit'
import type { Language } from '../language'
import { drawLockup, LOCKUP_HEIGHT } from './lockup.server'
import { choose, nameFonts, onBaseline, type Weight } from './letters.server'

const MARGIN = 44
const FOOT = LOCKUP_HEIGHT + 44
const ink = '#17262b'
const grey = '#5c6b71'
const sea = '#0b5563'
const hairline = '#dfddd6'

export interface PaperForm {
  title: string
  language: Language
  /** When the paper is made; nothing else in the file tells a time, so equal content gives equal bytes. */
  at: Date
  landscape?: boolean
  /** The words of the EU lock-up. */
  eu: string
  /** What stands beside the lock-up on every page: what the paper is, and of whom. */
  foot: string
  /** The page's number as words; the second is 0 for a paper that is sent as it is drawn. */
  page: (number: number, of: number) => string
}

export interface Column {
  heading: string
  /** Share of the width. */
  width: number
  right?: boolean
}

export interface Table {
  /** Cells in the order of the columns; `tall` gives room for a signature by hand. */
  row: (cells: readonly string[], look?: { bold?: boolean; tall?: boolean }) => void
}

/** A page of A4 on which text is set from top to bottom; what has no room goes to a new page. */
export interface Paper {
  heading: (text: string) => void
  lead: (text: string) => void
  section: (text: string) => void
  text: (text: string, look?: { small?: boolean; bold?: boolean }) => void
  /** Labels over values, some on a line. */
  facts: (items: readonly { label: string; value: string }[], onLine?: number) => void
  /** With `oneLine` a cell that is too long is cut, which makes long tables fast; otherwise it is wrapped. */
  table: (columns: readonly Column[], look?: { oneLine?: boolean; size?: number }) => Table
  /** Lines to sign on, each with its words underneath. */
  signatures: (labels: readonly string[]) => void
}

type Document = InstanceType<typeof PDFDocument>

function optionsOf(form: PaperForm, bufferPages: boolean): PDFKit.PDFDocumentOptions {
  return {
    size: 'A4',
    layout: form.landscape === true ? 'landscape' : 'portrait',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 },
    bufferPages,
    autoFirstPage: false,
    lang: form.language,
    displayTitle: true,
    info: { Title: form.title, CreationDate: form.at, ModDate: form.at },
  }
}

function foot(doc: Document, form: PaperForm, number: number, of: number): void {
  const { width, height } = doc.page
  const top = height - FOOT + 12
  doc
    .moveTo(MARGIN, top - 8)
    .lineTo(width - MARGIN, top - 8)
    .lineWidth(0.5)
    .stroke(hairline)
  drawLockup(doc, MARGIN, top, form.eu)
  const look = { width: width - 2 * MARGIN - 230, align: 'right', height: 20, ellipsis: true } as const
  doc.fillColor(grey)
  doc.text(choose(doc, form.foot, 7.5), MARGIN + 230, top + 4, look)
  doc.text(choose(doc, form.page(number, of), 7.5), MARGIN + 230, top + 26, { ...look, lineBreak: false })
}

function paperOn(doc: Document): Paper {
  const bottom = () => doc.page.height - FOOT - 4
  const width = () => doc.page.width - 2 * MARGIN
  const room = (height: number): boolean => {
    if (doc.y + height <= bottom()) return false
    doc.addPage()
    return true
  }
  const set = (text: string, weight: Weight, size: number, color: string, gap: number) => {
    const words = choose(doc, text, size, weight)
    room(doc.heightOfString(words, { width: width() }))
    choose(doc, text, size, weight)
    doc.fillColor(color).text(words, MARGIN, doc.y, { width: width() })
    doc.y += gap
  }
  return {
    heading: (text) => set(text, 'bold', 19, sea, 3),
    lead: (text) => set(text, 'plain', 10, grey, 8),
    section: (text) => {
      room(60)
      doc.y += 8
      set(text, 'bold', 11.5, ink, 4)
    },
    text: (text, look = {}) => set(text, look.bold === true ? 'bold' : 'plain', look.small === true ? 8 : 9.5, ink, 5),
    facts: (items, onLine = 4) => {
      for (let first = 0; first < items.length; first += onLine) {
        const line = items.slice(first, first + onLine)
        const each = width() / onLine
        const heights = line.map(({ value }) => doc.heightOfString(choose(doc, value, 9.5), { width: each - 10 }))
        const height = Math.max(...heights) + 17
        room(height)
        const top = doc.y
        for (const [index, { label, value }] of line.entries()) {
          const left = MARGIN + index * each
          doc.fillColor(grey).text(choose(doc, label, 7.5), left, top, { width: each - 10, lineBreak: false })
          const look = { width: each - 10, ...onBaseline(9.5) }
          doc.fillColor(ink).text(choose(doc, value, 9.5), left, top + 10, look)
        }
        doc.y = top + height
      }
      doc.y += 4
    },
    table: (columns, look = {}) => tableOn(doc, columns, look, { room, width }),
    signatures: (labels) => {
      room(58)
      const top = doc.y + 36
      const each = width() / labels.length
      for (const [index, label] of labels.entries()) {
        const left = MARGIN + index * each
        doc
          .moveTo(left, top)
          .lineTo(left + each - 16, top)
          .lineWidth(0.7)
          .stroke(ink)
        doc.fillColor(grey).text(choose(doc, label, 8), left, top + 4, { width: each - 16, lineBreak: false })
      }
      doc.y = top + 20
    },
  }
}

/** The text as far as it goes in the width; what is cut off ends in dots. */
function cut(doc: Document, text: string, width: number): string {
  if (doc.widthOfString(text) <= width) return text
  let kept = text.slice(0, Math.max(1, Math.floor((text.length * width) / doc.widthOfString(text))))
  while (kept.length > 1 && doc.widthOfString(`${kept}…`) > width) kept = kept.slice(0, -1)
  return `${kept}…`
}

function tableOn(
  doc: Document,
  columns: readonly Column[],
  { oneLine = false, size = 8.5 }: { oneLine?: boolean; size?: number },
  { room, width }: { room: (height: number) => boolean; width: () => number },
): Table {
  const shares = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => (column.width / shares) * width() - 6)
  const lefts = widths.map((_, index) => MARGIN + widths.slice(0, index).reduce((sum, one) => sum + one + 6, 0))
  const draw = (cells: readonly string[], weight: Weight, color: string, least: number, line: boolean) => {
    const texts = cells.map((cell, index) => {
      const words = choose(doc, cell, size, weight)
      return line ? cut(doc, words, widths[index] ?? 10) : words
    })
    const heightOf = (text: string, index: number) =>
      doc.heightOfString(choose(doc, text, size, weight), { width: widths[index] ?? 10 })
    const height = Math.max(least, (line ? size * 1.2 : Math.max(...texts.map(heightOf))) + 6)
    if (room(height)) head()
    const top = doc.y
    for (const [index, text] of texts.entries()) {
      if (text === '') continue
      const align = columns[index]?.right === true ? 'right' : 'left'
      doc.fillColor(color).text(choose(doc, text, size, weight), lefts[index] ?? MARGIN, top + 3, {
        width: widths[index] ?? 10,
        align,
        lineBreak: !line || align === 'right',
        ...onBaseline(size),
      })
    }
    doc.y = top + height
    doc
      .moveTo(MARGIN, doc.y)
      .lineTo(MARGIN + width(), doc.y)
      .lineWidth(0.5)
      .stroke(hairline)
  }
  const head = () => {
    const headings = columns.map(({ heading }) => heading)
    draw(headings, 'bold', grey, 0, false)
  }
  room(60)
  head()
  return {
    row: (cells, look = {}) =>
      draw(cells, look.bold === true ? 'bold' : 'plain', ink, look.tall === true ? 25 : 0, oneLine),
  }
}

/**
 * A long paper in pieces, sent as it is drawn: after each step of `draw` what is ready leaves, so that its length never
 * matters for the memory.
 */
export async function* streamedPaper(
  form: PaperForm,
  draw: (paper: Paper) => AsyncIterable<void> | Iterable<void>,
): AsyncGenerator<Uint8Array> {
  const doc = new PDFDocument(optionsOf(form, false))
  nameFonts(doc)
  let number = 0
  doc.on('pageAdded', () => {
    number += 1
    foot(doc, form, number, 0)
    doc.x = MARGIN
    doc.y = MARGIN
  })
  doc.addPage()
  const steps = (async function* () {
    yield* draw(paperOn(doc))
  })()
  while ((await steps.next()).done !== true) {
    for (let piece = doc.read() as Buffer | null; piece !== null; piece = doc.read() as Buffer | null) yield piece
  }
  doc.end()
  for await (const piece of doc) yield piece as Buffer
}

/** A short paper, whole; its pages say how many they are. */
export async function paperBytes(form: PaperForm, draw: (paper: Paper) => void): Promise<Buffer> {
  const doc = new PDFDocument(optionsOf(form, true))
  nameFonts(doc)
  doc.on('pageAdded', () => {
    doc.x = MARGIN
    doc.y = MARGIN
  })
  doc.addPage()
  draw(paperOn(doc))
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page)
    foot(doc, form, page + 1, count)
  }
  doc.end()
  const pieces: Buffer[] = []
  for await (const piece of doc) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
