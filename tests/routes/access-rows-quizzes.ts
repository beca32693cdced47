import { paths } from '~/shared/paths'
import { only, type Row, seenBy } from './access-verdicts'

const keepers = { redaktor: ['everywhere'], kursansvarig: ['everywhere'] } as const
const leaders = { kursansvarig: ['everywhere'] } as const
const question = { intent: 'save', fragor: '1', 'f0.type': 'single', 'f0.key': 'q1', 'f0.rader': '0' }

/** The bank of questions, their statistics and files, and attempts given. */
export const quizRows: Record<string, Row> = {
  'redaktion/fragor': { address: () => paths.questionBank(), verdict: only(keepers) },
  'redaktion/fragor.yaml': { address: () => paths.questionBankFile('yaml'), verdict: only(keepers) },
  'redaktion/fragor.json': { address: () => paths.questionBankFile('json'), verdict: only(keepers) },
  'redaktion/fragor/las-in': {
    address: () => paths.importQuestions(),
    verdict: only(keepers),
    form: () => ({}),
    writes: seenBy(keepers),
  },
  'redaktion/fragor/ny': {
    address: () => paths.newBankQuestion(),
    verdict: only(keepers),
    form: () => question,
    writes: seenBy(keepers),
  },
  'redaktion/fragor/:id': {
    address: ({ bankQuestionId }) => paths.bankQuestion(bankQuestionId),
    verdict: only(keepers),
    form: () => question,
    writes: seenBy(keepers),
    more: [{ form: () => ({ intent: 'retire' }), writes: seenBy(keepers) }],
  },
  'redaktion/kurser/:slug/fragor-statistik': {
    address: ({ course }) => paths.questionStatistics(course.slug),
    verdict: only(keepers),
  },
  'redaktion/kurser/:slug/forsok': {
    address: ({ course }) => paths.usedUpAttempts(course.slug),
    verdict: only(leaders),
    form: () => ({ personId: crypto.randomUUID(), lessonId: crypto.randomUUID() }),
    writes: seenBy(leaders),
  },
  'redaktion/kurser/:slug/:lektion/fragor.yaml': {
    address: ({ course }) => paths.quizFile('yaml', course.slug, 'lektion-1'),
    verdict: only(keepers),
  },
  'redaktion/kurser/:slug/:lektion/fragor.json': {
    address: ({ course }) => paths.quizFile('json', course.slug, 'lektion-1'),
    verdict: only(keepers),
  },
}
