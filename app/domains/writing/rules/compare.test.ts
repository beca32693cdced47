import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDocuments } from './compare'
import { type Difference, isDifferent } from './difference'

const words = (text: string) => [{ type: 'text', text }]
const p = (text: string) => ({ type: 'paragraph', content: words(text) })
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const told = (before: unknown, after: unknown) =>
  compareDocuments(before, after).map(
    ({ change, kind, words: parts, onlyForm }) =>
      `${change} ${kind}${onlyForm ? ' form' : ''}: ${parts.map((part) => (part.change === 'same' ? part.text : `[${part.change} ${part.text}]`)).join('')}`,
  )

describe('the difference between two texts', () => {
  test.each([
    ['nothing', doc(p('Ett')), doc(p('Ett')), ['same paragraph: Ett']],
    [
      'the order of keys, and what is not set, alone',
      doc({ type: 'heading', attrs: { level: 2, lang: null }, content: words('Rubrik') }),
      doc({ content: words('Rubrik'), attrs: { level: 2 }, type: 'heading' }),
      ['same heading: Rubrik'],
    ],
    ['a paragraph more', doc(p('Ett')), doc(p('Ett'), p('Två')), ['same paragraph: Ett', 'added paragraph: [ins Två]']],
    [
      'a paragraph less',
      doc(p('Ett'), p('Två')),
      doc(p('Två')),
      ['removed paragraph: [del Ett]', 'same paragraph: Två'],
    ],
    [
      'a word',
      doc(p('Vi började med alla lärare.')),
      doc(p('Vi började med några lärare.')),
      ['changed paragraph: Vi började med [del alla][ins några] lärare.'],
    ],
    [
      'another text in its place',
      doc(p('Alldeles eget')),
      doc(p('Något helt annat här')),
      ['added paragraph: [ins Något helt annat här]', 'removed paragraph: [del Alldeles eget]'],
    ],
    [
      'the order',
      doc(p('Först detta stycke'), p('Mitten står kvar här'), p('Sist')),
      doc(p('Mitten står kvar här'), p('Sist'), p('Först detta stycke')),
      ['same paragraph: Mitten står kvar här', 'same paragraph: Sist', 'moved paragraph: Först detta stycke'],
    ],
    [
      'the form alone',
      doc(p('Fet text')),
      doc({ type: 'paragraph', content: [{ type: 'text', text: 'Fet text', marks: [{ type: 'bold' }] }] }),
      ['changed paragraph form: Fet text'],
    ],
    [
      'the level of a heading',
      doc({ type: 'heading', attrs: { level: 2 }, content: words('Rubrik') }),
      doc({ type: 'heading', attrs: { level: 3 }, content: words('Rubrik') }),
      ['changed heading form: Rubrik'],
    ],
    [
      'a cell of a table',
      doc({
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', content: [p('En')] },
              { type: 'tableCell', content: [p('rad')] },
            ],
          },
        ],
      }),
      doc({
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', content: [p('En')] },
              { type: 'tableCell', content: [p('cell')] },
            ],
          },
        ],
      }),
      ['changed tableRow: En | [del rad][ins cell]'],
    ],
    [
      'a point of a list, and a block of a kind that is not known',
      doc({ type: 'bulletList', content: [{ type: 'listItem', content: [p('Ett')] }] }),
      doc(
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [p('Ett')] },
            { type: 'listItem', content: [p('Två')] },
          ],
        },
        { type: 'somethingNew', attrs: { caption: 'Ny del' } },
      ),
      ['same listItem: Ett', 'added listItem: [ins Två]', 'added somethingNew: [ins Ny del]'],
    ],
    [
      'the kind of a box, and the words of what can be folded out',
      doc(
        { type: 'callout', attrs: { kind: 'tip' }, content: [p('Prova')] },
        { type: 'details', attrs: { summary: 'Läs mer' }, content: [p('Mer')] },
      ),
      doc(
        { type: 'callout', attrs: { kind: 'warning' }, content: [p('Prova')] },
        { type: 'details', attrs: { summary: 'Läs ännu mer' }, content: [p('Mer')] },
      ),
      ['changed callout form: Prova', 'changed details: Läs [ins ännu ]mer', 'changed details form: Mer'],
    ],
    [
      'the words of a picture',
      doc({ type: 'image', attrs: { src: '/a.png', alt: 'Ett rum med fyra bord' } }),
      doc({ type: 'image', attrs: { src: '/a.png', alt: 'Ett rum med fem bord' } }),
      ['changed image: Ett rum med [del fyra][ins fem] bord'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected)
  })

  test('is told of a long text that is another from first to last, without a long search', () => {
    const long = (word: string) =>
      doc(...Array.from({ length: 3000 }, (_, index) => p(`${word}${index} ${word.repeat(3)}`)))
    const differences = compareDocuments(long('a'), long('b'))
    expect(differences.filter(({ change }) => change === 'added')).toHaveLength(3000)
    expect(differences.filter(({ change }) => change === 'removed')).toHaveLength(3000)
  })
})

const text = fc.array(fc.constantFrom('ett', 'två', 'tre', 'fyra', 'fem', 'sex', '.', 'å'), {
  minLength: 1,
  maxLength: 8,
})
const block = text.map((each) => p(each.join(' ')))
const document = fc.array(block, { maxLength: 12 }).map((blocks) => doc(...blocks))
const read = (differences: Difference[], wanted: 'ins' | 'del') =>
  differences
    .map(({ words: parts }) => parts.filter(({ change }) => change === 'same' || change === wanted))
    .map((parts) => parts.map((part) => part.text).join(''))
    .filter((line) => line !== '')

test('no word is lost: without what went stands the later text in order, and without what came all of the earlier', () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      const differences = compareDocuments(before, after)
      const textOf = (each: typeof before) =>
        each.content.map((line) => (line as ReturnType<typeof p>).content[0]?.text)
      expect(read(differences, 'ins')).toEqual(textOf(after))
      expect(read(differences, 'del').sort()).toEqual(textOf(before).sort())
      expect(isDifferent(differences)).toBe(JSON.stringify(before) !== JSON.stringify(after))
    }),
  )
})
