import { expect, it } from 'vitest'
import { readSettings, readSources, settingsFieldsOf, type SettingsFields } from './settings-form'
import { emptyDocument, newSettings } from './settings'

const before = newSettings('Kurs', 'sv')
const given = {
  description: emptyDocument,
  codes: ['K1.1', 'K2.1'],
  covers: [{ path: 'kurs/cover.svg', alt: 'Två som samtalar' }],
  courses: [],
  organisations: [],
}
const fields = (wish: Partial<SettingsFields> = {}): SettingsFields => ({
  ...settingsFieldsOf(before, ''),
  ...wish,
})

it('settings come back as they were', () => {
  expect(readSettings(fields(), before, given)).toEqual({ ok: true, settings: before })
})

it('takes what is known, in one order', () => {
  const read = readSettings(
    fields({
      themes: ['validering', 'ai', 'fest'],
      competence: ['K2.1', '', 'K9.9'],
      competenceLevel: ['3', '1', '1'],
      competenceWeight: ['0.5', '1', '1'],
      outcomes: ' ett \n\n två ',
      cover: 'kurs/cover.svg',
      coverAlt: 'En bild',
      sources: 'Rapport | Skolverket | https://skolverket.se/r | 2024\n',
    }),
    before,
    given,
  )
  expect(read.ok && read.settings).toMatchObject({
    themes: ['validering', 'ai'],
    competences: [{ code: 'K2.1', level: 3, weight: 0.5 }],
    outcomes: ['ett', 'två'],
    coverPath: 'kurs/cover.svg',
    sources: [{ title: 'Rapport', publisher: 'Skolverket', url: 'https://skolverket.se/r', year: 2024 }],
  })
})

it.each<[string, Partial<SettingsFields>, object]>([
  ['no title', { title: ' ' }, { title: { fault: 'title' } }],
  ['a long summary', { summary: 'x'.repeat(221) }, { summary: { fault: 'summary' } }],
  ['nine outcomes', { outcomes: 'x\n'.repeat(9) }, { outcomes: { fault: 'outcomes' } }],
  ['a picture from elsewhere', { cover: '../etc/passwd' }, { cover: { fault: 'cover' } }],
  ['a source without an address', { sources: '\nBok | Förlag' }, { sources: { fault: 'sources', line: 2 } }],
  [
    'a competence twice',
    { competence: ['K1.1', 'K1.1'], competenceLevel: ['1', '2'], competenceWeight: ['1', '1'] },
    { competence: { fault: 'competence-twice' } },
  ],
])('refuses %s by field', (_name, wish, faults) => {
  expect(readSettings(fields(wish), before, given)).toEqual({ ok: false, faults })
})

it.each(['javascript:alert(1)', 'https://', 'ftp://x.se', 'https://a b.se'])('%s is no address of a source', (url) => {
  expect(readSources(`T | P | ${url}`)).toEqual({ ok: false, line: 1 })
})

it.each([
  ['what the library says serves until something is written', { cover: 'kurs/cover.svg' }, 'Två som samtalar'],
  ['what is written goes before', { cover: 'kurs/cover.svg', coverAlt: 'Ett samtal' }, 'Ett samtal'],
  ['a decorative picture has an empty text', { cover: 'kurs/cover.svg', coverDecorative: 'ja' }, ''],
  ['without a picture there is no text', { coverAlt: 'Ett samtal' }, null],
])('of a cover: %s', (_, wish, coverAlt) => {
  expect(readSettings(fields(wish), before, given)).toMatchObject({ ok: true, settings: { coverAlt } })
})
