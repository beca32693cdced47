import { format } from 'node:util'
import { afterEach, beforeEach, expect } from 'vitest'

let reported: string[] = []

/** Takes the messages written with console.error so far; a test that expects one calls this and checks them. */
export function takeConsoleErrors(): string[] {
  const taken = reported
  reported = []
  return taken
}

beforeEach(() => {
  reported = []
  console.error = (...parts: unknown[]) => {
    reported.push(format(...parts))
  }
})

afterEach(() => {
  expect(takeConsoleErrors(), 'console.error was called; take expected messages with takeConsoleErrors()').toEqual([])
})
