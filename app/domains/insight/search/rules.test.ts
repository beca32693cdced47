import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockOf, hitEnd, hitStart, piecesOf, readQuestion } from './rules'

describe('a question', () => {
  test.each([
    ['  Validering   av vård ', ['validering', 'av', 'vård'], false],
    ['ÅÄÖ', ['åäö'], false],
    ['"formativ bedömning"', ['formativ', 'bedömning'], true],
    ['”formativ bedömning”', ['formativ', 'bedömning'], true],
    ['kurs -distans', ['kurs', 'distans'], true],
    ['språk- och kunskap', ['språk', 'och', 'kunskap'], false],
    ["'; drop table course; --", ['drop', 'table', 'course'], false],
    ['kurs kurs', ['kurs'], false],
  ])('%j', (typed, words, exact) => {
    expect(readQuestion(typed)).toMatchObject({ words, exact })
  })

  test.each(['', '   ', '!?&|:*()', '\u0000\u0007', '😀'])('%j asks nothing', (typed) => {
    expect(readQuestion(typed)).toBeUndefined()
  })

  test('is short, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const question = readQuestion(typed)
        if (question === undefined) return
        expect(question.text.length).toBeLessThanOrEqual(200)
        expect(question.words.length).toBeLessThanOrEqual(10)
        for (const word of question.words) expect(word).toMatch(/^[\p{L}\p{Nd}]{1,60}$/u)
      }),
      { numRuns: 60 },
    )
  })
})

describe('marked texts', () => {
  test('become pieces', () => {
    expect(piecesOf(`En ${hitStart}kurs${hitEnd} i språk`)).toEqual([
      { text: 'En ', hit: false },
      { text: 'kurs', hit: true },
      { text: ' i språk', hit: false },
    ])
  })

  test('lose nothing but the marks', () => {
    const part = fc.constantFrom('a', '<b>', hitStart, hitEnd, ' ', 'å')
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const marked = parts.join('')
        const plain = marked.replaceAll(hitStart, '').replaceAll(hitEnd, '')
        expect(
          piecesOf(marked)
            .map(({ text }) => text)
            .join(''),
        ).toBe(plain)
      }),
    )
  })
})

test.each([
  [0, '0.00'],
  [65, '1.05'],
  [425.9, '7.05'],
])('second %d is %s', (second, text) => {
  expect(clockOf(second)).toBe(text)
})
