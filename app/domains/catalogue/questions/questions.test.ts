import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { anyQuestion, everyType } from '../../../../tests/support/questions'
import { fold, partKey, readNumber } from './compare'
import { emptyDraft } from './draft'
import { readDraft, readQuestions } from './form'
import { plainQuiz, type Question, questionTypes } from './model'
import { plainFromQuiz, quizFromPlain } from './plain-quiz'
import { checkQuestion, draftOf, plainOf, questionShape } from './registry'
import { quizSettingsOf, readQuizSettings } from './settings-form'

/** The fields of the editor for these questions, as a browser sends them. */
function formOf(questions: readonly Question[], more: Record<string, string> = {}): FormData {
  const form = new FormData()
  form.set('fragor', String(questions.length))
  questions.map(draftOf).forEach((draft, index) => {
    const { rows, partial, ...fields } = draft
    for (const [name, value] of Object.entries(fields)) form.set(`f${index}.${name}`, value)
    if (partial) form.set(`f${index}.partial`, 'ja')
    form.set(`f${index}.rader`, String(rows.length))
    rows.forEach(({ correct, ...row }, at) => {
      for (const [name, value] of Object.entries(row)) form.set(`f${index}.r${at}.${name}`, value)
      if (correct) form.set(`f${index}.r${at}.correct`, 'ja')
    })
  })
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  return form
}

/** Scoring all or nothing is the same as none said, and so is ordinary spelling. */
function plainly(question: Question): unknown {
  const { scoring, spelling, ...rest } = question as Question & { scoring?: string; spelling?: string }
  return {
    ...rest,
    ...(scoring === 'partial' ? { scoring } : {}),
    ...(spelling === undefined || spelling === 'normal' ? {} : { spelling }),
  }
}

describe('any question', () => {
  it('goes out as JSON and YAML and comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(anyQuestion, { maxLength: 4 }), (made) => {
        const questions = made.map((question, index) => ({ ...question, key: `q${index}` }))
        const quiz = { title: 'Prov', pass: 70, quiz: plainQuiz, questions }
        for (const text of [JSON.stringify(plainFromQuiz(quiz)), stringify(plainFromQuiz(quiz))]) {
          expect(quizFromPlain(parse(text))).toEqual({ ok: true, value: quiz })
        }
      }),
    )
  })
  it('goes through its form and comes back as it was', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        expect(checkQuestion(question)).toEqual([])
        expect(questionShape.parse(plainOf(draftOf(question)))).toEqual(plainly(question))
        const read = readQuestions(formOf([question]))
        expect(read.kind === 'ok' && read.questions).toEqual([plainly(question)])
      }),
    )
  })
})

describe('a file that is no quiz', () => {
  it.each([
    ['another format', { format: 'annat' }],
    ['a key twice', plainFromQuiz({ title: '', pass: 1, quiz: plainQuiz, questions: [...everyType, ...everyType] })],
    ['nothing', null],
    ['a list', []],
    ['an unknown field', { ...plainFromQuiz({ title: '', pass: 1, quiz: plainQuiz, questions: [] }), mer: 1 }],
  ])('is refused with where and what: %s', (_name, source) => {
    const read = quizFromPlain(source)
    expect(read.ok).toBe(false)
    expect(!read.ok && read.faults.length).toBeGreaterThan(0)
  })
})

