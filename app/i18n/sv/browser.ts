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

/** The texts that every script needs in the browser; those for few are in `office`, and pages that send no script keep theirs out. A module of its own: what stands beside would come along to every page. */
export const browserTexts = {
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

export type BrowserTexts = typeof browserTexts
