import { diffArrays, diffWordsWithSpace } from 'diff'
import type { Written } from '../model'
import type { Difference, Words } from './difference'
import { type TextLine, textLines } from './lines'

/** Longer searches are given up and told as removed and added, so that no text keeps the server busy. */
const mostLineEdits = 1500
const mostWordEdits = 600
/** Two lines that share at least this part of their words are one line that was changed. */
const alike = 0.4

function entire(change: 'same' | 'added' | 'removed' | 'moved', line: TextLine): Difference {
  const words = change === 'added' ? 'ins' : change === 'removed' ? 'del' : 'same'
  return { change, kind: line.kind, words: [{ change: words, text: line.text }], onlyForm: false }
}

/** Words that went and came. */
function compareWords(before: string, after: string): Words[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: mostWordEdits })
  if (parts === undefined) {
    return [
      { change: 'del', text: before },
      { change: 'ins', text: after },
    ]
  }
  return parts.map(({ added, removed, value }) => ({ change: added ? 'ins' : removed ? 'del' : 'same', text: value }))
}

function bagOf(text: string): Map<string, number> {
  const bag = new Map<string, number>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

/** The share of words that two texts have in common, 0–1. */
function likeness(one: string, other: string): number {
  if (one === other) return 1
  const [left, right] = [bagOf(one), bagOf(other)]
  const count = (bag: Map<string, number>) => [...bag.values()].reduce((sum, each) => sum + each, 0)
  const all = count(left) + count(right)
  if (all === 0) return 0
  let common = 0
  for (const [word, times] of left) common += Math.min(times, right.get(word) ?? 0)
  return (2 * common) / all
}

function changed(before: TextLine, after: TextLine): Difference {
  const onlyForm = before.text === after.text
  const words: Words[] = onlyForm ? [{ change: 'same', text: after.text }] : compareWords(before.text, after.text)
  return { change: 'changed', kind: after.kind, words, onlyForm }
}

/** Lines that went and lines that came in their place: those alike are paired in order. */
function replaced(gone: readonly TextLine[], come: readonly TextLine[]): Difference[] {
  const result: Difference[] = []
  let next = 0
  for (const line of come) {
    const ahead = gone.slice(next, next + 8)
    const best = ahead.findIndex((other) => likeness(other.text, line.text) >= alike)
    if (best === -1) {
      result.push(entire('added', line))
      continue
    }
    for (const other of ahead.slice(0, best)) result.push(entire('removed', other))
    const partner = ahead[best]
    if (partner !== undefined) result.push(changed(partner, line))
    next += best + 1
  }
  return [...result, ...gone.slice(next).map((line) => entire('removed', line))]
}

/** A line that went in one place and came in another has moved: it is told where it stands now. */
function withMoves(all: readonly Difference[]): Difference[] {
  const key = ({ kind, words }: Difference) => `${kind} ${words.map(({ text }) => text).join('')}`
  const gone = new Map<string, number>()
  for (const each of all) if (each.change === 'removed') gone.set(key(each), (gone.get(key(each)) ?? 0) + 1)
  const moved = new Map<string, number>()
  const marked = all.map((each): Difference => {
    const left = gone.get(key(each)) ?? 0
    if (each.change !== 'added' || left === 0 || key(each).trim() === each.kind) return each
    gone.set(key(each), left - 1)
    moved.set(key(each), (moved.get(key(each)) ?? 0) + 1)
    return { ...each, change: 'moved', words: each.words.map(({ text }) => ({ change: 'same', text })) }
  })
  return marked.filter((each) => {
    const hidden = moved.get(key(each)) ?? 0
    if (each.change !== 'removed' || hidden === 0) return true
    moved.set(key(each), hidden - 1)
    return false
  })
}

/** What separates two texts with their short texts: of those only what differs, by the kind `field:title`. */
export function compareWritten(before: Written, after: Written): Difference[] {
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])].sort().reverse()
  const fields = names.flatMap((name): Difference[] => {
    const [old = '', now = ''] = [before.fields[name], after.fields[name]]
    if (old === now) return []
    return [{ change: 'changed', kind: `field:${name}`, words: compareWords(old, now), onlyForm: false }]
  })
  return [...fields, ...compareDocuments(before.body, after.body)]
}

/**
 * What separates two texts, line by line in the order of the later. Any blocks can be compared: by their words, and then
 * by their form.
 */
export function compareDocuments(before: unknown, after: unknown): Difference[] {
  const [old, now] = [textLines(before), textLines(after)]
  const parts = diffArrays(old, now, {
    comparator: (one, other) => one.whole === other.whole,
    maxEditLength: mostLineEdits,
  })
  if (parts === undefined) return withMoves(replaced(old, now))
  const result: Difference[] = []
  let gone: TextLine[] = []
  let come: TextLine[] = []
  const settle = () => {
    result.push(...replaced(gone, come))
    gone = []
    come = []
  }
  for (const { added, removed, value } of parts) {
    if (removed) gone.push(...value)
    else if (added) come.push(...value)
    else {
      settle()
      result.push(...value.map((line) => entire('same', line)))
    }
  }
  settle()
  return withMoves(result)
}
