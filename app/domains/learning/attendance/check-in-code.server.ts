import { createHmac, timingSafeEqual } from 'node:crypto'

/** A code stands on the screen for twenty seconds. */
export const CODE_SECONDS = 20
/** Letters that are not mistaken for one another, read aloud or from afar; small ones are taken too. */
const letters = 'ABCDEFHJKLMNPRTUVWXY'
const LENGTH = 6

const windowOf = (at: Date) => Math.floor(at.getTime() / 1000 / CODE_SECONDS)

function codeOfWindow(secret: Buffer, window: number): string {
  const digest = createHmac('sha256', secret).update(`narvaro ${window}`).digest()
  // 256 is not a multiple of 20: two bytes a letter keep the letters even enough (65 536 = 20 · 3 276 + 16).
  return Array.from({ length: LENGTH }, (_, index) => letters[digest.readUInt16BE(index * 2) % letters.length]).join('')
}

/** The code that a meeting shows at an instant, and the whole seconds until the next one. */
export function checkInCode(secret: Buffer, at: Date): { code: string; secondsLeft: number } {
  const seconds = Math.floor(at.getTime() / 1000)
  return { code: codeOfWindow(secret, windowOf(at)), secondsLeft: CODE_SECONDS - (seconds % CODE_SECONDS) }
}

/** A typed code without the spaces and hyphens that people put in. */
export function readCode(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '').toUpperCase().slice(0, 20)
}

/** Whether a code is the present one or the one before it; older ones, shared as a photo, are not taken. */
export function isCheckInCode(secret: Buffer, typed: string, at: Date): boolean {
  const given = Buffer.from(readCode(typed))
  return [windowOf(at), windowOf(at) - 1].some((window) => {
    const wanted = Buffer.from(codeOfWindow(secret, window))
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
}

/** How long somebody who has scanned a code has to sign in and confirm. */
export const TICKET_SECONDS = 600

function ticketSeal(secret: Buffer, second: string): string {
  return createHmac('sha256', secret).update(`biljett ${second}`).digest('hex')
}

/** A proof, kept in a cookie, that the browser showed a right code at this instant. */
export function checkInTicket(secret: Buffer, at: Date): string {
  const second = String(Math.floor(at.getTime() / 1000))
  return `${second}.${ticketSeal(secret, second)}`
}

/** Whether a ticket was given for this meeting within the last ten minutes. */
export function isCheckInTicket(secret: Buffer, ticket: string, at: Date): boolean {
  const [second = '', seal = ''] = ticket.split('.')
  const age = Math.floor(at.getTime() / 1000) - Number(second)
  if (!/^\d{1,12}$/.test(second) || age < 0 || age > TICKET_SECONDS) return false
  const wanted = Buffer.from(ticketSeal(secret, second))
  const given = Buffer.from(seal)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
