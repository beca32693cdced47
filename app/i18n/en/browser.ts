import type { BrowserTexts } from '../sv/browser'
import type { SameKeys } from '../translate'
import { account } from './account'
import { activity } from './activity'
import { calendar } from './calendar'
import { catalogue } from './catalogue'
import { common } from './common'
import { credential } from './credential'
import { competence } from './competence'
import { document } from './document'
import { home } from './home'
import { lesson } from './lesson'
import { lecture } from './lecture'
import { hours } from './hours'
import { practice } from './practice'
import { question } from './question'
import { search } from './search'
import { toast } from './toast'
import { video } from './video'

export const browserTexts: SameKeys<BrowserTexts> = {
  account,
  activity,
  calendar,
  catalogue,
  common,
  credential,
  competence,
  document,
  home,
  lesson,
  lecture,
  hours,
  practice,
  question,
  search,
  toast,
  video,
}
