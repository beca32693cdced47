import { paths } from '~/shared/paths'
import { holdersReaders, isSignedIn, office, only, seenBy, signedIn, type Row } from './access-verdicts'

/** Retention, people's own data and erasure. */
export const privacyRows: Record<string, Row> = {
  'konto/mina-uppgifter': {
    address: () => paths.ownData(),
    verdict: signedIn,
    form: () => ({ intent: 'traces', svar: 'ja', tracesPassword: 'fel lösenord' }),
    writes: isSignedIn,
    more: [{ form: () => ({ intent: 'ask', confirm: 'fel' }), writes: isSignedIn }],
  },
  radering: {
    address: () => paths.erasures(),
    verdict: only(office),
    sees: seenBy(office),
    form: () => ({ intent: 'deny', requestId: crypto.randomUUID(), reason: 'nej' }),
    writes: seenBy(office),
  },
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
