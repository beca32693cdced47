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

/** Every text of the interface in Swedish, by namespace. English has the same keys. */
export const texts = {
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
export type Texts = typeof texts