describe('the form of questions', () => {
  it('says what is wrong at its field and keeps what was typed', () => {
    const form = formOf(everyType, { 'f0.prompt': '  ', 'f3.r1.text': 'först', 'f5.answer': 'tre', 'f7.text': 'Ingen' })
    const read = readQuestions(form)
    expect(read).toMatchObject({
      kind: 'faulty',
      faults: [
        { index: 0, field: 'f0.prompt', fault: 'empty' },
        { index: 3, field: 'f3.r0.text', fault: 'same-text' },
        { index: 5, field: 'f5.answer', fault: 'not-a-number' },
        { index: 7, field: 'f7.r0.text', fault: 'gap-missing' },
        { index: 7, field: 'f7.r1.text', fault: 'gap-missing' },
      ],
    })
    expect(read.drafts[5]?.answer).toBe('tre')
  })

  it.each([
    ['f0:rad', (drafts: number[]) => expect(drafts[0]).toBe(3)],
    ['f0:r0:bort', (drafts: number[]) => expect(drafts[0]).toBe(1)],
    ['f0:kopia', (drafts: number[]) => expect(drafts).toHaveLength(everyType.length + 1)],
    ['f0:bort', (drafts: number[]) => expect(drafts).toHaveLength(everyType.length - 1)],
    ['ny', (drafts: number[]) => expect(drafts).toHaveLength(everyType.length + 1)],
    ['f99:bort', (drafts: number[]) => expect(drafts).toHaveLength(everyType.length)],
    ['hittepå', (drafts: number[]) => expect(drafts).toHaveLength(everyType.length)],
  ])('does what the button %s says and loses nothing', (action, holds) => {
    const read = readQuestions(formOf(everyType, { andra: action }))
    expect(read.kind).toBe('changed')
    holds(read.drafts.map((draft) => draft.rows.length))
    const keys = read.drafts.map((draft) => draft.key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('never throws for what a browser would not send', () => {
    const name = fc.constantFrom('fragor', 'f0.rader', 'f0.type', 'f0.key', 'f0.r0.text', 'andra', 'nytyp', 'f0.answer')
    const value = fc.oneof(fc.string(), fc.constantFrom('1e9', '-1', 'Infinity', '2', 'f0:r0:bort', '__proto__'))
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 20 }), (fields) => {
        const form = new FormData()
        for (const [key, text] of fields) form.append(key, text)
        expect(readQuestions(form).drafts.length).toBeLessThanOrEqual(61)
      }),
    )
  })

  it('of a new question of each type asks for what it lacks', () => {
    for (const type of questionTypes) expect(readDraft(emptyDraft(type, 'q1'), 0).faults.length).toBeGreaterThan(0)
  })
})

describe('the settings of a quiz', () => {
  const read = (fields: Record<string, string>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return readQuizSettings(form)
  }
  it('come back as they were', () => {
    const quiz = { ...plainQuiz, maxAttempts: 3, shuffleOptions: true, draw: { count: 5, tag: 'grund' } }
    const { shuffleQuestions: _off, shuffleOptions: _on, ...fields } = quizSettingsOf(70, quiz)
    expect(read({ ...fields, shuffleOptions: 'ja' }).value).toEqual({ pass: 70, quiz })
  })
  it.each([
    [{ pass: '101' }, { pass: 'percent' }],
    [{ pass: '70', maxAttempts: '0' }, { maxAttempts: 'attempts' }],
    [{ pass: '70', drawTag: 'grund' }, { drawCount: 'draw' }],
  ])('%j are refused at their field', (fields, faults) => {
    expect(read(fields)).toMatchObject({ faults, value: undefined })
  })
})

describe('written answers', () => {
  it.each([
    ['  Två   ord. ', 'två ord', 'normal'],
    ['IDÉ', 'ide', 'normal'],
    ['Ål', 'ål', 'normal'],
    ['Ål', 'al', 'lenient'],
    ['Ål ', 'Ål', 'exact'],
    ['e\u0301', 'e', 'normal'],
  ] as const)('“%s” is compared as “%s” (%s)', (text, folded, spelling) => expect(fold(text, spelling)).toBe(folded))

  it.each([
    ['1 234,5', 1234.5],
    ['−3', -3],
    ['12 %', undefined],
    ['1,2,3', undefined],
    ['', undefined],
    ['1e5', undefined],
  ])('“%s” is the number %s', (text, number) => expect(readNumber(text)).toBe(number))

  it('keys of parts tell nothing of their order and hang on the text alone', () => {
    expect(partKey(' Först ')).toBe(partKey('Först'))
    expect(partKey('a')).not.toBe(partKey('b'))
    expect(partKey('a')).toMatch(/^[a-z0-9]{7}$/)
  })
})
