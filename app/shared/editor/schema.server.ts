import { getSchema } from '@tiptap/core'
import { isAllowedHref } from './addresses'
import type { RichDocument } from './document'
import { extensions } from './extensions'
import { type DocumentFault, faultMessages } from './faults'
import { attributeOf, specOf } from './nodes'
import { checkTable } from './nodes/table'

export const limits = { bytes: 400_000, nodes: 8000, depth: 12, marks: 8 } as const

export type DocumentCheck =
  | { ok: true; value: RichDocument }
  /** `path` says where, like `content.3.marks.0`; `message` is Swedish and says what to do. */
  | { ok: false; fault: DocumentFault; path: string; message: string }

const schema = getSchema(extensions)

class Fault extends Error {
  constructor(
    readonly fault: DocumentFault,
    readonly path: string,
  ) {
    super(fault)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const nodeKeys = new Set(['type', 'attrs', 'content', 'marks', 'text'])
const markKeys = new Set(['type', 'attrs'])

function checkKeys(value: Record<string, unknown>, allowed: Set<string>, path: string): void {
  for (const key of Object.keys(value)) if (!allowed.has(key)) throw new Fault('unknown-attribute', `${path}.${key}`)
}

function recordOf(attrs: unknown, path: string): Record<string, unknown> {
  if (attrs === undefined) return {}
  if (!isRecord(attrs)) throw new Fault('bad-attribute', path)
  return attrs
}

function checkAttributes(type: string, attrs: unknown, path: string): Record<string, unknown> {
  const spec = specOf(type)
  const given = recordOf(attrs, path)
  for (const [name, value] of Object.entries(given)) {
    const attribute = spec && attributeOf(spec, name)
    if (attribute === undefined) throw new Fault('unknown-attribute', `${path}.${name}`)
    const fault = attribute.rule(value)
    if (fault !== undefined) throw new Fault(fault, `${path}.${name}`)
  }
  for (const [name, attribute] of Object.entries(spec?.attributes ?? {})) {
    if (attribute.default !== undefined || Object.hasOwn(given, name)) continue
    throw new Fault(name === 'alt' ? 'missing-alt' : 'bad-attribute', `${path}.${name}`)
  }
  const fault = spec?.check?.(given)
  if (fault !== undefined) throw new Fault(fault, path)
  return given
}

function checkMark(mark: unknown, path: string): void {
  if (!isRecord(mark) || typeof mark['type'] !== 'string') throw new Fault('unknown-mark', path)
  const { type } = mark
  if (!Object.hasOwn(schema.marks, type)) throw new Fault('unknown-mark', path)
  checkKeys(mark, markKeys, path)
  const given = recordOf(mark['attrs'], path)
  for (const name of Object.keys(given)) {
    if (type !== 'link' || name !== 'href') throw new Fault('unknown-attribute', `${path}.${name}`)
  }
  const { href } = given
  if (type === 'link' && href === undefined) throw new Fault('bad-attribute', path)
  if (type === 'link' && !(typeof href === 'string' && isAllowedHref(href))) throw new Fault('bad-link', path)
}

function checkText(node: Record<string, unknown>, path: string): void {
  const { type, text, content } = node
  if (type !== 'text') {
    if (text !== undefined) throw new Fault('unknown-attribute', `${path}.text`)
    return
  }
  if (typeof text !== 'string' || text === '' || /\u0000|\p{Cs}/u.test(text)) {
    throw new Fault('bad-attribute', `${path}.text`)
  }
  if (content !== undefined) throw new Fault('bad-structure', path)
}

interface Seen {
  nodes: number
  promptKeys: Set<unknown>
}

function checkNode(node: unknown, path: string, depth: number, seen: Seen): void {
  if (depth > limits.depth) throw new Fault('too-deep', path)
  if (++seen.nodes > limits.nodes) throw new Fault('too-large', path)
  if (!isRecord(node) || typeof node['type'] !== 'string') throw new Fault('unknown-node', path)
  const { type, marks, content } = node
  if (!Object.hasOwn(schema.nodes, type)) throw new Fault('unknown-node', path)
  checkKeys(node, nodeKeys, path)
  const attributes = checkAttributes(type, node['attrs'], path)
  checkText(node, path)
  if (type === 'prompt') {
    if (seen.promptKeys.has(attributes['key'])) throw new Fault('double-key', path)
    seen.promptKeys.add(attributes['key'])
  }
  if (marks !== undefined) {
    if (!Array.isArray(marks) || marks.length > limits.marks) throw new Fault('unknown-mark', path)
    marks.forEach((mark: unknown, index) => checkMark(mark, `${path}.marks.${index}`))
  }
  if (content === undefined) return
  if (!Array.isArray(content)) throw new Fault('bad-structure', path)
  if (content.length > limits.nodes) throw new Fault('too-large', path)
  content.forEach((child: unknown, index) => checkNode(child, `${path}.content.${index}`, depth + 1, seen))
  const fault = type === 'table' ? checkTable(content) : undefined
  if (fault !== undefined) throw new Fault(fault, path)
}

/** Checks a text from outside against the closed schema before it is stored. Never throws. */
export function checkDocument(value: unknown): DocumentCheck {
  try {
    if (!isRecord(value) || value['type'] !== 'doc' || !Array.isArray(value['content'])) {
      throw new Fault('not-a-document', '')
    }
    checkNode(value, 'doc', 0, { nodes: 0, promptKeys: new Set() })
    const json = JSON.stringify(value)
    if (Buffer.byteLength(json) > limits.bytes) throw new Fault('too-large', 'doc')
    if (value['content'].length > 0) {
      try {
        schema.nodeFromJSON(value).check()
      } catch {
        throw new Fault('bad-structure', 'doc')
      }
    }
    return { ok: true, value: JSON.parse(json) as RichDocument }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { ok: false, fault: error.fault, path: error.path, message: faultMessages[error.fault] }
  }
}
