import pino from 'pino'
import { env } from '~/env.server'

/** Structured logs on standard output. Bodies, cookies, addresses of people and identity numbers are never logged. */
export const log = pino({
  level: env().logLevel,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
})

export function logFault(error: unknown, requestId: string): void {
  log.error(
    {
      requestId,
      err: error instanceof Error ? { message: error.message, stack: error.stack } : error,
    },
    'fault',
  )
}
