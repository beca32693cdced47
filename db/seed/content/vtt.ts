import type { Cue } from '~/domains/catalogue'
import type { ProblemList } from './problems'

const TIMES = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})\s+-->\s+(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?:\s.*)?$/

function seconds(parts: (string | undefined)[]): number {
  const [hours = '0', minutes = '0', secs = '0', millis = '0'] = parts
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(secs) + Number(millis) / 1000
}

/** Reads WebVTT cues. Reports bad times, wrong order and overlap with their lines. */
export function readVtt(source: string, list: ProblemList): Cue[] {
  const lines = source.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (!/^WEBVTT(\s|$)/.test(lines[0] ?? '')) {
    list.add({ line: 1, message: 'Filen börjar inte med WEBVTT.', remedy: 'Skriv WEBVTT på första raden.' })
    return []
  }
  const cues: Cue[] = []
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (!line.includes('-->')) continue
    const times = TIMES.exec(line.trim())
    if (times === null) {
      list.add({ line: at + 1, message: 'Tiderna går inte att läsa.', remedy: 'Skriv till exempel 00:00:01.000 --> 00:00:03.500.' })
      continue
    }
    const start = seconds(times.slice(1, 5))
    const end = seconds(times.slice(5, 9))
    const before = cues.at(-1)
    if (end <= start) list.add({ line: at + 1, message: 'Slutet kommer före början.', remedy: 'Rätta tiderna.' })
    if (before !== undefined && start < before.end) {
      list.add({ line: at + 1, message: 'Texten överlappar den förra eller står i fel ordning.', remedy: 'Låt den börja när den förra slutar.' })
    }
    const words: string[] = []
    for (let next = at + 1; next < lines.length && (lines[next] ?? '').trim() !== ''; next++) words.push((lines[next] ?? '').trim())
    const text = words.join(' ').replace(/<[^>]*>/g, '').replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>')
    if (text === '') list.add({ line: at + 1, message: 'Texten är tom.', remedy: 'Skriv texten på raden under tiderna.' })
    cues.push({ start, end, text })
  }
  if (cues.length === 0) list.add({ line: 1, message: 'Filen har ingen text.', remedy: 'Lägg till minst en textrad med tider.' })
  return cues
}
