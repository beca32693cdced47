import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { followMux } from '~/domains/catalogue/index.server'
import { isSignedByMux } from '~/shared/mux/webhook.server'

const MOST_BYTES = 500_000

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

const passOn: RequestHandler = (_request, _response, next) => next()

const refuseLarge: ErrorRequestHandler = (error: { status?: number }, _request, response, next) => {
  if (error.status === 413) response.sendStatus(413)
  else next(error)
}

/**
 * Takes what Mux tells of films on their way (mount before the check of foreign writes): 401 without Mux's own signature
 * on the body, 204 for everything else, also what the portal does not follow. Without a secret there is no such address.
 */
export function muxWebhook(secret: string | undefined): (RequestHandler | ErrorRequestHandler)[] {
  if (secret === undefined) return [passOn]
  const follow: RequestHandler = (request, response, next) => {
    const body: unknown = request.body
    // The real time: that of a demonstration is not Mux's.
    if (!Buffer.isBuffer(body) || !isSignedByMux(body, request.get('mux-signature'), secret, new Date())) {
      response.sendStatus(401)
      return
    }
    followMux(db(), parse(body), now()).then(() => response.sendStatus(204), next)
  }
  return [express.raw({ type: () => true, limit: MOST_BYTES }), follow, refuseLarge]
}
