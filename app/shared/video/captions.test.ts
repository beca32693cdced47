import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCues } from './caption-check'
import { printVtt, readCaptionFile, readTimeStamp, tidyText, timeStamp } from './caption-file'
import { editCues } from './cue-edit'
import type { TimedText } from './cues'

const cue = (start: number, end: number, text: string): TimedText => ({ start, end, text })

describe('a caption file', () => {
  it('is read as WebVTT, with notes, settings, names and entities', () => {
    const source =
      '\uFEFFWEBVTT - prov\r\n\r\nNOTE hej --> hopp\r\nmer\r\n\r\nSTYLE\n::cue { color: red }\n\n1\n00:01.000 --> 00:00:02.500 align:start\n<v Anna>Hej &amp; <i>hå</i>\nrad två\n\n00:03.000 --> 00:04.000\nSlut'
    expect(readCaptionFile(source)).toEqual({
      cues: [cue(1, 2.5, 'Anna: Hej & hå\nrad två'), cue(3, 4, 'Slut')],
      faults: [],
    })
  })
  it('is read as SRT', () => {
    const source = '1\n00:00:01,000 --> 00:00:02,5\n{\\an8}Hej\n\n2\n01:00:03,250 --> 01:00:04,000\nHå\n'
    expect(readCaptionFile(source).cues).toEqual([cue(1, 2.5, 'Hej'), cue(3603.25, 3604, 'Hå')])
  })
  it.each([
    ['WEBVTT\n\n00:01 -> fel\nHej', [{ line: 1, kind: 'nothing' }]],
    ['WEBVTT\n\n0x:01.000 --> 00:02.000\nHej', [{ line: 3, kind: 'times' }]],
    ['WEBVTT\n\n00:01.000 --> 00:02.000\n\n', [{ line: 3, kind: 'empty' }]],
    ['', [{ line: 1, kind: 'nothing' }]],
  ])('tells the line of what is wrong: %j', (source, faults) => {
    expect(readCaptionFile(source).faults).toEqual(faults)
  })

  const seconds = fc.integer({ min: 0, max: 36_000_000 }).map((millis) => millis / 1000)
  const line = fc.string({ unit: 'grapheme', maxLength: 60 })
  const text = fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((lines) => tidyText(lines.join('\n')))
    .filter((one) => one !== '')
  const cues = fc.array(fc.record({ start: seconds, end: seconds, text }), { minLength: 1, maxLength: 12 })
  it('that is printed is read as the same cues', () => {
    fc.assert(
      fc.property(cues, (some) => {
        expect(readCaptionFile(printVtt(some))).toEqual({ cues: some, faults: [] })
      }),
    )
  })
  it('never breaks its reader, whatever it holds', () => {
    const pieces = fc.constantFrom('WEBVTT', '-->', '00:01.000', '\n', '\r\n', 'NOTE', '<v', '&amp;', '>', ' ', 'å')
    fc.assert(
      fc.property(fc.array(pieces), (some) => {
        const { cues: found, faults } = readCaptionFile(some.join(''))
        expect(found.length + faults.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a typed time', () => {
  it.each([
    ['62,5', 62.5],
    ['1:02', 62],
    ['1.02', 62],
    ['1:02,5', 62.5],
    ['00:01:02.500', 62.5],
    ['1:61', undefined],
    ['hej', undefined],
    ['', undefined],
  ])('%j', (typed, second) => {
    expect(readTimeStamp(typed)).toBe(second)
  })
  it('is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (millis) => {
        expect(readTimeStamp(timeStamp(millis / 1000))).toBe(millis / 1000)
      }),
    )
  })
})

describe('the check of cues', () => {
  const kinds = (cues: TimedText[], isSpeech = true) =>
    checkCues(cues, { durationSeconds: 60, isSpeech }).map(({ cue: at, kind }) => `${at} ${kind}`)
  it.each([
    ['nothing', [cue(0, 2, 'Hej på dig.'), cue(2, 4, 'Vad fint det är.')], []],
    ['an empty cue', [cue(0, 2, ' \n ')], ['0 empty']],
    ['an end before its start', [cue(2, 2, 'Hej')], ['0 backwards']],
    ['the wrong order', [cue(5, 7, 'Hej på dig.'), cue(1, 3, 'Hej på er.')], ['1 order']],
    ['an overlap', [cue(0, 3, 'Hej på dig.'), cue(2.5, 5, 'Hej på er.')], ['1 overlap']],
    ['text after the end', [cue(58, 62, 'Hej på dig.')], ['0 after-end']],
    ['too much to read', [cue(0, 1, 'Det här är alldeles för mycket text')], ['0 fast']],
    ['three lines', [cue(0, 5, 'ett\ntvå\ntre')], ['0 lines']],
    ['a long line', [cue(0, 9, 'x'.repeat(43))], ['0 long-line']],
    ['a flash', [cue(0, 0.5, 'Oj')], ['0 short']],
  ])('finds %s', (_name, cues, found) => {
    expect(kinds(cues)).toEqual(found)
  })
  it('measures the reading of speech alone', () => {
    expect(kinds([cue(0, 0.5, 'Kapitel med en lång rubrik som ingen läser upp')], false)).toEqual([])
  })
})

describe('editing', () => {
  const two = [cue(0, 4, 'Hej du'), cue(5, 6, 'Hå')]
  it('splits at the caret, in time by the share of the text', () => {
    expect(editCues(two, { do: 'split', at: 0, caret: 3 })).toEqual([cue(0, 2, 'Hej'), cue(2, 4, 'du'), two[1]])
  })
  it('merges with the next, and the last with nothing', () => {
    expect(editCues(two, { do: 'merge', at: 0 })).toEqual([cue(0, 6, 'Hej du\nHå')])
    expect(editCues(two, { do: 'merge', at: 1 })).toEqual(two)
  })
  it('inserts in the gap', () => {
    expect(editCues(two, { do: 'insert', at: 0 })[1]).toEqual(cue(4, 5, ''))
    expect(editCues([], { do: 'insert', at: -1 })).toEqual([cue(0, 2, '')])
  })
  it('shifts all, but never before the beginning', () => {
    expect(editCues(two, { do: 'shift', seconds: 1.5 }).map(({ start }) => start)).toEqual([1.5, 6.5])
    expect(editCues([cue(2, 3, 'a'), cue(4, 5, 'b')], { do: 'shift', seconds: -9 })).toEqual([
      cue(0, 1, 'a'),
      cue(2, 3, 'b'),
    ])
    expect(editCues([], { do: 'shift', seconds: -9 })).toEqual([])
  })
  it('keeps every word through any split and merge', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -5, max: 50 }), (text, caret) => {
        const cues = [cue(0, 4, text)]
        const back = editCues(editCues(cues, { do: 'split', at: 0, caret }), { do: 'merge', at: 0 })
        const words = (some: readonly TimedText[]) => some.map((one) => one.text.replace(/\s/g, '')).join('')
        expect(words(back)).toBe(words(cues))
        expect(back[0]).toMatchObject({ start: 0, end: 4 })
      }),
    )
  })
})
