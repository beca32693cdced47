import { type QuizSettings, type Telling, tellings } from './model'

/** The settings of a quiz as they are typed. */
export interface SettingsFields {
  pass: string
  maxAttempts: string
  shuffleQuestions: boolean
  shuffleOptions: boolean
  drawCount: string
  drawTag: string
  tell: Telling
}
export type SettingsFault = 'percent' | 'attempts' | 'draw'

export function quizSettingsOf(pass: number | null, quiz: QuizSettings): SettingsFields {
  return {
    pass: String(pass ?? 70),
    maxAttempts: quiz.maxAttempts === null ? '' : String(quiz.maxAttempts),
    shuffleQuestions: quiz.shuffleQuestions,
    shuffleOptions: quiz.shuffleOptions,
    drawCount: quiz.draw === null ? '' : String(quiz.draw.count),
    drawTag: quiz.draw?.tag ?? '',
    tell: quiz.tell,
  }
}

const whole = (text: string, least: number, most: number) => {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}

/** Reads the fields that `QuizSettingsFields` puts in a form; what was typed comes back with the faults. */
export function readQuizSettings(form: FormData): {
  fields: SettingsFields
  faults: Partial<Record<keyof SettingsFields, SettingsFault>>
  value: { pass: number; quiz: QuizSettings } | undefined
} {
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, 60)
  const fields: SettingsFields = {
    pass: text('pass'),
    maxAttempts: text('maxAttempts'),
    shuffleQuestions: form.get('shuffleQuestions') !== null,
    shuffleOptions: form.get('shuffleOptions') !== null,
    drawCount: text('drawCount'),
    drawTag: text('drawTag').toLocaleLowerCase('sv'),
    tell: tellings.find((each) => each === text('tell')) ?? 'passed',
  }
  const faults: Partial<Record<keyof SettingsFields, SettingsFault>> = {}
  const pass = whole(fields.pass, 0, 100)
  const maxAttempts = fields.maxAttempts === '' ? null : whole(fields.maxAttempts, 1, 50)
  const drawn = fields.drawCount === '' ? null : whole(fields.drawCount, 1, 100)
  if (pass === undefined) faults.pass = 'percent'
  if (maxAttempts === undefined) faults.maxAttempts = 'attempts'
  if (drawn === undefined || (drawn === null && fields.drawTag !== '')) faults.drawCount = 'draw'
  if (pass === undefined || maxAttempts === undefined || drawn === undefined || faults.drawCount !== undefined) {
    return { fields, faults, value: undefined }
  }
  const { shuffleQuestions, shuffleOptions, tell } = fields
  const draw = drawn === null ? null : { count: drawn, tag: fields.drawTag === '' ? null : fields.drawTag }
  return { fields, faults, value: { pass, quiz: { maxAttempts, shuffleQuestions, shuffleOptions, draw, tell } } }
}
