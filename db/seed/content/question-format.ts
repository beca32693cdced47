import { z } from 'zod'
import { checkQuestion, type Question, type QuestionFault, questionShape } from '~/domains/catalogue'

/** What is wrong and what to do, after a broken bar. */
const sentences: Record<QuestionFault, string> = {
  'none-right': 'Inget alternativ är rätt.¦Skriv correct: true vid det rätta svaret.',
  'several-right': 'Fler än ett alternativ är rätt.¦Behåll correct: true vid ett svar eller skriv type: multiple.',
  'two-options': 'En sant/falskt-fråga har två alternativ.¦Skriv ett för Sant och ett för Falskt.',
  'same-key': 'Två delar av frågan har samma key.¦Ge varje del en egen bokstav.',
  'same-text': 'Två delar av frågan har samma text.¦Skriv dem så att de går att skilja åt.',
  'gap-missing': 'Luckan finns inte i texten.¦Skriv [[key]] där luckan ska stå, eller ta bort den.',
  'gap-unknown': 'Texten har en lucka som inte finns i gaps.¦Lägg till luckan i gaps eller rätta det som står inom [[ ]].',
  'gap-twice': 'Samma lucka står två gånger i texten.¦Ge varje lucka en egen key.',
  'gap-answer': 'Inget av luckans val är rätt.¦Ta med det rätta svaret bland choices.',
}

const feedback = 'Frågan saknar återkoppling.¦Skriv feedback med right och wrong: vad du säger vid rätt och vid fel svar.'
const carriesOwn: readonly Question['type'][] = ['single', 'multiple', 'true-false']

/** A question of the right shape and whole; in the content folder also with feedback. */
export const questionOf = (standard: 'content' | 'package') =>
  questionShape.superRefine((value, context) => {
    for (const { fault, path } of checkQuestion(value)) {
      context.addIssue({ code: 'custom', path, message: sentences[fault] })
    }
    if (standard === 'content' && !carriesOwn.includes(value.type) && value.feedback === undefined) {
      context.addIssue({ code: 'custom', path: ['feedback'], message: feedback })
    }
  })

/** A question as the content folder asks for it. */
export const question = questionOf('content')

/** Questions of a quiz; the content folder asks for at least one. */
export const questions = (standard: 'content' | 'package') =>
  z
    .array(questionOf(standard))
    .min(standard === 'content' ? 1 : 0)
    .max(500)
    .superRefine((value, context) => {
      if (new Set(value.map(({ key }) => key)).size === value.length) return
      context.addIssue({
        code: 'custom',
        message: 'Två frågor har samma key.¦Ge varje fråga en egen key, till exempel q1, q2.',
      })
    })
