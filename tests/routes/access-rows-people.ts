import { paths } from '~/shared/paths'
import { holdersReaders, isSignedIn, office, only, type Row, seenBy, signedIn } from './access-verdicts'

const wording = { basedOn: '0.0', sv: 'För kort.', en: 'Too short.' }

/** The information to participants, and the merge of duplicates. */
export const peopleRows: Record<string, Row> = {
  'personuppgifter/information': {
    address: () => paths.noticeText(),
    verdict: signedIn,
    form: () => ({ intent: 'acknowledge', version: '0.0' }),
    writes: isSignedIn,
  },
  logg: {
    address: () => paths.auditLog('?slag=projekt'),
    verdict: only(holdersReaders),
  },
  'deltagare/information': {
    address: () => paths.informationVersions(),
    verdict: only(holdersReaders),
    form: () => ({ intent: 'publish', ...wording }),
    writes: seenBy(office),
    more: [{ form: () => ({ intent: 'preview', ...wording }), writes: seenBy(office) }],
  },
  'deltagare/:id/sla-ihop': {
    address: ({ participationId }) => paths.mergeParticipant(participationId),
    verdict: only(office),
    sees: seenBy(office),
    form: () => ({ intent: 'number', number: 'fel' }),
    writes: seenBy(office),
    more: [
      {
        form: () => ({ intent: 'merge', other: crypto.randomUUID(), keep: '', reason: 'Samma person två gånger' }),
        writes: seenBy(office),
      },
    ],
  },
}
