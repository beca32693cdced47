import { paths } from '~/shared/paths'
import { only, type Row, seenBy } from './access-verdicts'

/** Saving and history of texts; the rights are those of what the text belongs to. */
export const textRows: Record<string, Row> = {
  // Only an action: whoever writes by address gets no page.
  'texter/:textId/spara': {
    address: ({ example }) => paths.saveText(example.textId),
    verdict: () => 'refused',
    form: () => ({}),
    writes: seenBy({ redaktor: ['everywhere'] }),
  },
  'texter/:textId/versioner': {
    address: ({ example }) => paths.textVersions(example.textId),
    verdict: only({ redaktor: ['everywhere'] }),
    form: () => ({ intent: 'name', number: '1', name: '' }),
    writes: seenBy({ redaktor: ['everywhere'] }),
  },
}
