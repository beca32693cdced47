import { account } from './account'
import { common } from './common'
import { document } from './document'
import { home } from './home'
import { lesson } from './lesson'
import { lecture } from './lecture'
import { pages } from './pages'
import { toast } from './toast'
import { video } from './video'

/** Every text of the interface in Swedish, by namespace. English has the same keys. */
export const texts = {
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
export type Texts = typeof texts
