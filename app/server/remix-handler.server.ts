import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ReadableStream as NodeReadableStream } from 'node:stream/web'
import {
  type RequestHandler as RemixRequestHandler,
  type ServerBuild,
  createReadableStreamFromReadable,
  createRequestHandler,
} from '@remix-run/node'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import type { PortalContext } from './context'
import { courseLanguageOf, languageOf } from './language.server'
import { partOfBuild } from './part-of-build.server'

function toWebRequest(request: ExpressRequest, response: ExpressResponse): Request {
  const url = new URL(request.originalUrl, `${request.protocol}://${request.get('host') ?? 'localhost'}`)
  const controller = new AbortController()
  response.on('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  return new Request(url, {
    method: request.method,
    headers,
    signal: controller.signal,
    ...(hasBody ? { body: createReadableStreamFromReadable(request), duplex: 'half' } : {}),
  } as RequestInit)
}

async function send(answer: Response, response: ExpressResponse): Promise<void> {
  response.status(answer.status)
  for (const [name, value] of answer.headers) response.append(name, value)
  if (answer.body === null) {
    response.end()
    return
  }
  // What is whole already goes in one piece; files come piece by piece.
  const isWhole = /^(text\/html|application\/json)\b/.test(answer.headers.get('content-type') ?? '')
  if (isWhole && !answer.headers.has('content-disposition')) {
    response.end(Buffer.from(await answer.arrayBuffer()))
    return
  }
  await pipeline(Readable.fromWeb(answer.body as NodeReadableStream), response)
}

interface StoredPage {
  etag: string
  body: Buffer
  csp: string
  until: number
}

const storedFor = 30_000
const storedPages = new Map<string, StoredPage>()

/** A visitor's page holds nothing personal and no inline script, so one rendering serves all visitors for a while. */
function isSharedPage(request: ExpressRequest): boolean {
  return (
    request.method === 'GET' &&
    !/portal_session=|portal_toast=/.test(request.get('cookie') ?? '') &&
    !request.path.endsWith('.data') &&
    /^\/($|kurser|forelasningar|exempel|om$|tillganglighet$|personuppgifter$)/.test(request.path)
  )
}

function sendStored(page: StoredPage, request: ExpressRequest, response: ExpressResponse): void {
  response.set({
    ETag: page.etag,
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie',
    'Content-Security-Policy': page.csp,
  })
  if (request.get('if-none-match') === page.etag) {
    response.status(304).end()
    return
  }
  response.type('text/html; charset=utf-8').send(page.body)
}

/** Making a handler works the whole site map out; a build needs it once. */
const handlers = new WeakMap<ServerBuild, RemixRequestHandler>()

function handlerOf(build: ServerBuild, mode: string): RemixRequestHandler {
  const made = handlers.get(build) ?? createRequestHandler(build, mode)
  handlers.set(build, made)
  return made
}

/** Answers every address that is not a file, through the Remix build. */
export function remixHandler(build: () => Promise<ServerBuild>, mode: string): RequestHandler {
  return async (request, response, next) => {
    try {
      const context: PortalContext = {
        nonce: String(response.locals['nonce']),
        requestId: String(response.locals['requestId']),
        address: request.ip ?? 'unknown',
      }
      const shared = mode === 'production' && isSharedPage(request)
      const webRequest = toWebRequest(request, response)
      const key = `${languageOf(webRequest)} ${courseLanguageOf(webRequest)} ${request.originalUrl}`
      const stored = shared ? storedPages.get(key) : undefined
      if (stored !== undefined && stored.until > Date.now()) {
        sendStored(stored, request, response)
        return
      }
      const part = partOfBuild(await build(), request.path)
      const answer = await handlerOf(part, mode)(webRequest, context as unknown as Record<string, unknown>)
      if (!shared || answer.status !== 200 || answer.headers.has('set-cookie')) {
        if (!answer.headers.has('cache-control')) answer.headers.set('Cache-Control', 'private, no-store')
        await send(answer, response)
        return
      }
      const body = Buffer.from(await answer.arrayBuffer())
      const page: StoredPage = {
        etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
        body,
        csp: String(response.get('Content-Security-Policy')),
        until: Date.now() + storedFor,
      }
      if (storedPages.size >= 500) storedPages.clear()
      storedPages.set(key, page)
      sendStored(page, request, response)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return
      next(error)
    }
  }
}
