import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { type Question, type QuestionType, questionTypes } from './model'
import {
  type ExpectedKind,
  type FileFault,
  type FileFaultKind,
  MOST_FILE_QUESTIONS,
  type QuizFileRefusal,
} from './quiz-file'
import { checkQuestion, questionShape } from './registry'

/** As many faults of one question as somebody can take in. */
const MOST_FAULTS = 10
const DEEPEST = 60

export interface ReadQuestion {
  number: number
  line: number
  prompt: string
  type: QuestionType | null
  faults: FileFault[]
  /** Undefined when it has faults. */
  question: Question | undefined
}
export type QuizFileRead =
  { ok: true; questions: ReadQuestion[] } | { ok: false; refusal: QuizFileRefusal; line: number | null }

interface Parsed {
  document: Document
  plain: unknown
  lineAt: (offset: number) => number
}

/** Whether brackets stand in one another deeper than any question has them, which a reader would be long about. */
function isTooDeep(text: string): boolean {
  let depth = 0
  for (const sign of text.matchAll(/[[{\]}]|- - - - - /g)) {
    depth = Math.max(0, depth + (sign[0] === ']' || sign[0] === '}' ? -1 : 1))
    if (depth > DEEPEST) return true
  }
  return false
}

/** JSON is read as the YAML that it is, so that both have lines. */
function parsed(text: string): Parsed | { line: number | null } {
  if (isTooDeep(text)) return { line: null }
  const counter = new LineCounter()
  const lineAt = (offset: number) => counter.linePos(offset).line
  try {
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: false })
    const [error] = document.errors
    return error === undefined
      ? { document, plain: document.toJS({ maxAliasCount: 100 }), lineAt }
      : { line: lineAt(error.pos[0]) }
  } catch (error) {
    // Nested deeper than the reader goes, or with more references than a file is written with.
    if (error instanceof RangeError || error instanceof ReferenceError) return { line: null }
    throw error
  }
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a database can keep: neither null characters nor halves of characters. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !/\0|\p{Cs}/u.test(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(isStorable)
}

const expected: Record<string, ExpectedKind> = {
  number: 'number',
  int: 'number',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
}

function kindOf(issue: z.core.$ZodIssue): { kind: FileFaultKind; detail: string } {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return { kind: 'field-missing', detail: '' }
      return {
        kind: expected[issue.expected] === undefined ? 'not-text' : 'wrong-kind',
        detail: expected[issue.expected] ?? '',
      }
    case 'invalid_union':
      return { kind: 'not-in-list', detail: questionTypes.join(', ') }
    case 'invalid_value':
      return { kind: 'not-in-list', detail: issue.values.map(String).join(', ') }
    case 'unrecognized_keys':
      return { kind: 'field-unknown', detail: issue.keys.join(', ').slice(0, 200) }
    case 'too_small':
    case 'too_big': {
      const isSmall = issue.code === 'too_small'
      const detail = String(isSmall ? issue.minimum : issue.maximum)
      if (issue.origin === 'array') return { kind: isSmall ? 'too-few' : 'too-many', detail }
      if (issue.origin === 'string') return { kind: isSmall ? 'no-words' : 'too-long', detail }
      return { kind: 'out-of-range', detail }
    }
    default:
      return { kind: 'wrong-form', detail: '' }
  }
}

const fieldOf = (path: readonly PropertyKey[]) =>
  path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part))).join(' ')

/** The line of a place in the file, or of the nearest that holds it. */
function lineOf({ document, lineAt }: Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lineAt(node.range[0])
  }
  return 1
}

/** Fields that stand twice in one group; the reader would take the last without a word. */
function doubled(file: Parsed, path: readonly PropertyKey[]): FileFault[] {
  const faults: FileFault[] = []
  const node = file.document.getIn(path, true)
  if (!isNode(node)) return faults
  visit(node, {
    Map: (_key, map) => {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        const field = isScalar(key) ? String(key.value) : ''
        const line = isNode(key) && key.range ? file.lineAt(key.range[0]) : lineOf(file, path)
        if (seen.has(field)) faults.push({ line, field, kind: 'field-twice', detail: '' })
        seen.add(field)
      }
    },
  })
  return faults
}

function readOne(file: Parsed, value: unknown, index: number): ReadQuestion {
  const here: PropertyKey[] = ['questions', index]
  const line = lineOf(file, here)
  const said = isGroup(value) ? value : {}
  // The bank gives each question a key of its own, so a file may leave it out.
  const whole = isGroup(value) ? { ...value, key: `q${index + 1}` } : value
  const shape = questionShape.safeParse(whole, { reportInput: true })
  const faults = doubled(file, here)
  const add = (path: readonly PropertyKey[], found: { kind: FileFaultKind; detail: string }) =>
    faults.push({ line: lineOf(file, [...here, ...path]), field: fieldOf(path), ...found })
  if (!shape.success) {
    for (const issue of shape.error.issues) {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
      const { kind, detail } = kindOf(issue)
      add([...issue.path, ...unknown], { kind, detail })
    }
  } else {
    for (const { fault, path } of checkQuestion(shape.data)) add(path, { kind: fault, detail: '' })
    if (!isStorable(shape.data)) add([], { kind: 'bad-sign', detail: '' })
  }
  return {
    number: index + 1,
    line,
    prompt: typeof said['prompt'] === 'string' ? said['prompt'].trim().slice(0, 300) : '',
    type: questionTypes.find((each) => each === said['type']) ?? null,
    faults: faults.slice(0, MOST_FAULTS),
    question: shape.success && faults.length === 0 ? shape.data : undefined,
  }
}

/** Reads the questions of a file that the portal has written, or that somebody has written like one: YAML or JSON. */
export function readQuizFile(text: string): QuizFileRead {
  const file = parsed(text)
  const refuse = (refusal: QuizFileRefusal, line: number | null = null): QuizFileRead => ({ ok: false, refusal, line })
  if (!('document' in file)) return refuse('unreadable', file.line)
  const { plain } = file
  if (!isGroup(plain) || !isMap(file.document.contents) || plain['format'] !== 'westum-quiz')
    return refuse('not-quiz', 1)
  if (plain['version'] !== 1) return refuse('version', lineOf(file, ['version']))
  const questions = plain['questions']
  if (!Array.isArray(questions) || questions.length === 0) return refuse('no-questions', lineOf(file, ['questions']))
  if (questions.length > MOST_FILE_QUESTIONS) return refuse('too-many', lineOf(file, ['questions']))
  return { ok: true, questions: questions.map((value: unknown, index) => readOne(file, value, index)) }
}
