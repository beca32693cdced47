import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Server } from 'node:http'
import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Request, type RequestHandler } from 'express'
import { closeDatabase, database } from '~/db.server'
import { packageLimits } from '~/course-packages.server'
import { FORM_FILE_BYTES } from '~/domains/catalogue'
import { env } from '~/env.server'
import { paths } from '~/shared/paths'
import { refuseForeignWrites, refuseUnreadable, securityHeaders } from './headers.server'
import { startHourly } from './hourly.server'
import { log, logFault } from './log.server'
import { startMail } from './mail.server'
import { contentMedia } from './media.server'
import { mediaFiles } from './media-files.server'
import { mediaUploads } from './media-uploads.server'
import { workUploads } from './work-uploads.server'
import { startMediaWork } from './media-work.server'
import { muxWebhook } from './mux-webhook.server'
import { prepare } from './prepare.server'
import { remixHandler } from './remix-handler.server'

const marks: RequestHandler = (request, response, next) => {
  response.locals['nonce'] = randomBytes(16).toString('base64')
  response.locals['requestId'] = randomUUID().slice(0, 13)
  response.set('X-Request-Id', response.locals['requestId'])
  const started = process.hrtime.bigint()
  response.on('finish', () => {
    const ms = Number(process.hrtime.bigint() - started) / 1e6
    const entry = {
      requestId: response.locals['requestId'],
      method: request.method,
      path: request.path,
      status: response.statusCode,
      ms: Math.round(ms * 10) / 10,
    }
    if (response.statusCode >= 500) log.error(entry, 'request')
    else log.debug(entry, 'request')
  })
  next()
}

const lastWall: ErrorRequestHandler = (error, _request, response, _next) => {
  const requestId = String(response.locals['requestId'])
  logFault(error, requestId)
  if (response.headersSent) {
    // What has been sent is not whole: the connection is cut, so that nobody takes it for whole.
    response.destroy()
    return
  }
  response
    .status(500)
    .type('text/plain; charset=utf-8')
    .send(`Något gick fel hos oss. Försök igen om en stund. Ärendekod: ${requestId}`)
}

export interface PortalFiles {
  root: string
  build: () => Promise<ServerBuild>
  /** In development Vite serves the browser's files instead of build/client. */
  assets?: RequestHandler
}

function application({ root, build, assets }: PortalFiles): express.Express {
  const settings = env()
  const https = settings.publicUrl?.startsWith('https:') ?? false
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', settings.trustProxy)
  app.set('etag', false)
  app.get('/healthz', (_request, response) => void response.type('text/plain').send('ok'))
  app.get('/readyz', (_request, response) => {
    database()
      .ping()
      .then(
        () => response.type('text/plain').send('ok'),
        () => response.status(503).type('text/plain').send('Databasen svarar inte.'),
      )
  })
  app.use(marks)
  if (assets === undefined) {
    const client = path.join(root, 'build', 'client')
    app.use(
      '/assets',
      compression(),
      express.static(path.join(client, 'assets'), {
        immutable: true,
        maxAge: '1y',
        index: false,
        etag: true,
      }),
    )
    const files = express.static(client, { maxAge: '1h', index: false, etag: true })
    // Pages have no dot in their address: only what looks like a file is looked for on the disk.
    app.use((request, response, next) =>
      /\.(?!data$)[a-z0-9]+$/i.test(request.path) ? files(request, response, next) : next(),
    )
  }
  app.use(securityHeaders({ https, connect: [...beaconOrigins(settings.mux), ...uploadOrigins(settings.mux)] }))
  app.use(paths.mediaFiles(), mediaFiles)
  app.use(paths.media(), contentMedia(path.join(root, 'content')))
  if (assets !== undefined) app.use(assets)
  app.use(refuseUnreadable)
  app.post(paths.muxWebhook(), ...muxWebhook(settings.mux.video?.webhookSecret))
  app.use(refuseForeignWrites)
  app.all([paths.mediaUploads(), `${paths.mediaUploads()}/*`], mediaUploads())
  app.all([paths.workUploads(), `${paths.workUploads()}/*`], workUploads())
  app.use((request, response, next) => {
    const most = bodyLimit(request)
    if (Number(request.get('content-length') ?? 0) <= most) return next()
    response
      .status(413)
      .type('text/plain; charset=utf-8')
      .send(`Det du skickade är större än ${most / 1_000_000} MB. Dela upp det och försök igen.`)
  })
  app.use(compression())
  app.all('*', remixHandler(build, settings.mode))
  app.use(lastWall)
  return app
}

/** Where players may send reports: nowhere without a key. The library speaks http with localhost alone. */
function beaconOrigins({ envKey, beaconDomain }: ReturnType<typeof env>['mux']): string[] {
  if (envKey === undefined) return []
  if (beaconDomain === undefined) return ['https://*.litix.io']
  return [`${/^localhost(:\d+)?$/.test(beaconDomain) ? 'http' : 'https'}://${beaconDomain}`]
}

/** Where browsers may send films: to the storage that Mux lends, and to what stands in for Mux on this machine. */
function uploadOrigins({ video }: ReturnType<typeof env>['mux']): string[] {
  if (video === undefined) return []
  return ['https://storage.googleapis.com', new URL(video.apiUrl).origin]
}

/** A lesson's page, to which files are handed in. */
const isLesson = /^\/kurser\/[a-z0-9-]+\/[a-z0-9-]+$/

/** Most bytes of a request's body. A file that is a little too large still reaches its page, which says so kindly. */
function bodyLimit(request: Request): number {
  const page = request.path.replace(/\.data$/, '')
  const isHandedIn = isLesson.test(page) && Boolean(request.is('multipart/form-data'))
  if (page === paths.newMedia() || isHandedIn) return FORM_FILE_BYTES + 1_000_000
  if (page === paths.pickMedia()) return 21_000_000
  if (page === paths.importPackage()) return packageLimits().totalBytes + 1_000_000
  const takesFiles = [paths.participantImport(), paths.importQuestions()].includes(page)
  return takesFiles ? 20_000_000 : 1_000_000
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 8_000).unref()
  })
}

/**
 * Opens and prepares the database, then serves. Resolves when the portal answers; ends requests and the database on
 * SIGINT and SIGTERM. Throws SettingsError, DataDirInUse and listen errors before anything is served.
 */
export async function startPortal(files: PortalFiles): Promise<{ url: string; stop: () => Promise<void> }> {
  const settings = env()
  await prepare(path.join(files.root, 'content'))
  const server = application(files).listen(settings.port, settings.host)
  server.keepAliveTimeout = 65_000
  server.requestTimeout = 60_000
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : settings.port
  const endHourly = startHourly()
  const endMediaWork = startMediaWork()
  const endMail = startMail(files.root)
  let stopping: Promise<void> | undefined
  const stop = () =>
    (stopping ??= Promise.all([closeServer(server), endHourly(), endMediaWork(), endMail()]).then(closeDatabase))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stop().then(() => process.exit(0))
    })
  }
  const shown = settings.host === '127.0.0.1' ? 'localhost' : settings.host
  return { url: `http://${shown}:${port}`, stop }
}
