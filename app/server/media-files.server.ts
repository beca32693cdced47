import path from 'node:path'
import { Readable } from 'node:stream'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canKeepMediaOf } from '~/domains/catalogue'
import { findServedMedia, isShownTo } from '~/domains/catalogue/index.server'
import { mediaStorage } from '~/media-storage.server'
import { sessions } from '~/session.server'
import { localDay } from '~/shared/dates'
import { isUuid } from '~/shared/ids'
import { sendFile } from './send-file.server'

const streamTypes: Record<string, string> = {
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.ts': 'video/mp2t',
  '.m4s': 'video/iso.segment',
  '.mp4': 'video/mp4',
}

/** What stands for a film that has no poster: the colours of the portal and its wave. */
const blankPoster = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720"><path fill="#0b5563" d="M0 0h1280v720H0z"/>' +
    '<path d="M320 430c160-160 266-160 426 0s266 160 426 0" transform="translate(-106 -70)" fill="none" stroke="#d9a514" ' +
    'stroke-width="28" stroke-linecap="round"/></svg>',
)

type Served = NonNullable<Awaited<ReturnType<typeof findServedMedia>>>

/** The stored file that an address means: the file itself under any name, its poster, or a part of its stream. */
function keyOf(item: Served, rest: string[]): { key: string; type: string; isFile: boolean } | undefined {
  const [first = '', version = '', ...inside] = rest
  if (first === 'stream') {
    const type = streamTypes[path.extname(rest.at(-1) ?? '')]
    const isPlain = inside.every((part) => /^[a-z0-9_-]+(\.[a-z0-9]+)?$/.test(part))
    const isThisVersion = item.streamKey?.split('/')[1]?.startsWith(version) === true && version.length === 8
    if (item.streamKey === null || type === undefined || !isPlain || !isThisVersion || inside.length === 0)
      return undefined
    return { key: `${item.streamKey}/${inside.join('/')}`, type, isFile: false }
  }
  if (rest.length !== 1) return undefined
  if (first === 'omslag.svg' && item.posterKey !== null)
    return { key: item.posterKey, type: 'image/jpeg', isFile: false }
  if (first === 'poster.jpg' && item.kind !== 'picture')
    return item.posterKey === null ? undefined : { key: item.posterKey, type: 'image/jpeg', isFile: false }
  if (item.fileKey === null || item.contentType === null) return undefined
  return { key: item.fileKey, type: item.contentType, isFile: true }
}

async function mayRead(request: Request, mediaId: string, item: Served): Promise<boolean> {
  if (item.shown) return true
  const id = sessions().readId(request.get('cookie') ?? null)
  const actor = id === null ? undefined : await sessions().findActor(id)
  if (actor === undefined) return false
  if (canKeepMediaOf(actor, item.organisationId)) return true
  return isShownTo(db(), mediaId, { personId: actor.personId, today: localDay(now()) })
}

async function send(request: Request, response: Response, next: NextFunction): Promise<void> {
  const [mediaId = '', ...rest] = request.path.split('/').filter((part) => part !== '')
  const item = isUuid(mediaId) ? await findServedMedia(db(), mediaId) : undefined
  if (item === undefined || !(await mayRead(request, mediaId, item))) return next()
  const isBlank = rest.length === 1 && rest[0] === 'omslag.svg' && item.posterKey === null
  const asked = isBlank ? undefined : keyOf(item, rest)
  if (!isBlank && asked === undefined) return next()
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.set('Allow', 'GET, HEAD').sendStatus(405)
    return
  }
  if (asked === undefined) {
    response.set({ 'Content-Security-Policy': "default-src 'none'; sandbox", 'Cache-Control': 'private, no-cache' })
    const read = ({ start, end }: { start: number; end: number }) =>
      Promise.resolve(Readable.from(blankPoster.subarray(start, end + 1)))
    return sendFile(request, response, { type: 'image/svg+xml', size: blankPoster.length, etag: '"blank"', read })
  }
  const file = await mediaStorage().find(asked.key)
  if (file === undefined) return next()
  response.set({
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': item.shown ? 'public, max-age=300, must-revalidate' : 'private, no-cache',
  })
  if (asked.isFile && item.kind === 'file') response.attachment(item.fileName)
  await sendFile(request, response, {
    type: asked.type,
    size: file.size,
    etag: `"${file.etag}"`,
    read: (part) => mediaStorage().read(asked.key, part),
  })
}

/**
 * Hands out files of the media library (mount at `/media/fil`). A file that a published page names is everybody's; other
 * files are for those who keep the library of their organisation. No file can run script: its type is the one found when
 * it came, it opens in a sandbox, and documents are saved instead of opened.
 */
export const mediaFiles: RequestHandler = (request, response, next) => {
  send(request, response, next).catch(next)
}
