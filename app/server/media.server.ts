import { type FileHandle, open, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { sendFile } from './send-file.server'

const types: Record<string, string> = {
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt; charset=utf-8',
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
  const relative = relativePath(request.path)
  const type = relative === undefined ? undefined : types[path.extname(relative).toLowerCase()]
  if (relative === undefined || type === undefined) return next()
  const file = await openInside(root, relative)
  if (file === undefined) return next()
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    await file.close()
    response.set('Allow', 'GET, HEAD').sendStatus(405)
    return
  }
  try {
    const { size, mtimeMs, ino } = await file.stat()
    response.set(
      'Cache-Control',
      typeof request.query['v'] === 'string'
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=300, must-revalidate',
    )
    if (type.startsWith('image/svg'))
      response.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    await sendFile(request, response, {
      type,
      size,
      etag: `"${ino.toString(36)}-${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`,
      read: ({ start, end }) => Promise.resolve(file.createReadStream({ start, end, autoClose: false })),
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
