import fc from 'fast-check'
import { partKey, type Question } from '~/domains/catalogue'

/** One question of every type, as an author writes them. */
export const everyType: Question[] = [
  {
    key: 'q1',
    type: 'single',
    prompt: 'Ett?',
    options: [
      { key: 'a', text: 'rätt', correct: true, feedback: 'Ja.' },
      { key: 'b', text: 'fel', correct: false, feedback: 'Nej.' },
    ],
  },
  {
    key: 'q2',
    type: 'multiple',
    prompt: 'Flera?',
    scoring: 'partial',
    options: [
      { key: 'a', text: 'rätt', correct: true, feedback: 'Ja.' },
      { key: 'b', text: 'också rätt', correct: true, feedback: 'Ja.' },
      { key: 'c', text: 'fel', correct: false, feedback: 'Nej.' },
    ],
  },
  {
    key: 'q3',
    type: 'true-false',
    prompt: 'Sant?',
    options: [
      { key: 'a', text: 'Sant', correct: true, feedback: 'Ja.' },
      { key: 'b', text: 'Falskt', correct: false, feedback: 'Nej.' },
    ],
  },
  {
    key: 'q4',
    type: 'ordering',
    prompt: 'Ordning?',
    items: [{ text: 'först', feedback: 'Ja.' }, { text: 'sedan' }, { text: 'sist' }],
    feedback: { right: 'Ja.', wrong: 'Nej.' },
    scoring: 'partial',
  },
  {
    key: 'q5',
    type: 'matching',
    prompt: 'Par?',
    pairs: [
      { left: 'hund', right: 'valp' },
      { left: 'katt', right: 'unge' },
      { left: 'björn', right: 'unge' },
    ],
    extra: ['föl'],
  },
  { key: 'q6', type: 'numeric', prompt: 'Tal?', answer: 3.5, tolerance: 0.1, unit: 'kg' },
  { key: 'q7', type: 'short-text', prompt: 'Ord?', accepted: ['Idé', 'en idé'] },
  {
    key: 'q8',
    type: 'gap-text',
    prompt: 'Luckor?',
    text: 'Den [[a]] kommer före den [[b]].',
    gaps: [
      { key: 'a', accepted: ['första'] },
      { key: 'b', accepted: ['andra'], choices: ['tredje', 'andra'] },
    ],
    spelling: 'lenient',
    scoring: 'partial',
  },
]

const words = fc.stringMatching(/^[a-zåäö]{1,12}( [a-zåäö]{1,8})?$/)
const feedback = fc.record({ right: words, wrong: words })
const scoring = fc.constantFrom('all' as const, 'partial' as const)
const distinct = (least: number, most: number) =>
  fc.uniqueArray(words, { minLength: least, maxLength: most, selector: partKey })

const options = (least: number, most: number) =>
  fc.tuple(distinct(least, most), fc.nat()).map(([texts, right]) =>
    texts.map((text, index) => ({
      key: String.fromCharCode(97 + index),
      text,
      correct: index === right % texts.length,
      feedback: 'Därför.',
    })),
  )

/** Any question that an author may keep. */
export const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ key: fc.constant('q'), type: fc.constant('single' as const), prompt: words, options: options(2, 6) }),
  fc.record({
    key: fc.constant('q'),
    type: fc.constant('multiple' as const),
    prompt: words,
    options: options(2, 6).chain((made) =>
      fc
        .array(fc.boolean(), { minLength: made.length, maxLength: made.length })
        .map((also) => made.map((option, index) => ({ ...option, correct: option.correct || also[index] === true }))),
    ),
    scoring,
  }),
  fc.record({ key: fc.constant('q'), type: fc.constant('true-false' as const), prompt: words, options: options(2, 2) }),
  fc.record({
    key: fc.constant('q'),
    type: fc.constant('ordering' as const),
    prompt: words,
    items: distinct(2, 8).map((texts) => texts.map((text) => ({ text }))),
    feedback,
    scoring,
  }),
  fc.record({
    key: fc.constant('q'),
    type: fc.constant('matching' as const),
    prompt: words,
    pairs: distinct(4, 12).map((texts) => {
      const half = Math.floor(texts.length / 2)
      return texts.slice(0, half).map((left, index) => ({ left, right: texts[half + index] ?? '' }))
    }),
    scoring,
  }),
  fc.record({
    key: fc.constant('q'),
    type: fc.constant('numeric' as const),
    prompt: words,
    answer: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((whole) => whole / 100),
    tolerance: fc.nat(1000).map((whole) => whole / 100),
    unit: fc.constantFrom('kg', 'procent', '%'),
  }),
  fc.record({
    key: fc.constant('q'),
    type: fc.constant('short-text' as const),
    prompt: words,
    accepted: fc.array(words, { minLength: 1, maxLength: 4 }),
    spelling: fc.constantFrom('exact' as const, 'normal' as const, 'lenient' as const),
  }),
  fc.array(words, { minLength: 1, maxLength: 6 }).chain((answers) =>
    fc.record({
      key: fc.constant('q'),
      type: fc.constant('gap-text' as const),
      prompt: words,
      text: fc.constant(answers.map((_, index) => `ord [[g${index}]]`).join(' ')),
      gaps: fc.constant(answers.map((answer, index) => ({ key: `g${index}`, accepted: [answer] }))),
      scoring,
    }),
  ),
)
