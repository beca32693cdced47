import { lecture } from './lecture'
import { question } from './question'
import { video } from './video'

/** Texts of the player and of questions: the browser fetches them with the first lesson that has one. */
export const studyTexts = { lecture, question, video }

export type StudyTexts = typeof studyTexts
