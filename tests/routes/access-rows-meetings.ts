import { paths } from '~/shared/paths'
import { isSignedIn, only, ownMakers, seenBy, signedIn, type Row } from './access-verdicts'

/** Who gets what of attendance, check-in and products. */
export const meetingRows: Record<string, Row> = {
  'narvaro/:meetingId': {
    address: ({ meetingId }) => paths.attendance(meetingId),
    verdict: only({ ...ownMakers, revisor: ['everywhere'] }),
    sees: seenBy({ ...ownMakers, revisor: ['everywhere'] }),
    form: () => ({ intent: 'confirm' }),
    writes: seenBy(ownMakers),
  },
  'narvaro/:meetingId/lista.pdf': {
    address: ({ meetingId }) => paths.attendanceList(meetingId),
    verdict: only({ ...ownMakers, revisor: ['everywhere'] }),
  },
  'narvaro/:meetingId/lista.csv': {
    address: ({ meetingId }) => paths.attendanceList(meetingId, 'csv'),
    verdict: only({ ...ownMakers, revisor: ['everywhere'] }),
    sees: seenBy({ ...ownMakers, revisor: ['everywhere'] }),
  },
  'narvaro/:meetingId/lista.xlsx': {
    address: ({ meetingId }) => paths.attendanceList(meetingId, 'xlsx'),
    verdict: only({ ...ownMakers, revisor: ['everywhere'] }),
  },
  'narvaro/:meetingId/import': {
    address: ({ meetingId }) => paths.attendanceImport(meetingId),
    verdict: only(ownMakers),
    form: () => ({ intent: 'read', text: 'Namn;Anslut;Lämna' }),
    writes: seenBy(ownMakers),
  },
  'narvaro/:meetingId/markera': {
    address: ({ meetingId }) => paths.attendanceMark(meetingId),
    verdict: () => 'refused',
    form: () => ({}),
    writes: seenBy(ownMakers),
  },
  'narvaro/:meetingId/skarm': {
    address: ({ meetingId }) => paths.attendanceScreen(meetingId),
    verdict: only(ownMakers),
  },
  'checka-in': { address: () => '/checka-in', verdict: signedIn, form: () => ({}), writes: isSignedIn },
  'checka-in/:meetingId': {
    address: ({ meetingId }) => paths.checkIn(meetingId),
    verdict: signedIn,
    form: () => ({ code: 'AAAAAA' }),
    writes: isSignedIn,
  },
  'tillfallen/:occasionId/resultat': {
    address: ({ occasionId }) => paths.product(occasionId),
    verdict: only({}),
    form: () => ({}),
    writes: () => false,
  },
}
