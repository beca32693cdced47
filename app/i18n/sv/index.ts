import { browserTexts } from './browser'
import { copy } from './copy'
import { mail } from './mail'
import { pages } from './pages'
import { officeTexts } from './office'
import { offline } from './offline'

/** Every text of the interface in Swedish, by namespace. English has the same keys. */
export const texts = { ...browserTexts, ...officeTexts, pages, copy, mail, offline }
export type Texts = typeof texts
