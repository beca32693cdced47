import { paths } from '~/shared/paths'
import type { Asker } from './access-world'
import { only, type Row, seenBy } from './access-verdicts'

const leaders = { kursansvarig: ['everywhere'] } as const
const nobodyElses = ({ actor }: Asker) => (actor === undefined ? 'sign-in' : 'refused')

/** Work handed in by the subject of the world, whom no asker is. */
export const assignmentRows: Record<string, Row> = {
  'redaktion/inlamningar': {
    address: () => paths.submissions('?visa=alla'),
    verdict: only(leaders),
    sees: seenBy(leaders),
  },
  'redaktion/inlamningar/:id': {
    address: ({ submissionId }) => paths.submission(submissionId),
    verdict: only(leaders),
    sees: seenBy(leaders),
    form: ({ submissionId }) => ({ intent: 'komplettera', submissionId, kommentar: '' }),
    writes: seenBy(leaders),
    more: [{ form: () => ({ intent: 'release', stage: 'self', reason: '' }), writes: seenBy(leaders) }],
  },
  'kurser/:slug/:lektion/bedom/:vad': {
    address: ({ assignmentCourse }) => paths.assess(assignmentCourse.slug, 'lektion-1', 'sjalv'),
    verdict: nobodyElses,
    form: () => ({ 'niva.mal': 'tydligt', kommentar: 'Bra' }),
    writes: () => false,
  },
  'inlamningar/filer/:id': { address: ({ fileId }) => paths.submissionFile(fileId), verdict: nobodyElses },
}
