import { paths } from '~/shared/paths'
import { holdersReaders, office, only, seenBy, type Row } from './access-verdicts'

/** Retention, people's own data and erasure. */
export const dataRows: Record<string, Row> = {
  'projekt/:diarienr/gallring': {
    address: ({ diarienr }) => paths.retention(diarienr),
    verdict: only(holdersReaders),
    form: () => ({ intent: 'payment', finalPaymentOn: '' }),
    writes: seenBy(office),
    more: [
      { form: () => ({ intent: 'hold', legalHold: 'nej' }), writes: seenBy(office) },
      { form: () => ({ intent: 'apply-project', confirmProject: 'fel' }), writes: seenBy(office) },
      { form: () => ({ intent: 'apply-common', confirmCommon: 'fel' }), writes: seenBy(office) },
    ],
  },
}
