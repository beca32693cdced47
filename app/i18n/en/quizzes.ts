import type { SameKeys } from '../translate'
import type { quizzes as swedish } from '../sv/quizzes'

export const quizzes: SameKeys<typeof swedish> = { title: 'Questions' }
