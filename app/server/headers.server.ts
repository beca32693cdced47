import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { embedOrigins } from '~/shared/editor/embed-hosts'

/**
 * Security headers; scripts run only with the nonce of the page that they came with. `connect` are the other
 * sites that a page may speak with, beside Mux's.
 */
export function securityHeaders(options: { https: boolean; connect: readonly string[] }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: [
          "'self'",
          (_request, response) => `'nonce-${(response as unknown as { locals: { nonce: string } }).locals.nonce}'`,
        ],
        styleSrc: [
          "'self'",
          (_request, response) => `'nonce-${(response as unknown as { locals: { nonce: string } }).locals.nonce}'`,
        ],
        imgSrc: ["'self'", 'data:', 'https://image.mux.com'],
        mediaSrc: ["'self'", 'blob:', 'https://stream.mux.com', 'https://*.mux.com'],
        connectSrc: ["'self'", ...options.connect, 'https://*.mux.com'],
        fontSrc: ["'self'"],
        frameSrc: embedOrigins,
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(options.https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: options.https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
}

function isReadable(url: string): boolean {
  const path = url.split('?', 1)[0] ?? ''
  if (url.replaceAll('%25', '').includes('%00')) return false
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Refuses an address with a null character, which the database takes in no text, and one that is no text at all. */
export const refuseUnreadable: RequestHandler = (request, response, next) => {
  if (isReadable(request.url)) return next()
  response
    .status(400)
    .type('text/plain; charset=utf-8')
    .send('Adressen innehåller ett tecken som portalen inte kan läsa. Ta bort det och försök igen.')
}

/** Refuses a request that changes something and comes from another site (there are no tokens to forget). */
export const refuseForeignWrites: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next()
  const site = request.get('sec-fetch-site')
  const origin = request.get('origin')
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  let foreignOrigin = false
  if (origin !== undefined) {
    try {
      foreignOrigin = new URL(origin).host !== request.get('host')
    } catch {
      foreignOrigin = true
    }
  }
  if (foreignSite || foreignOrigin || (site === undefined && origin === undefined)) {
    response.status(403).type('text/plain').send('Begäran kom från en annan webbplats och utfördes inte.')
    return
  }
  next()
}
