import type { Texts } from '../sv'
import type { SameKeys } from '../translate'
import { account } from './account'
import { common } from './common'
import { competence } from './competence'
import { document } from './document'
import { home } from './home'
import { lecture } from './lecture'
import { pages } from './pages'
import { staff } from './staff'
import { toast } from './toast'
import { video } from './video'

export const texts: SameKeys<Texts> = {
  account,
  common,
  competence,
  document,
  home,
  lecture,
  pages,
  staff,
  toast,
  video,
}
