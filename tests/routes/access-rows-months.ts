import { paths } from '~/shared/paths'
import { holdersReaders, office, only, ownRecordReaders, recordKeepers, seenBy, type Row } from './access-verdicts'

/** The months of a project and the lines of the ledger. */
export const monthRows: Record<string, Row> = {
  'projekt/:diarienr/manader': {
    address: ({ diarienr }) => paths.months(diarienr),
    verdict: only(holdersReaders),
  },
  'projekt/:diarienr/manader/:manad': {
    address: ({ diarienr, month }) => paths.month(diarienr, month),
    verdict: only(holdersReaders),
    sees: seenBy(holdersReaders),
    form: () => ({ intent: 'lock', leftOut: '0' }),
    writes: seenBy(office),
    more: [
      { form: () => ({ intent: 'continue' }), writes: seenBy(office) },
      { form: () => ({ intent: 'reopen', reopenReason: 'nej' }), writes: seenBy(office) },
      { form: () => ({ intent: 'attest', reason: 'nej' }), writes: seenBy(office) },
      { form: () => ({ intent: 'return', reason: 'nej' }), writes: seenBy(office) },
    ],
  },
  'projekt/:diarienr/manader/:manad/narvarointyg.pdf': {
    address: ({ diarienr, month, participationId }) => paths.monthPaper(diarienr, month, participationId),
    verdict: only(holdersReaders),
    form: ({ participationId }) => ({ participationId, reason: 'Kontroll inför rapport' }),
    writes: seenBy(office),
  },
  'projekt/:diarienr/manader/:manad/narvarointyg.zip': {
    address: ({ diarienr, month }) => paths.monthPapers(diarienr, month),
    verdict: only(holdersReaders),
    sees: seenBy(holdersReaders),
  },
  'projekt/:diarienr/manader/:manad/rader.csv': {
    address: ({ diarienr, month }) => paths.monthLines(diarienr, month, 'csv'),
    verdict: only(holdersReaders),
    sees: seenBy(holdersReaders),
  },
  'projekt/:diarienr/manader/:manad/rader.xlsx': {
    address: ({ diarienr, month }) => paths.monthLines(diarienr, month, 'xlsx'),
    verdict: only(holdersReaders),
  },
  'timmar/:diarienr/:manad/narvarointyg.pdf': {
    address: ({ diarienr, month }) => paths.monthCertificate(diarienr, month),
    verdict: only({}),
  },
  'projekt/:diarienr/sammanstallning': {
    address: ({ diarienr }) => paths.summary(diarienr),
    verdict: only(holdersReaders),
  },
  'projekt/:diarienr/sammanstallning/fil.csv': {
    address: ({ diarienr }) => paths.summaryFile(diarienr, 'csv', 'hela'),
    verdict: only(holdersReaders),
    sees: seenBy(holdersReaders),
  },
  'projekt/:diarienr/sammanstallning/fil.xlsx': {
    address: ({ diarienr }) => paths.summaryFile(diarienr, 'xlsx', 'hela'),
    verdict: only(holdersReaders),
  },
  'projekt/:diarienr/sammanstallning/fil.pdf': {
    address: ({ diarienr }) => paths.summaryFile(diarienr, 'pdf', 'hela'),
    verdict: only(holdersReaders),
  },
  'projekt/:diarienr/sammanfattning.pdf': {
    address: ({ diarienr }) => paths.projectPaper(diarienr),
    verdict: only(holdersReaders),
  },
  'projekt/:diarienr/underlag': {
    address: ({ diarienr, participationId }) => paths.evidence(diarienr, `?post=${participationId}`),
    verdict: only(holdersReaders),
    sees: seenBy(holdersReaders),
  },
  'projekt/:diarienr/underlag.zip': {
    address: ({ diarienr }) => paths.evidenceBundle(diarienr),
    verdict: only({}),
    form: () => ({ reason: 'Kontroll inför revision', month: '' }),
    writes: seenBy(holdersReaders),
  },
  'poster/:id': {
    address: ({ timeEntryId }) => paths.ledgerLine(timeEntryId),
    verdict: only(ownRecordReaders),
    sees: seenBy(ownRecordReaders),
    form: () => ({ intent: 'correct', minutes: '60', workedOn: '2025-03-12', timeType: 'schemalagd', reason: 'nej' }),
    writes: seenBy(recordKeepers),
    more: [{ form: () => ({ intent: 'withdraw', withdrawReason: 'nej' }), writes: () => false }],
  },
}
