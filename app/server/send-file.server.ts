import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { parseRange } from '~/shared/byte-range'

export interface SentFile {
  type: string
  size: number
  /** With its quotation marks. */
  etag: string
  read: (part: { start: number; end: number }) => Promise<Readable>
}

/**
 * Answers GET and HEAD with a file or the one range of it that is asked for, and with 304 when the reader has it. What
 * may be cached, and how it may be shown, the caller has said in the headers.
 */
export async function sendFile(
  request: Request,
  response: Response,
  { type, size, etag, read }: SentFile,
): Promise<void> {
  response.set({
    'Content-Type': type,
    'Accept-Ranges': 'bytes',
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  })
  const known = request.get('If-None-Match')
  if (
    known !== undefined &&
    (known.trim() === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))
  ) {
    response.status(304).end()
    return
  }
  const condition = request.get('If-Range')
  const range = condition === undefined || condition === etag ? parseRange(request.get('Range'), size) : undefined
  if (range === 'unsatisfiable') {
    response.status(416).set('Content-Range', `bytes */${size}`).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  if (range !== undefined) response.status(206).set('Content-Range', `bytes ${start}-${end}/${size}`)
  response.set('Content-Length', String(end - start + 1))
  if (request.method === 'HEAD' || size === 0) {
    response.end()
    return
  }
  await pipeline(await read({ start, end }), response).catch((error: unknown) => {
    // The reader went away, as a player does at every jump.
    if (!response.destroyed) throw error
  })
}
