import { type FileHandle, open, realpath } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { NextFunction, Request, RequestHandler, Response } from 'express'

const types: Record<string, string> = {
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt; charset=utf-8',
}

/** First and last byte asked for; undefined for the whole file; `unsatisfiable` when it lies outside. */
export function parseRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const found = header === undefined ? null : /^bytes=(\d*)-(\d*)$/.exec(header.trim())
  if (found === null) return undefined
  const [first = '', last = ''] = found.slice(1)
  if (first === '' && last === '') return undefined
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return undefined
  return start >= size ? 'unsatisfiable' : { start, end }
}

/** The file's path inside the folder, or undefined for an address that is not a plain, visible file name. */
function relativePath(address: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(address)
  } catch {
    return undefined
  }
  const parts = decoded.split('/').filter((part) => part !== '')
  return parts.length > 0 && parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part))
    ? parts.join('/')
    : undefined
}

async function openInside(root: string, relative: string): Promise<FileHandle | undefined> {
  try {
    const full = await realpath(path.join(root, relative))
    if (!full.startsWith(`${await realpath(root)}${path.sep}`)) return undefined
    return await open(full, 'r')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' || code === 'ELOOP') return undefined
    throw error
  }
}

async function send(request: Request, response: Response, next: NextFunction, root: string): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.set('Allow', 'GET, HEAD').sendStatus(405)
    return
  }
  const relative = relativePath(request.path)
  const type = relative === undefined ? undefined : types[path.extname(relative).toLowerCase()]
  if (relative === undefined || type === undefined) return next()
  const file = await openInside(root, relative)
  if (file === undefined) return next()
  try {
    const { size, mtimeMs, ino } = await file.stat()
    const etag = `"${ino.toString(36)}-${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`
    response.set({
      'Content-Type': type,
      'Accept-Ranges': 'bytes',
      ETag: etag,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control':
        typeof request.query['v'] === 'string'
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=300, must-revalidate',
    })
    if (type.startsWith('image/svg'))
      response.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
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
    await pipeline(file.createReadStream({ start, end, autoClose: false }), response).catch((error: unknown) => {
      // The reader went away, as a player does at every jump.
      if (!response.destroyed) throw error
    })
  } finally {
    await file.close()
  }
}

/**
 * Serves pictures, films and captions of the content folder (mount at `/media`): one byte range, strong ETags, a year of
 * caching with `?v=`. Drawings run in a sandbox. Anything else, hidden files included, goes on to the next handler.
 */
export function contentMedia(contentDir: string): RequestHandler {
  const root = path.resolve(contentDir)
  return (request, response, next) => {
    send(request, response, next, root).catch(next)
  }
}
