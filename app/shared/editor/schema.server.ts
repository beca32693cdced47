import { getSchema } from '@tiptap/core'
import { isAllowedHref, isAllowedPicture } from './addresses'
import { calloutKinds, headingLevels, type RichDocument } from './document'
import { extensions } from './extensions'

export const limits = { bytes: 400_000, nodes: 8000, depth: 12 } as const

export type DocumentFault =
  | 'not-a-document'
  | 'too-large'
  | 'too-deep'
  | 'unknown-node'
  | 'unknown-mark'
  | 'unknown-attribute'
  | 'bad-attribute'
  | 'bad-link'
  | 'bad-picture'
  | 'missing-alt'
  | 'bad-structure'

export type DocumentCheck =
  | { ok: true; value: RichDocument }
  /** `path` says where, like `content.3.marks.0`; `message` is Swedish and says what to do. */
  | { ok: false; fault: DocumentFault; path: string; message: string }

const messages: Record<DocumentFault, string> = {
  'not-a-document': 'Texten är inte ett dokument. Öppna den i redigeraren och spara igen.',
  'too-large': 'Texten är för stor. Dela den i flera lektioner.',
  'too-deep': 'Texten har för många nivåer i varandra. Gör listorna eller rutorna plattare.',
  'unknown-node': 'Texten innehåller en del som inte får finnas. Ta bort den.',
  'unknown-mark': 'Texten innehåller en formatering som inte får finnas. Ta bort den.',
  'unknown-attribute': 'En del av texten har en egenskap som inte får finnas. Ta bort den.',
  'bad-attribute': 'En egenskap i texten har ett värde som inte går att använda. Rätta den.',
  'bad-link': 'En länk har en adress som inte är tillåten. Använd https://, mailto: eller en adress inom portalen.',
  'bad-picture': 'En bild har en adress utanför portalen. Ladda upp bilden i stället.',
  'missing-alt': 'En bild saknar alternativtext. Beskriv kort vad bilden visar.',
  'bad-structure':
    'Textens delar ligger i fel ordning, till exempel en rubrik i en tabellcell. Flytta eller ta bort delen.',
}

const schema = getSchema(extensions)

class Fault extends Error {
  constructor(
    readonly fault: DocumentFault,
    readonly path: string,
  ) {
    super(fault)
  }
}

type AttributeRule = (value: unknown) => DocumentFault | undefined
const allow =
  (test: (value: unknown) => boolean, fault: DocumentFault = 'bad-attribute'): AttributeRule =>
  (value) =>
    test(value) ? undefined : fault
const isText = (max: number) => (value: unknown) => typeof value === 'string' && value.length <= max
const orNull = (test: (value: unknown) => boolean) => (value: unknown) => value === null || test(value)
const isPixels = (value: unknown) => Number.isInteger(value) && Number(value) > 0 && Number(value) <= 10_000

