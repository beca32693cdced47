import type { z } from 'zod'
import { type DraftRow, type QuestionDraft, emptyDraft, emptyRow, isEmptyRow } from './draft'
import { type Question, type QuestionFault, type QuestionType, questionTypes } from './model'
import { checkQuestion, draftOf, plainOf, questionShape } from './registry'

/** What is wrong in a form of questions, and at which field. */
export type FormFault = QuestionFault | 'empty' | 'too-long' | 'too-few' | 'too-many' | 'not-a-number'
export interface DraftFault {
  /** Which question, from 0. */
  index: number
  /** The id of the field without `field-`, as the form names it. */
  field: string
  fault: FormFault
}

export type QuestionsRead =
  | { kind: 'ok'; questions: Question[]; drafts: QuestionDraft[] }
  | { kind: 'faulty'; drafts: QuestionDraft[]; faults: DraftFault[] }
  /** A button of the form itself was pressed: show the form again with `drafts`. `focus` is where to go on. */
  | { kind: 'changed'; drafts: QuestionDraft[]; focus: string | null }

const MOST_QUESTIONS = 60
const MOST_ROWS = 20
const count = (value: FormDataEntryValue | null, most: number) =>
  Math.min(most, Math.max(0, Math.trunc(Number(value)) || 0))

function draftsIn(form: FormData): QuestionDraft[] {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.replaceAll('\0', '').slice(0, 10_000) : ''
  }
  return Array.from({ length: count(form.get('fragor'), MOST_QUESTIONS) }, (_, index) => {
    const at = (field: string) => text(`f${index}.${field}`)
    const type = questionTypes.find((each) => each === at('type')) ?? 'single'
    const rows = Array.from({ length: count(form.get(`f${index}.rader`), MOST_ROWS) }, (__, row): DraftRow => ({
      key: at(`r${row}.key`),
      text: at(`r${row}.text`),
      other: at(`r${row}.other`),
      feedback: at(`r${row}.feedback`),
      correct: at(`r${row}.correct`) !== '',
    }))
    return {
      ...emptyDraft(type, at('key')),
      prompt: at('prompt'),
      explanation: at('explanation'),
      right: at('right'),
      wrong: at('wrong'),
      partial: at('partial') !== '',
      spelling: at('spelling') || 'normal',
      text: at('text'),
      answer: at('answer'),
      tolerance: at('tolerance'),
      unit: at('unit'),
      rows,
    }
  })
}

/** A key that no question of the form has. */
function freeKey(drafts: readonly QuestionDraft[]): string {
  for (let number = drafts.length + 1; ; number += 1) {
    const key = `q${number}`
    if (!drafts.some((draft) => draft.key === key)) return key
  }
}

function swapped<T>(items: readonly T[], from: number, step: number): T[] {
  const to = from + step
  const [a, b] = [items[from], items[to]]
  if (a === undefined || b === undefined) return [...items]
  return items.map((item, index) => (index === from ? b : index === to ? a : item))
}

/** Does what a button of the form says: `f0:rad`, `f0:upp`, `f0:r1:bort` and so on. */
function changed(
  drafts: QuestionDraft[],
  action: string,
  newType: string,
): { drafts: QuestionDraft[]; focus: string | null } {
  if (action === 'ny') {
    const type: QuestionType = questionTypes.find((each) => each === newType) ?? 'single'
    return { drafts: [...drafts, emptyDraft(type, freeKey(drafts))], focus: `f${drafts.length}.prompt` }
  }
  const [, digits = '', rowDigits, verb = ''] = /^f(\d{1,2}):(?:r(\d{1,2}):)?([a-z]+)$/.exec(action) ?? []
  const index = Number(digits)
  const draft = drafts[index]
  if (digits === '' || draft === undefined) return { drafts, focus: null }
  const withRows = (rows: DraftRow[]) => drafts.map((each, at) => (at === index ? { ...each, rows } : each))
  if (rowDigits !== undefined) {
    const row = Number(rowDigits)
    switch (verb) {
      case 'bort': {
        const next = Math.min(row, draft.rows.length - 2)
        return {
          drafts: withRows(draft.rows.filter((_, at) => at !== row)),
          focus: next < 0 ? `f${index}.prompt` : `f${index}.r${next}.text`,
        }
      }
      case 'upp':
        return { drafts: withRows(swapped(draft.rows, row, -1)), focus: `f${index}.r${Math.max(0, row - 1)}.text` }
      default:
        return {
          drafts: withRows(swapped(draft.rows, row, 1)),
          focus: `f${index}.r${Math.min(draft.rows.length - 1, row + 1)}.text`,
        }
    }
  }
  switch (verb) {
    case 'rad':
      return draft.rows.length >= MOST_ROWS
        ? { drafts, focus: null }
        : { drafts: withRows([...draft.rows, { ...emptyRow }]), focus: `f${index}.r${draft.rows.length}.text` }
    case 'bort': {
      const next = Math.min(index, drafts.length - 2)
      return { drafts: drafts.filter((_, at) => at !== index), focus: next < 0 ? 'nytyp' : `f${next}.prompt` }
    }
    case 'kopia': {
      const copy = { ...draft, key: freeKey(drafts) }
      return {
        drafts: [...drafts.slice(0, index + 1), copy, ...drafts.slice(index + 1)],
        focus: `f${index + 1}.prompt`,
      }
    }
    case 'upp':
      return { drafts: swapped(drafts, index, -1), focus: `f${Math.max(0, index - 1)}.prompt` }
    case 'ned':
      return { drafts: swapped(drafts, index, 1), focus: `f${Math.min(drafts.length - 1, index + 1)}.prompt` }
    default:
      return { drafts, focus: null }
  }
}

