import type { BrowserTexts } from '../sv/browser'
import type { SameKeys } from '../translate'
import { activity } from './activity'
import { calendar } from './calendar'
import { catalogue } from './catalogue'
import { common } from './common'
import { credential } from './credential'
import { document } from './document'
import { home } from './home'
import { lesson } from './lesson'
import { hours } from './hours'
import { practice } from './practice'
import { search } from './search'

export const browserTexts: SameKeys<BrowserTexts> = {
  activity,
  calendar,
  catalogue,
  common,
  credential,
  document,
  home,
  lesson,
  hours,
  practice,
  search,
}
