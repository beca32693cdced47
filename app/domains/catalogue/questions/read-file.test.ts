import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { anyQuestion, everyType } from '../../../../tests/support/questions'
import { plainQuiz } from './model'
import { plainFromQuiz } from './plain-quiz'
import { readQuizFile } from './read-file.server'
import { sealOfQuestion } from './seal'

const fileOf = (questions: Parameters<typeof plainFromQuiz>[0]['questions']) =>
  plainFromQuiz({ title: 'Prov', pass: 70, quiz: plainQuiz, questions })
const head = 'format: westum-quiz\nversion: 1\nquestions:\n'
const faultsOf = (text: string) => {
  const read = readQuizFile(text)
  return read.ok ? read.questions.flatMap(({ faults }) => faults) : read
}

describe('a file of questions', () => {
  it('that the portal has written is read back whole, as YAML and as JSON', () => {
    fc.assert(
      fc.property(fc.array(anyQuestion, { minLength: 1, maxLength: 5 }), (questions) => {
        const plain = fileOf(questions)
        for (const text of [stringify(plain), JSON.stringify(plain), JSON.stringify(plain, undefined, '\t')]) {
          const read = readQuizFile(text.replaceAll('\n', '\r\n'))
          const seals = read.ok ? read.questions.map(({ question }) => question && sealOfQuestion(question)) : read
          expect(seals).toEqual(questions.map(sealOfQuestion))
        }
      }),
      { numRuns: 40 },
    )
    const read = readQuizFile(stringify(fileOf(everyType)))
    expect(read.ok && read.questions.map(({ type }) => type)).toEqual(everyType.map(({ type }) => type))
  })

  it('tells each fault with its line, field and limit, and still reads the whole questions', () => {
    const text = `${head}  - type: single
    prompt: Ett?
    options:
      - { key: a, text: rätt, feedback: Ja. }
      - { key: b, text: fel, feedback: Nej. }
  - type: numeric
    prompt: Tal?
    answer: tre
  - type: numeric
    prompt: Helt?
    answer: 3
  - { type: flervals, prompt: Slag? }
  - type: short-text
    prompt: Ord?
    prompt: Igen?
    accepted: []
    svar: ja
`
    const read = readQuizFile(text)
    expect(
      read.ok && read.questions.map(({ line, prompt, question }) => [line, prompt, question !== undefined]),
    ).toEqual([
      [4, 'Ett?', false],
      [9, 'Tal?', false],
      [12, 'Helt?', true],
      [15, 'Slag?', false],
      [16, 'Igen?', false],
    ])
    expect(faultsOf(text)).toMatchObject([
      { line: 7, field: 'options', kind: 'none-right' },
      { line: 11, field: 'answer', kind: 'wrong-kind', detail: 'number' },
      { line: 15, field: 'type', kind: 'not-in-list', detail: expect.stringContaining('gap-text') },
      { line: 18, field: 'prompt', kind: 'field-twice' },
      { line: 19, field: 'accepted', kind: 'too-few', detail: '1' },
      { line: 20, field: 'svar', kind: 'field-unknown', detail: 'svar' },
    ])
  })

  it.each([
    ['nothing', '', 'not-quiz'],
    ['a text', 'Hej på dig', 'not-quiz'],
    ['a table', 'namn;svar\nA;B', 'not-quiz'],
    ['another format', 'format: westum-kurs\nversion: 1', 'not-quiz'],
    ['a later version', 'format: westum-quiz\nversion: 2\nquestions: [1]', 'version'],
    ['no questions', 'format: westum-quiz\nversion: 1\nquestions: {}', 'no-questions'],
    ['an empty list', 'format: westum-quiz\nversion: 1\nquestions: []', 'no-questions'],
    ['too many questions', `${head}${'  - {}\n'.repeat(501)}`, 'too-many'],
    ['broken JSON', '{"format": "westum-quiz", "version": 1, "questions": [', 'unreadable'],
    ['half a file', `${head}  - type: single\n    prompt: "Ett`, 'unreadable'],
    ['a form with its sign in the prototype', '{"__proto__": {"format": "westum-quiz", "version": 1}}', 'not-quiz'],
  ])('that is %s is refused', (_name, text, refusal) => {
    expect(readQuizFile(text)).toMatchObject({ ok: false, refusal })
  })

  it.each([
    ['brackets', '['.repeat(400_000)],
    ['groups', '{"a":'.repeat(80_000)],
    ['lists', '- '.repeat(200_000)],
    [
      'references to references',
      `a: &a [x,x,x,x,x,x,x,x]\n${'bcdefg'.replace(/./g, (name, at: number) => `${name}: &${name} [${`*${'abcdef'[at] ?? ''},`.repeat(8)}]\n`)}`,
    ],
  ])('that nests %s without end is refused', (_name, text) => {
    expect(readQuizFile(text)).toMatchObject({ ok: false, refusal: 'unreadable' })
  })

  it('never lets what a database cannot keep through, nor fields of JavaScript', () => {
    const json = (prompt: string) =>
      `{"format":"westum-quiz","version":1,"questions":[{"type":"numeric","prompt":"${prompt}","answer":1}]}`
    expect(faultsOf(json('a\\u0000b'))).toMatchObject([{ kind: 'bad-sign' }])
    expect(faultsOf(json('a\\ud800b'))).toMatchObject([{ kind: 'bad-sign' }])
    expect(faultsOf(json('a\\u00e5b'))).toEqual([])
    const hidden = `${head}  - { type: numeric, prompt: A, answer: 1, "__proto__": { answer: 2 }, constructor: 1 }\n`
    expect(faultsOf(hidden)).toMatchObject([{ kind: 'field-unknown' }])
  })
})
