import { browserTexts } from './browser'
import { copy } from './copy'
import { mail } from './mail'
import { pages } from './pages'
import { officeTexts } from './office'
import { offline } from './offline'
import { studyTexts } from './study'
import { toast } from './toast'

/** Every text of the interface in Swedish, by namespace. English has the same keys. */
export const texts = { ...browserTexts, ...officeTexts, ...studyTexts, pages, copy, mail, offline, toast }
export type Texts = typeof texts
