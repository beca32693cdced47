import { DOMParser } from '@tiptap/pm/model'
import { getSchema, type JSONContent } from '@tiptap/core'
import { unzipSync, zipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { done, type Outcome, refused } from '~/shared/outcome'
import type { RichDocument } from '../document'
import { extensions } from '../extensions'
import { cleanTree, type LeftOut } from '../writing/clean-html'
import { storedForm } from '../writing/tidy'

export type DocxFault = 'wrong-type' | 'damaged' | 'unsafe' | 'empty'

/** Most bytes that the texts of a Word file may unpack to: some thousand pages. */
const UNPACKED = 12 * 1024 * 1024
const ENTRIES = 2_000
/** Elements in each other; deeper ones are no document. */
const DEEPEST = 200
const needed =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(_rels\/document\.xml\.rels|document|styles|numbering|footnotes|endnotes)(\.xml|\.xml\.rels)?|word\/_rels\/(footnotes|endnotes)\.xml\.rels)$/

const schema = getSchema(extensions)
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes ?? new Uint8Array())

/** What is in the archive, by its own list; nothing is unpacked. */
function contentsOf(bytes: Uint8Array): { name: string; size: number }[] {
  const found: { name: string; size: number }[] = []
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      found.push({ name, size: originalSize })
      return false
    },
  })
  return found
}

function faultOf(entries: readonly { name: string; size: number }[]): DocxFault | undefined {
  if (!entries.some(({ name }) => name === 'word/document.xml')) return 'wrong-type'
  const outside = entries.some(({ name }) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\u0000/i.test(name))
  const size = entries.filter(({ name }) => needed.test(name)).reduce((sum, entry) => sum + entry.size, 0)
  return outside || size > UNPACKED || entries.length > ENTRIES ? 'unsafe' : undefined
}

/** Depth of the elements in each other, without building them. */
function isDeep(xml: string): boolean {
  let depth = 0
  for (const [tag] of xml.matchAll(/<\/?\w[^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1
    else if (!tag.endsWith('/>')) depth += 1
    if (depth > DEEPEST) return true
  }
  return false
}

/** The parts that a text is made of, packed anew, or why they are not read. */
function safeParts(bytes: Uint8Array): Outcome<{ file: Uint8Array; changes: number }, DocxFault> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return refused('wrong-type')
  try {
    const fault = faultOf(contentsOf(bytes))
    if (fault !== undefined) return refused(fault)
    const parts = unzipSync(bytes, { filter: ({ name }) => needed.test(name) })
    const texts = Object.values(parts).map(text)
    if (texts.some((xml) => /<!(DOCTYPE|ENTITY)/i.test(xml) || isDeep(xml))) return refused('unsafe')
    const words = text(parts['word/document.xml'])
    const changes = words.match(/<w:(ins|del|commentReference)\b/g)?.length ?? 0
    return done({ file: zipSync(parts, { level: 0 }), changes })
  } catch {
    return refused('damaged')
  }
}

const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Quote'] => blockquote > p:fresh", 'u => ']

/**
 * A Word file as a document of the editor: headings, lists, tables, emphasis, links and footnotes. Pictures stay out.
 * Only the parts that hold text are unpacked, and never more than the limit; nothing is fetched.
 */
export async function documentFromDocx(
  bytes: Uint8Array,
): Promise<Outcome<{ document: RichDocument; left: LeftOut & { changes: number } }, DocxFault>> {
  const parts = safeParts(bytes)
  if (!parts.ok) return parts
  const { file, changes } = parts.value
  try {
    const { value: html } = await mammoth.convertToHtml(
      { buffer: Buffer.from(file) },
      {
        styleMap,
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    )
    const page = parseHTML(`<!doctype html><html><body>${html}</body></html>`).document as unknown as Document
    const left = cleanTree(page.body)
    const read = DOMParser.fromSchema(schema).parse(page.body).toJSON() as JSONContent
    const document = storedForm(read)
    return page.body.textContent.trim() === '' ? refused('empty') : done({ document, left: { ...left, changes } })
  } catch {
    return refused('damaged')
  }
}
