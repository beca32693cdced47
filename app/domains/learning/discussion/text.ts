import type { PersonId } from '~/shared/ids'
import { type Mentionable, MOST_MENTIONS, type Piece, type ShownText } from './model'

/** Control characters but tab and newline, and the marks that turn the direction of what follows. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
/** More marks on one letter than any language has. */
const piled = /(\p{M}{4})\p{M}+/gu
const token = /@\{([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}/g
const wordCharacter = /[\p{L}\p{N}_]/u
/** A name that is written over and over is a mention so many times, and then words. */
const MOST_TOKENS = 5 * MOST_MENTIONS

/** A text as it is kept: without what cannot be seen, with at most one empty line between paragraphs. */
export function cleanText(typed: string): string {
  return typed
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(unseen, '')
    .normalize('NFC')
    .replaceAll(piled, '$1')
    .replaceAll(/[^\S\n]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

export function cleanLine(typed: string): string {
  return cleanText(typed).replaceAll(/\s+/g, ' ')
}

/** What each of these people is called in a mention: those with the same name are told apart by a number. */
export function labelled(people: readonly Mentionable[]): { personId: PersonId; label: string }[] {
  const counts = new Map<string, number>()
  return [...people]
    .sort((a, b) => a.name.localeCompare(b.name, 'sv') || (a.personId < b.personId ? -1 : 1))
    .map(({ personId, name }) => {
      const number = (counts.get(name.toLocaleLowerCase('sv')) ?? 0) + 1
      counts.set(name.toLocaleLowerCase('sv'), number)
      return { personId, label: number === 1 ? name : `${name} (${number})` }
    })
}

/**
 * Puts tokens in place of `@Name` where one of these people is named in full; the longest name wins. A name counts when
 * nothing of a word stands before the sign or after the name. At most `MOST_MENTIONS` people.
 */
export function withMentions(text: string, people: readonly Mentionable[]): { body: string; mentioned: PersonId[] } {
  const labels = labelled(people)
    .filter(({ label }) => label !== '')
    .sort((a, b) => b.label.length - a.label.length)
  const mentioned = new Set<PersonId>()
  let body = ''
  let at = 0
  let tokens = 0
  while (at < text.length) {
    const begins = text[at] === '@' && tokens < MOST_TOKENS && !wordCharacter.test(text[at - 1] ?? '')
    const found = begins ? labelAt(text, at + 1, labels) : undefined
    if (found === undefined || (mentioned.size >= MOST_MENTIONS && !mentioned.has(found.personId))) {
      body += text[at] ?? ''
      at += 1
      continue
    }
    mentioned.add(found.personId)
    tokens += 1
    body += `@{${found.personId}}`
    at += 1 + found.label.length
  }
  return { body, mentioned: [...mentioned] }
}

function labelAt(text: string, from: number, labels: readonly { personId: PersonId; label: string }[]) {
  return labels.find(({ label }) => {
    const written = text.slice(from, from + label.length)
    const isName = written.localeCompare(label, 'sv', { sensitivity: 'accent' }) === 0
    return isName && !wordCharacter.test(text[from + label.length] ?? '')
  })
}

/** The text as its author wrote it, with names in place of tokens. */
export function asWritten(body: string, mentions: readonly Mentionable[]): string {
  const labels = new Map(labelled(mentions).map(({ personId, label }) => [String(personId), label]))
  return body.replaceAll(token, (whole, id: string) => {
    const label = labels.get(id)
    return label === undefined || label === '' ? whole : `@${label}`
  })
}

/** A text in paragraphs, lines and pieces. A token of somebody who is not (any longer) mentioned has no name. */
export function shownText(body: string, mentions: readonly Mentionable[], me: PersonId): ShownText {
  const names = new Map(mentions.map(({ personId, name }) => [String(personId), name]))
  return body.split(/\n{2,}/).map((paragraph) =>
    paragraph.split('\n').map((line) => {
      const pieces: Piece[] = []
      let rest = 0
      for (const match of line.matchAll(token)) {
        pieces.push(...linked(line.slice(rest, match.index)))
        const id = match[1] ?? ''
        pieces.push({ kind: 'mention', name: names.get(id) || null, isMe: id === String(me) })
        rest = match.index + match[0].length
      }
      return [...pieces, ...linked(line.slice(rest))]
    }),
  )
}

/** Addresses of the web become links; the punctuation of the sentence stays outside. */
function linked(text: string): Piece[] {
  const pieces: Piece[] = []
  let rest = 0
  for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>"'`]+/gi)) {
    const written = match[0].replace(/[.,;:!?)\]}]+$/, '')
    if (!URL.canParse(written)) continue
    const { protocol, href, username } = new URL(written)
    if ((protocol !== 'http:' && protocol !== 'https:') || username !== '') continue
    if (match.index > rest) pieces.push({ kind: 'text', text: text.slice(rest, match.index) })
    pieces.push({ kind: 'link', text: written, href })
    rest = match.index + written.length
  }
  if (rest < text.length) pieces.push({ kind: 'text', text: text.slice(rest) })
  return pieces
}
