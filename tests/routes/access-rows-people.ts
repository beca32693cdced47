import { paths } from '~/shared/paths'
import { holdersReaders, isSignedIn, office, only, type Row, seenBy, signedIn } from './access-verdicts'

const wording = { basedOn: '0.0', sv: 'För kort.', en: 'Too short.' }

/** The information to participants. */
export const peopleRows: Record<string, Row> = {
  'personuppgifter/information': {
    address: () => paths.noticeText(),
    verdict: signedIn,
    form: () => ({ intent: 'acknowledge', version: '0.0' }),
    writes: isSignedIn,
  },
  'deltagare/information': {
    address: () => paths.informationVersions(),
    verdict: only(holdersReaders),
    form: () => ({ intent: 'publish', ...wording }),
    writes: seenBy(office),
    more: [{ form: () => ({ intent: 'preview', ...wording }), writes: seenBy(office) }],
  },
}
