import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import path from 'node:path'
import { examineFile, judgeFile } from '~/domains/catalogue/index.server'
import { checkDrawing } from '../content/folder'
import { ProblemList, type Problem } from '../content/problems'
import { type Manifest, MANIFEST } from './manifest'

/** Texts of a package are written by people and read whole. */
const TEXT_BYTES = 2_000_000
const TEXTS = /\.(md|yaml|vtt)$/

/** A file of an unpacked package, as its bytes are. */
export interface CheckedFile {
  path: string
  bytes: number
  sha256: string
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

function checkText(folder: string, name: string, bytes: number, list: ProblemList): void {
  if (bytes > TEXT_BYTES) {
    list.add({ message: 'Textfilen är större än 2 MB.', remedy: 'Dela upp texten.' })
    return
  }
  try {
    const written = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path.join(folder, name)))
    if (written.includes('\0')) list.add({ message: 'Filen är ingen text.', remedy: 'Spara den som text i UTF-8.' })
  } catch {
    list.add({ message: 'Filen är inte skriven i UTF-8.', remedy: 'Spara den som text i UTF-8.' })
  }
}

/** Whether the bytes are what the name says, of the kinds that the portal can show. */
async function checkKind(folder: string, name: string, list: ProblemList): Promise<number> {
  const { size, sniffed, beginning } = await examineFile(path.join(folder, name))
  if (TEXTS.test(name)) checkText(folder, name, size, list)
  else if (name.endsWith('.svg')) {
    checkText(folder, name, size, list)
    if (!/<svg[\s>]/i.test(beginning)) list.add({ message: 'Filen är ingen teckning.', remedy: 'Spara den som SVG.' })
    else if (list.none) checkDrawing(folder, name, list)
  } else if (!judgeFile(name, sniffed, beginning).ok) {
    list.add({
      message: 'Filens innehåll stämmer inte med namnet.',
      remedy: 'Spara om filen i det format som namnet säger.',
    })
  }
  return size
}

/** Where the files of a package may lie: one course, and lectures, each with its files side by side. */
export function isInPlace(name: string, course: string): boolean {
  const [kind, slug, file, ...deeper] = name.split('/')
  if (file === undefined || deeper.length > 0) return false
  return kind === 'lectures' || (kind === 'courses' && slug === course)
}

/**
 * Looks through the files of an unpacked package: each in its place, what it says that it is, and with the bytes that the
 * manifest tells; none too many and none missing.
 */
export async function checkFiles(
  folder: string,
  names: readonly string[],
  manifest: Manifest,
): Promise<{ files: CheckedFile[]; problems: Problem[] }> {
  const problems: Problem[] = []
  const files: CheckedFile[] = []
  const told = new Map(manifest.files.map((file) => [file.path, file]))
  for (const name of names) {
    if (name === MANIFEST) continue
    const list = new ProblemList(name)
    const said = told.get(name)
    if (!isInPlace(name, manifest.course)) {
      const remedy = 'Ta bort den, eller lägg den i kursens eller föreläsningens mapp.'
      list.add({ message: 'Filen hör inte till ett kurspaket.', remedy })
    } else if (said === undefined) {
      const remedy = 'Gör paketet på nytt i portalen som det kommer från.'
      list.add({ message: `Filen står inte i ${MANIFEST}.`, remedy })
    } else {
      const bytes = await checkKind(folder, name, list)
      const sha256 = await hashOf(path.join(folder, name))
      files.push({ path: name, bytes, sha256 })
      if (bytes !== said.bytes || sha256 !== said.sha256) {
        const remedy = 'Hämta paketet igen, eller gör det på nytt.'
        list.add({ message: 'Filen har ändrats sedan paketet gjordes.', remedy })
      }
    }
    problems.push(...list.problems)
  }
  const present = new Set(names)
  for (const { path: name } of manifest.files) {
    if (present.has(name)) continue
    problems.push({
      file: name,
      message: 'Filen saknas i paketet.',
      remedy: 'Hämta paketet igen, eller gör det på nytt.',
    })
  }
  return { files, problems }
}
