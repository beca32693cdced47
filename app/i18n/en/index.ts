import type { Texts } from '../sv'
import type { SameKeys } from '../translate'
import { account } from './account'
import { common } from './common'
import { document } from './document'
import { home } from './home'
import { pages } from './pages'
import { practice } from './practice'
import { search } from './search'
import { toast } from './toast'
import { video } from './video'

export const texts: SameKeys<Texts> = {
  account,
  common,
  document,
  home,
  pages,
  practice,
  search,
  toast,
  video,
}
