import { account } from './account'
import { common } from './common'
import { document } from './document'
import { home } from './home'
import { pages } from './pages'
import { practice } from './practice'
import { search } from './search'
import { toast } from './toast'
import { video } from './video'

/** Every text of the interface in Swedish, by namespace. English has the same keys. */
export const texts = {
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
export type Texts = typeof texts
