import { paths } from '~/shared/paths'
import { only, ownRecordReaders, recordKeepers, recordReaders, seenBy, type Row } from './access-verdicts'

const importers = { projektadministrator: ['everywhere'], projektkoordinator: ['own', 'other'] } as const

/** Participants to a file and from a file. */
export const importRows: Record<string, Row> = {
  'deltagare.csv': {
    address: ({ diarienr }) => paths.participantsCsv(`?projekt=${diarienr}`),
    verdict: only(recordReaders),
    sees: seenBy(ownRecordReaders),
  },
  'deltagare/datum': {
    address: ({ diarienr }) => paths.participantDates(`?projekt=${diarienr}`),
    verdict: only(importers),
    sees: seenBy(recordKeepers),
    form: ({ diarienr }) => ({ intent: 'chosen', project: diarienr }),
    writes: seenBy(importers),
  },
  'deltagare/import': {
    address: ({ diarienr }) => paths.participantImport(`?projekt=${diarienr}`),
    verdict: only(importers),
    sees: seenBy(recordKeepers),
    form: () => ({}),
    writes: seenBy(importers),
  },
  'deltagare/import/:importId': {
    address: ({ importId }) => paths.participantImportStep(importId),
    verdict: only(recordKeepers),
    sees: seenBy(recordKeepers),
    form: () => ({ intent: 'give-up' }),
    writes: seenBy(recordKeepers),
    more: [
      { form: () => ({ intent: 'map', 'column-0': 'givenName' }), writes: seenBy(recordKeepers) },
      { form: () => ({ intent: 'apply' }), writes: seenBy(recordKeepers) },
      { form: () => ({ intent: 'undo' }), writes: seenBy(recordKeepers) },
    ],
  },
  'deltagare/import/:importId/avvisade.csv': {
    address: ({ importId }) => paths.participantImportRefused(importId),
    verdict: only(recordKeepers),
    sees: seenBy(recordKeepers),
  },
  'deltagare/mall.csv': { address: () => paths.participantTemplate('csv'), verdict: only(importers) },
  'deltagare/mall.xlsx': { address: () => paths.participantTemplate('xlsx'), verdict: only(importers) },
}
