import { printVtt, timeStamp } from './caption-file'
import type { TimedText } from './cues'
import { transcriptOf } from './spoken'

/** Cues as a WebVTT file for players, or as plain text to save and read. */
export function textFileResponse(given: {
  title: string
  cues: readonly TimedText[]
  form: 'vtt' | 'txt'
  cache: string
}): Response {
  const { title, cues, form } = given
  const lines = transcriptOf(cues).map(({ start, text }) => `[${timeStamp(start).slice(0, 8)}] ${text}`)
  const body = form === 'vtt' ? printVtt(cues) : `${title}\n\n${lines.join('\n')}\n`
  return new Response(body, {
    headers: {
      'Content-Type': form === 'vtt' ? 'text/vtt; charset=utf-8' : 'text/plain; charset=utf-8',
      'Cache-Control': given.cache,
      'X-Content-Type-Options': 'nosniff',
      ...(form === 'txt' ? { 'Content-Disposition': 'attachment; filename="text.txt"' } : {}),
    },
  })
}
