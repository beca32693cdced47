import type { Texts } from '../sv'
import type { SameKeys } from '../translate'
import { account } from './account'
import { common } from './common'
import { document } from './document'
import { home } from './home'
import { lesson } from './lesson'
import { lecture } from './lecture'
import { pages } from './pages'
import { toast } from './toast'
import { video } from './video'

export const texts: SameKeys<Texts> = {
  account,
  common,
  document,
  home,
  lesson,
  lecture,
  pages,
  toast,
  video,
}