/** The form with questions of elsewhere after its own, under keys of their own, as far as there is room. */
export function withQuestions(drafts: readonly QuestionDraft[], taken: readonly Question[]): QuestionDraft[] {
  return taken
    .slice(0, Math.max(0, MOST_QUESTIONS - drafts.length))
    .reduce<QuestionDraft[]>((all, question) => [...all, { ...draftOf(question), key: freeKey(all) }], [...drafts])
}

const rowLists = ['options', 'items', 'pairs', 'accepted', 'gaps']
const columns: Record<string, string> = { right: 'other', choices: 'other', feedback: 'feedback' }

/** The field that a path in the question is typed in. */
function fieldOf(draft: QuestionDraft, index: number, path: readonly PropertyKey[]): string {
  const [list, at, column] = path
  const here = (field: string) => `f${index}.${field}`
  if (list === 'feedback') return here(at === 'wrong' ? 'wrong' : 'right')
  if (list === 'extra') return here('text')
  if (typeof list === 'string' && rowLists.includes(list)) {
    const shown = draft.rows.flatMap((row, rowIndex) => (isEmptyRow(row) ? [] : [rowIndex]))
    const row = typeof at === 'number' ? (shown[at] ?? at) : 0
    return here(draft.rows.length === 0 ? 'prompt' : `r${row}.${columns[String(column)] ?? 'text'}`)
  }
  return here(typeof list === 'string' && list in draft ? list : 'prompt')
}

function faultOf(issue: z.core.$ZodIssue): FormFault {
  const of = (list: boolean, one: FormFault, many: FormFault) => (list ? many : one)
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'number' ? 'not-a-number' : of(issue.origin === 'array', 'empty', 'too-few')
    case 'too_big':
      return issue.origin === 'number' ? 'not-a-number' : of(issue.origin === 'array', 'too-long', 'too-many')
    case 'invalid_type':
      return issue.expected === 'number' ? 'not-a-number' : 'empty'
    default:
      return 'empty'
  }
}

/** The question of a draft, or what is wrong with it. */
export function readDraft(
  draft: QuestionDraft,
  index: number,
): { question: Question; faults: [] } | { question: undefined; faults: DraftFault[] } {
  const parsed = questionShape.safeParse(plainOf(draft))
  const faults: DraftFault[] = parsed.success
    ? checkQuestion(parsed.data).map(({ fault, path }) => ({ index, field: fieldOf(draft, index, path), fault }))
    : parsed.error.issues.map((issue) => ({ index, field: fieldOf(draft, index, issue.path), fault: faultOf(issue) }))
  const first = faults.filter((one, at) => faults.findIndex(({ field }) => field === one.field) === at)
  return parsed.success && first.length === 0
    ? { question: parsed.data, faults: [] }
    : { question: undefined, faults: first }
}

/**
 * Reads the fields that `QuestionEditor` puts in a form. Nothing is lost whatever is wrong: the drafts come back as they
 * were typed.
 */
export function readQuestions(form: FormData): QuestionsRead {
  const drafts = draftsIn(form)
  const action = form.get('andra')
  if (typeof action === 'string' && action !== '') {
    return { kind: 'changed', ...changed(drafts, action, String(form.get('nytyp') ?? '')) }
  }
  const read = drafts.map((draft, index) => readDraft(draft, index))
  const faults = read.flatMap((each) => each.faults)
  const keys = drafts.map((draft) => draft.key)
  keys.forEach((key, index) => {
    if (keys.indexOf(key) < index) faults.push({ index, field: `f${index}.prompt`, fault: 'same-key' })
  })
  const questions = read.flatMap((each) => (each.question === undefined ? [] : [each.question]))
  return faults.length > 0 ? { kind: 'faulty', drafts, faults } : { kind: 'ok', questions, drafts }
}
