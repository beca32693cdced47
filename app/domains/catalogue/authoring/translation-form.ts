import { partKey } from '../questions/compare'
import type { Question } from '../questions/model'
import { acceptedOf, type QuizTexts, wordsOf } from '../questions/translation'

export interface TranslatedField {
  name: string
  /** What it says in the original. */
  original: string
  value: string
  /** Answers that count as right, one a line, rather than words. */
  isAnswers: boolean
}

/** What is to be translated of a quiz, question by question. The name of a field goes with the original's words. */
export function translatedFields(questions: readonly Question[], texts: QuizTexts): TranslatedField[][] {
  return questions.map((question) => {
    const { key } = question
    const words = [...new Set(wordsOf(question))].filter((each): each is string => (each ?? '').trim() !== '')
    const answers = Object.entries(acceptedOf(question))
    return [
      ...words.map((original) => {
        const value = texts[key]?.texts[original] ?? ''
        return { name: `ord.${key}.${partKey(original)}`, original, value, isAnswers: false }
      }),
      ...answers.map(([part, accepted]) => {
        const value = (texts[key]?.accepted?.[part] ?? []).join('\n')
        return { name: `svar.${key}.${part}`, original: accepted.join(', '), value, isAnswers: true }
      }),
    ]
  })
}

/** Reads what was typed; an empty field is not translated. */
export function readTranslatedFields(
  questions: readonly Question[],
  sent: FormData,
): { texts: QuizTexts; isWhole: boolean } {
  const texts: QuizTexts = {}
  let isWhole = true
  const typed = (name: string) => String(sent.get(name) ?? '').slice(0, 2000)
  for (const question of questions) {
    const { key } = question
    const said: Record<string, string> = {}
    for (const original of wordsOf(question)) {
      if (original === undefined || original.trim() === '') continue
      // Signs between two gaps stay as they are.
      const isSign = !/\p{L}|\p{N}/u.test(original)
      const value = typed(`ord.${key}.${partKey(original)}`)
      if (value.trim() !== '') said[original] = value
      else if (!isSign) isWhole = false
    }
    const accepted = Object.fromEntries(
      Object.keys(acceptedOf(question)).map((part) => [
        part,
        typed(`svar.${key}.${part}`)
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .slice(0, 20),
      ]),
    )
    texts[key] = { texts: said, ...(Object.keys(accepted).length === 0 ? {} : { accepted }) }
  }
  return { texts, isWhole }
}
