import { createHmac, timingSafeEqual } from 'node:crypto'

/** How old a signed message may be, and how far ahead its clock. */
const TOLERANCE_SECONDS = 300

/**
 * Whether a message comes from Mux: the header `Mux-Signature` is `t=<seconds>,v1=<hex>`, the latter HMAC-SHA256 of the
 * time, a dot and the body as it came.
 */
export function isSignedByMux(body: Buffer, header: string | undefined, secret: string, now: Date): boolean {
  const parts = (header ?? '').split(',').map((one) => one.trim().split('='))
  const time = parts.find(([name]) => name === 't')?.[1] ?? ''
  if (!/^\d{1,12}$/.test(time)) return false
  if (Math.abs(now.getTime() / 1000 - Number(time)) > TOLERANCE_SECONDS) return false
  const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest()
  return parts
    .filter(([name]) => name === 'v1')
    .some(([, hex = '']) => {
      const given = Buffer.from(hex, 'hex')
      return given.length === expected.length && timingSafeEqual(given, expected)
    })
}
