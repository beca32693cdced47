import type { Translate } from '~/i18n/translate'
import type { Problem } from '../../import/model'

type Texts = Translate<'participantImport'>
type RecordTexts = Translate<'participants'>

/** A problem in words: what is wrong and what to do, with suggestions when there are any. */
export function tellProblem({ code, hints = {} }: Problem, t: Texts, tRecord: RecordTexts): string {
  const nearest = hints['nearest'] === undefined ? '' : ` ${t('nearest', hints)}`
  const partners = hints['partners'] === undefined || nearest !== '' ? '' : ` ${t('partners', hints)}`
  return `${sentence(code, hints, t, tRecord)}${nearest}${partners}`
}

function sentence(code: Problem['code'], hints: Record<string, string>, t: Texts, tRecord: RecordTexts): string {
  switch (code) {
    case 'number-temporary':
    case 'number-characters':
    case 'number-length':
    case 'number-year':
    case 'number-month':
    case 'number-day':
    case 'number-check-digit':
    case 'number-not-born':
    case 'number-too-young':
      return tRecord(`numberFault.${faults[code]}`)
    case 'entry-missing':
    case 'entry-form':
    case 'entry-outside':
    case 'exit-form':
    case 'exit-before-entry':
    case 'exit-after-end':
      return tRecord(`datesFault.${code}`, hints)
    default:
      return t(`problem.${code}`, hints)
  }
}

const faults = {
  'number-temporary': 'temporary',
  'number-characters': 'characters',
  'number-length': 'length',
  'number-year': 'year',
  'number-month': 'month',
  'number-day': 'day',
  'number-check-digit': 'check-digit',
  'number-not-born': 'not-born',
  'number-too-young': 'too-young',
} as const
