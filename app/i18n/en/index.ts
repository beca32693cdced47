import type { Texts } from '../sv'
import type { SameKeys } from '../translate'
import { browserTexts } from './browser'
import { copy } from './copy'
import { mail } from './mail'
import { pages } from './pages'
import { officeTexts } from './office'
import { offline } from './offline'

export const texts: SameKeys<Texts> = { ...browserTexts, ...officeTexts, pages, copy, mail, offline }
