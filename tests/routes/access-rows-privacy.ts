import { paths } from '~/shared/paths'
import { holdersReaders, isSignedIn, office, only, seenBy, signedIn, type Row } from './access-verdicts'

/** Retention, people's own data and erasure. */
export const privacyRows: Record<string, Row> = {
  'konto/mina-uppgifter': { address: () => paths.ownData(), verdict: signedIn },
  'konto/mina-uppgifter.json': {
    address: () => paths.ownDataFile('json'),
    verdict: signedIn,
    form: () => ({ copyPassword: 'fel lösenord' }),
    writes: isSignedIn,
  },
  'konto/mina-uppgifter.pdf': { address: () => paths.ownDataFile('pdf'), verdict: signedIn },
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
