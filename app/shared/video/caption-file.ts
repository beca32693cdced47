import type { TimedText } from './cues'

/** A line of a caption file that cannot be read; `line` counts from one. */
export interface CaptionFileFault {
  line: number
  kind: 'times' | 'empty' | 'nothing'
}

const CLOCK = String.raw`(?:(\d{1,3}):)?([0-5]?\d):([0-5]?\d)[.,](\d{1,3})`
const TIMES = new RegExp(`^\\s*${CLOCK}\\s*-->\\s*${CLOCK}(?:\\s.*)?$`)

function secondsOf(parts: readonly (string | undefined)[]): number {
  const [hours = '0', minutes = '0', seconds = '0', fraction = '0'] = parts
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return (whole * 1000 + Number(fraction.padEnd(3, '0'))) / 1000
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '\u200e', rlm: '\u200f' }

/** Takes markup out of a cue; who speaks (`<v Name>`) stays as `Name: `. */
function plain(line: string): string {
  return line
    .replace(/<v(?:\.[^\s>]*)?\s+([^>]+)>/gi, '$1: ')
    .replace(/<[^>]*>|\{\\[^}]*\}/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_whole, name: string) => entities[name] ?? '')
}

/** The words of a cue as they are kept: no empty lines, no space round a line. */
export function tidyText(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** A time to the thousandth of a second, as files write it. */
export const toMillis = (second: number): number => Math.round(second * 1000) / 1000

/** Reads WebVTT or SRT. Lines that cannot be read are told by number; the cues that could be read are all there. */
export function readCaptionFile(source: string): { cues: TimedText[]; faults: CaptionFileFault[] } {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  const cues: TimedText[] = []
  const faults: CaptionFileFault[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (/^(NOTE|STYLE|REGION)(\s|$)/.test(line)) {
      while (at + 1 < lines.length && (lines[at + 1] ?? '').trim() !== '') at += 1
      continue
    }
    if (!line.includes('-->')) continue
    const times = TIMES.exec(line)
    const words: string[] = []
    const told = at + 1
    while (at + 1 < lines.length && (lines[at + 1] ?? '').trim() !== '' && !(lines[at + 1] ?? '').includes('-->')) {
      at += 1
      words.push(plain(lines[at] ?? ''))
    }
    if (times === null) {
      faults.push({ line: told, kind: 'times' })
      continue
    }
    const text = tidyText(words.join('\n'))
    if (text === '') faults.push({ line: told, kind: 'empty' })
    cues.push({ start: secondsOf(times.slice(1, 5)), end: secondsOf(times.slice(5, 9)), text })
  }
  if (cues.length === 0 && faults.length === 0) faults.push({ line: 1, kind: 'nothing' })
  return { cues, faults }
}

/** `01:02:03.456`, as WebVTT writes a time. */
export function timeStamp(second: number): string {
  const all = Math.max(0, Math.round(second * 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const millis = String(all % 1000).padStart(3, '0')
  return `${two(Math.floor(all / 3_600_000))}:${two(Math.floor(all / 60_000) % 60)}:${two(Math.floor(all / 1000) % 60)}.${millis}`
}

/** Reads what a person types as a time: `1:02`, `1.02,5`, `00:01:02.500` or `62.5`; undefined when it is none. */
export function readTimeStamp(text: string): number | undefined {
  const typed = text.trim()
  if (/^\d{1,6}([.,]\d{1,3})?$/.test(typed) && !/^\d+\.\d\d$/.test(typed))
    return toMillis(Number(typed.replace(',', '.')))
  const clock = /^(?:(\d{1,3})[:.])?(\d{1,3})[:.]([0-5]?\d)(?:[.,](\d{1,3}))?$/.exec(typed)
  return clock === null ? undefined : secondsOf(clock.slice(1, 5))
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** WebVTT of cues. What `readCaptionFile` reads of it is the same cues, tidied. */
export function printVtt(cues: readonly TimedText[]): string {
  const blocks = cues.map(
    ({ start, end, text }) => `${timeStamp(start)} --> ${timeStamp(end)}\n${escaped(tidyText(text))}\n`,
  )
  return `WEBVTT\n\n${blocks.join('\n')}`
}
