import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { pictureSize } from '~/domains/catalogue/index.server'
import type { MarkdownPicture } from '~/shared/editor/markdown/reader.server'
import { documentFromMarkdown } from '~/shared/editor/markdown/reader.server'
import type { RichDocument } from '~/shared/editor/document'
import { checkDocument } from '~/shared/editor/schema.server'
import type { ProblemList } from './problems'

/** Raised when the same files give other rows than before, so that every item is imported again. */
const FORMAT = 1

/** Marks rows that came from files; rows made in the portal have other hashes and are never retired by an import. */
export const FILE_HASH = 'file:'

export function sha256(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

export function itemHash(...parts: (string | Buffer)[]): string {
  return `${FILE_HASH}${FORMAT}:${sha256(...parts).slice(0, 40)}`
}

export function subfolders(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
}

export function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .sort()
}

/** Hash of every visible file in a folder, names included. */
export function folderHash(folder: string): string {
  return itemHash(...filesIn(folder, '').flatMap((name) => [name, readFileSync(path.join(folder, name))]))
}

/** The path under /media, with a version that changes with the file. */
export function mediaPath(contentDir: string, relative: string): string {
  return `${relative}?v=${sha256(readFileSync(path.join(contentDir, relative))).slice(0, 12)}`
}

/** Width and height of a drawing by its viewBox. */
export function svgSize(source: string): { width: number | null; height: number | null } {
  const box = /viewBox="[\d.-]+[ ,]+[\d.-]+[ ,]+([\d.]+)[ ,]+([\d.]+)"/.exec(source)
  if (box === null) return { width: null, height: null }
  return { width: Math.round(Number(box[1])), height: Math.round(Number(box[2])) }
}

/** Finds pictures beside a text in `folder` (relative to the content folder). */
export function pictureFinder(contentDir: string, folder: string): (name: string) => MarkdownPicture | undefined {
  return (name) => {
    if (!/^[a-z0-9][a-z0-9.-]*\.(svg|png|jpg|webp|gif|avif)$/.test(name)) return undefined
    const full = path.join(contentDir, folder, name)
    if (!existsSync(full) || !statSync(full).isFile()) return undefined
    const size = name.endsWith('.svg') ? svgSize(readFileSync(full, 'utf8')) : pictureSize(readFileSync(full))
    return { src: `/media/${mediaPath(contentDir, `${folder}/${name}`)}`, ...size }
  }
}

/** Reports what makes a drawing unfit to show: script, outside references, no measure. */
export function checkDrawing(contentDir: string, relative: string, list: ProblemList): void {
  if (!relative.endsWith('.svg')) return
  const source = readFileSync(path.join(contentDir, relative), 'utf8')
  const refuse = (message: string, remedy: string) => list.add({ file: relative, message, remedy })
  if (/<script|\son[a-z]+\s*=|javascript:|<foreignObject|<!ENTITY/i.test(source)) {
    refuse('Bilden innehåller skript.', 'Ta bort det; en bild får bara rita.')
  }
  if (/(?:href|src)\s*=\s*["'](?!#|data:image\/)/i.test(source) || /url\(\s*["']?(?!#)/i.test(source)) {
    refuse('Bilden hämtar något utifrån.', 'Rita in det i filen.')
  }
  if (svgSize(source).width === null) refuse('Bilden saknar viewBox.', 'Lägg till till exempel viewBox="0 0 960 540".')
}

/** Markdown in a file to a checked document; faults get the line in the file. */
export function readMarkdown(
  text: string,
  list: ProblemList,
  firstLine: number,
  picture?: (name: string) => MarkdownPicture | undefined,
  field?: string,
): RichDocument {
  const { document, faults } = documentFromMarkdown(text, picture)
  const place = field === undefined ? {} : { field }
  for (const fault of faults) {
    list.add({ ...place, line: firstLine + fault.line - 1, message: fault.message, remedy: fault.remedy })
  }
  const checked = checkDocument(document)
  if (checked.ok) return checked.value
  list.add({ ...place, line: firstLine, message: checked.message, remedy: `(${checked.path})` })
  return document
}
