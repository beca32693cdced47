import { describe, expect, test } from 'vitest'
import { readParticipantFilter, writeParticipantFilter } from './filter'

const read = (text: string) => readParticipantFilter(new URLSearchParams(text))

describe('the address of the participant list', () => {
  test('holds the whole choice', () => {
    const query =
      '?projekt=22-035-S05&sok=gran&partner=lysekils-kommun&kommun=1484&komplett=nej&ordning=minuter&riktning=ner&sida=3'
    const filter = read(query)
    expect(filter).toMatchObject({ search: 'gran', complete: false, order: 'minuter', descending: true, page: 3 })
    expect(writeParticipantFilter(filter, { page: filter.page })).toBe(query)
  })
  test('a new choice starts on the first page', () => {
    expect(writeParticipantFilter(read('sida=3'), { partner: 'lysekils-kommun' })).toBe('?partner=lysekils-kommun')
  })
  test.each([
    'sida=0',
    'sida=-1',
    'sida=1.5',
    'sida=x',
    'sida=1e9',
    'ordning=personnummer',
    'komplett=kanske',
    'sok=++',
  ])('%s is not understood and not chosen', (text) => {
    expect(writeParticipantFilter(read(text))).toBe('')
    expect(read(text).page).toBe(1)
  })
})
