import type { Texts } from '../sv'
import type { SameKeys } from '../translate'
import { browserTexts } from './browser'
import { copy } from './copy'
import { mail } from './mail'
import { pages } from './pages'
import { officeTexts } from './office'
import { offline } from './offline'
import { studyTexts } from './study'
import { toast } from './toast'

export const texts: SameKeys<Texts> = {
  ...browserTexts,
  ...officeTexts,
  ...studyTexts,
  pages,
  copy,
  mail,
  offline,
  toast,
}
