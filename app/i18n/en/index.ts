import type { BrowserTexts, Texts } from '../sv'
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
import { copy } from './copy'
import { pages } from './pages'
import { practice } from './practice'
import { question } from './question'
import { search } from './search'
import { officeTexts } from './office'
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

export const texts: SameKeys<Texts> = { ...browserTexts, ...officeTexts, pages, copy }
