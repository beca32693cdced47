import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkInCode, checkInTicket, isCheckInCode, isCheckInTicket } from './check-in-code.server'

const secret = randomBytes(32)
const start = new Date('2025-03-24T12:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)

describe('the code on the screen', () => {
  it('stands for twenty seconds and counts down', () => {
    expect(checkInCode(secret, start).secondsLeft).toBe(20)
    expect(checkInCode(secret, after(19)).secondsLeft).toBe(1)
    expect(checkInCode(secret, after(19)).code).toBe(checkInCode(secret, start).code)
    expect(checkInCode(secret, after(20)).code).not.toBe(checkInCode(secret, start).code)
  })

  it.each([
    [0, true],
    [19, true],
    [39, true],
    [40, false],
    [-1, false],
    [86_400, false],
  ])('is taken %i seconds after it was shown: %s', (seconds, taken) => {
    expect(isCheckInCode(secret, checkInCode(secret, start).code, after(seconds))).toBe(taken)
  })

  it('is read with small letters and spaces, and belongs to one meeting', () => {
    const { code } = checkInCode(secret, start)
    expect(isCheckInCode(secret, ` ${code.slice(0, 3)} ${code.slice(3).toLowerCase()}`, start)).toBe(true)
    expect(isCheckInCode(randomBytes(32), code, start)).toBe(false)
    expect(isCheckInCode(secret, '', start)).toBe(false)
  })
})

describe('the ticket of a scanned code', () => {
  it.each([
    [0, true],
    [600, true],
    [601, false],
    [-1, false],
  ])('holds %i seconds after: %s', (seconds, holds) => {
    expect(isCheckInTicket(secret, checkInTicket(secret, start), after(seconds))).toBe(holds)
  })

  it('is refused for another meeting, with another time and when it is no ticket', () => {
    const ticket = checkInTicket(secret, start)
    expect(isCheckInTicket(randomBytes(32), ticket, start)).toBe(false)
    expect(isCheckInTicket(secret, ticket.replace(/^\d+/, String(start.getTime() / 1000 - 1)), start)).toBe(false)
    expect(isCheckInTicket(secret, 'x', start)).toBe(false)
  })
})
