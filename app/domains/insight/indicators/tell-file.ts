import type { Translate } from '~/i18n/translate'
import type { FileLine } from './file'
import type { Period } from './model'

const columns = [
  'project',
  'from',
  'to',
  'code',
  'label',
  'source',
  'kind',
  'part',
  'alla',
  'kvinna',
  'man',
  'note',
] as const

/** The lines in the reader's language under their headings. A hidden value is an empty cell with a note. */
export function tellFile(
  lines: readonly FileLine[],
  project: { diarienr: string },
  period: Period,
  t: Translate<'indicators'>,
): (string | number)[][] {
  const body = lines.map((line) => {
    const hides = line.values.includes('hidden')
    const { source } = line
    const untold = source === 'scb' || source === 'never' || source === 'no-meaning'
    const part = line.kind === 'whole' ? '' : (line.part ?? t('parts.none'))
    return [
      project.diarienr,
      period.from,
      period.to,
      /^EEC/.test(line.code) ? line.code : '',
      t(`name.${line.code}`),
      t(`source.${source}`),
      t(`file.${line.kind}`),
      part,
      ...line.values.map((value) => (typeof value === 'number' ? value : value === 'hidden' ? t('file.hidden') : '')),
      hides ? t('hiding.small') : untold ? t(`reason.${source}`) : '',
    ]
  })
  return [columns.map((column) => t(`file.${column}`)), ...body]
}
