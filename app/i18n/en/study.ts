import { competence } from './competence'
import type { StudyTexts } from '../sv/study'
import type { SameKeys } from '../translate'
import { lecture } from './lecture'
import { question } from './question'
import { video } from './video'

export const studyTexts: SameKeys<StudyTexts> = { competence, lecture, question, video }
