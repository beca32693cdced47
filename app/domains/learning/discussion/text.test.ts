import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { PersonId } from '~/shared/ids'
import { LONGEST_POST, MOST_MENTIONS, type Piece } from './model'
import { asWritten, cleanLine, cleanText, labelled, shownText, withMentions } from './text'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as PersonId
const anna = { personId: id(1), name: 'Anna Ek' }
const annaLong = { personId: id(2), name: 'Anna Ekvall' }
const other = { personId: id(3), name: 'Anna Ek' }
const me = id(9)
const plain = (pieces: Piece[]) =>
  pieces.map((piece) => (piece.kind === 'mention' ? `@${piece.name ?? '?'}` : piece.text))

describe('a text as it is kept', () => {
  test.each([
    ['rad\r\nrad', 'rad\nrad'],
    ['  text \n\n\n\n  mer  ', 'text\n\n  mer'],
    ['a\u0000\u0007b\u202ec\u2066d\ufeff', 'abcd'],
    [`a${'\u0301'.repeat(40)}b`, `á${'\u0301'.repeat(4)}b`],
    ['👩‍👩‍👧 åäö', '👩‍👩‍👧 åäö'],
  ])('%j is %j', (typed, kept) => expect(cleanText(typed)).toBe(kept.normalize('NFC')))

  it('of a title is one line', () => expect(cleanLine(' Hur\n gör\tni? ')).toBe('Hur gör ni?'))

  it('cleaned again stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const once = cleanText(typed)
        expect(cleanText(once)).toBe(once)
      }),
    )
  })
})

describe('mentions', () => {
  test.each([
    ['Hej @Anna Ek!', [1]],
    ['Hej @anna ek, och @ANNA EKVALL.', [1, 2]],
    ['@Anna Ekvall', [2]],
    ['@Anna Ekström', []],
    ['mejl@Anna Ek', []],
    ['@Anna', []],
    ['(@Anna Ek)', [1]],
  ] as const)('of %j are %j', (text, ids) => {
    expect(withMentions(text, [anna, annaLong]).mentioned).toEqual(ids.map(id))
  })

  it('tell two of the same name apart', () => {
    expect(labelled([other, anna]).map(({ label }) => label)).toEqual(['Anna Ek', 'Anna Ek (2)'])
    expect(withMentions('@Anna Ek (2)', [anna, other]).mentioned).toEqual([other.personId])
  })

  it('are at most ten, and the rest is words', () => {
    const many = Array.from({ length: 14 }, (_, index) => ({ personId: id(index), name: `Person${index}x` }))
    const { mentioned, body } = withMentions(many.map(({ name }) => `@${name}`).join(' '), many)
    expect(mentioned).toHaveLength(MOST_MENTIONS)
    expect(body).toContain('@Person13x')
  })

  it('come back as they were written, and a body never outgrows its place', () => {
    const people = [anna, annaLong, { personId: id(4), name: 'Bo' }]
    const word = fc.oneof(
      fc.constantFrom('@Anna Ek', '@Anna Ekvall', '@Bo', '@', ' ', '\n', 'Bo@Bo', '@{x}'),
      fc.string({ maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 600 }), (words) => {
        const text = cleanText(words.join('')).slice(0, LONGEST_POST)
        const { body, mentioned } = withMentions(text, people)
        expect(
          asWritten(
            body,
            people.filter(({ personId }) => mentioned.includes(personId)),
          ),
        ).toBe(text)
        expect(body.length).toBeLessThanOrEqual(12_000)
      }),
    )
  })
})

describe('a shown text', () => {
  it('has paragraphs, lines, links and names, and marks the reader', () => {
    const { body } = withMentions('Hej @Anna Ek\nse https://example.org/a?b=1.\n\nBra!', [anna])
    const [first, second] = shownText(body, [anna], anna.personId)
    expect(first?.map(plain)).toEqual([
      ['Hej ', '@Anna Ek'],
      ['se ', 'https://example.org/a?b=1', '.'],
    ])
    expect(first?.[0]?.[1]).toMatchObject({ isMe: true })
    expect(second?.map(plain)).toEqual([['Bra!']])
  })

  it('names nobody who is not among its mentions', () => {
    expect(plain(shownText(`@{${anna.personId}}`, [], me)[0]?.[0] ?? [])).toEqual(['@?'])
    expect(plain(shownText(`@{${anna.personId}}`, [{ ...anna, name: '' }], me)[0]?.[0] ?? [])).toEqual(['@?'])
  })

  test.each([
    'javascript:alert(1)',
    '<a href="javascript:x">x</a>',
    'data:text/html,<script>alert(1)</script>',
    'https://user@evil.example/',
    'http://',
  ])('%s is words, no link', (text) => {
    expect(
      shownText(text, [], me)
        .flat(2)
        .every(({ kind }) => kind === 'text'),
    ).toBe(true)
  })

  it('loses and adds nothing, and links lead to the web alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.webUrl(), (before, url) => {
        const text = cleanText(`${before} ${url}`)
        const shown = shownText(text, [], me)
        const back = shown.map((lines) => lines.map((line) => plain(line).join('')).join('\n')).join('\n\n')
        expect(back).toBe(text)
        for (const piece of shown.flat(2)) if (piece.kind === 'link') expect(piece.href).toMatch(/^https?:\/\//)
      }),
    )
  })
})
