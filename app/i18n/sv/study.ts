import { competence } from './competence'
import { lecture } from './lecture'
import { question } from './question'
import { video } from './video'

/** Texts of the player, of questions and of one's competences: the browser fetches them with the first page that has one. */
export const studyTexts = { competence, lecture, question, video }

export type StudyTexts = typeof studyTexts