/** Attributes by node or mark; `required` must be present. */
const attributes: Record<string, { rules: Record<string, AttributeRule>; required?: string[] }> = {
  heading: { rules: { level: allow((v) => headingLevels.some((level) => level === v)) }, required: ['level'] },
  orderedList: {
    rules: {
      start: allow((v) => Number.isInteger(v) && Number(v) >= 0 && Number(v) <= 10_000),
      type: allow((v) => v === null),
    },
  },
  callout: { rules: { kind: allow((v) => calloutKinds.some((kind) => kind === v)) }, required: ['kind'] },
  image: {
    rules: {
      src: allow((v) => typeof v === 'string' && isAllowedPicture(v), 'bad-picture'),
      alt: allow((v) => isText(500)(v) && String(v).trim() !== '', 'missing-alt'),
      title: allow(orNull(isText(500))),
      width: allow(orNull(isPixels)),
      height: allow(orNull(isPixels)),
    },
    required: ['src', 'alt'],
  },
  tableHeader: { rules: { align: allow(orNull((v) => v === 'left' || v === 'center' || v === 'right')) } },
  tableCell: { rules: { align: allow(orNull((v) => v === 'left' || v === 'center' || v === 'right')) } },
  link: { rules: { href: allow((v) => typeof v === 'string' && isAllowedHref(v), 'bad-link') }, required: ['href'] },
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function checkAttributes(type: string, attrs: unknown, path: string): void {
  const { rules, required = [] } = attributes[type] ?? { rules: {} }
  if (attrs !== undefined && !isRecord(attrs)) throw new Fault('bad-attribute', path)
  const given = attrs ?? {}
  for (const [name, value] of Object.entries(given)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    if (rule === undefined) throw new Fault('unknown-attribute', `${path}.${name}`)
    const fault = rule(value)
    if (fault !== undefined) throw new Fault(fault, `${path}.${name}`)
  }
  for (const name of required) {
    if (!Object.hasOwn(given, name))
      throw new Fault(name === 'alt' ? 'missing-alt' : 'bad-attribute', `${path}.${name}`)
  }
}

const nodeKeys = new Set(['type', 'attrs', 'content', 'marks', 'text'])
const markKeys = new Set(['type', 'attrs'])

function checkKeys(value: Record<string, unknown>, allowed: Set<string>, path: string): void {
  for (const key of Object.keys(value)) if (!allowed.has(key)) throw new Fault('unknown-attribute', `${path}.${key}`)
}

function checkMark(mark: unknown, path: string): void {
  if (!isRecord(mark) || typeof mark.type !== 'string') throw new Fault('unknown-mark', path)
  if (!Object.hasOwn(schema.marks, mark.type)) throw new Fault('unknown-mark', path)
  checkKeys(mark, markKeys, path)
  checkAttributes(mark.type, mark.attrs, path)
}

function checkNode(node: unknown, path: string, depth: number, count: { nodes: number }): void {
  if (depth > limits.depth) throw new Fault('too-deep', path)
  if (++count.nodes > limits.nodes) throw new Fault('too-large', path)
  if (!isRecord(node) || typeof node.type !== 'string') throw new Fault('unknown-node', path)
  if (!Object.hasOwn(schema.nodes, node.type)) throw new Fault('unknown-node', path)
  checkKeys(node, nodeKeys, path)
  checkAttributes(node.type, node.attrs, path)
  if (node.type === 'text') {
    if (typeof node.text !== 'string' || node.text === '' || node.text.includes('\u0000')) {
      throw new Fault('bad-attribute', `${path}.text`)
    }
    if (node.content !== undefined) throw new Fault('bad-structure', path)
  } else if (node.text !== undefined) throw new Fault('unknown-attribute', `${path}.text`)
  const { marks, content } = node
  if (marks !== undefined) {
    if (!Array.isArray(marks)) throw new Fault('unknown-mark', path)
    marks.forEach((mark: unknown, index) => checkMark(mark, `${path}.marks.${index}`))
  }
  if (content !== undefined) {
    if (!Array.isArray(content)) throw new Fault('bad-structure', path)
    content.forEach((child: unknown, index) => checkNode(child, `${path}.content.${index}`, depth + 1, count))
  }
}

/** Checks a text from outside against the closed schema before it is stored. Never throws. */
export function checkDocument(value: unknown): DocumentCheck {
  try {
    if (!isRecord(value) || value.type !== 'doc' || !Array.isArray(value.content)) {
      throw new Fault('not-a-document', '')
    }
    checkNode(value, 'doc', 0, { nodes: 0 })
    const json = JSON.stringify(value)
    if (Buffer.byteLength(json) > limits.bytes) throw new Fault('too-large', 'doc')
    if (value.content.length > 0) {
      try {
        schema.nodeFromJSON(value).check()
      } catch {
        throw new Fault('bad-structure', 'doc')
      }
    }
    return { ok: true, value: JSON.parse(json) as RichDocument }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { ok: false, fault: error.fault, path: error.path, message: messages[error.fault] }
  }
}
