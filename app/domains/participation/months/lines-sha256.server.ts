import { createHash } from 'node:crypto'
import type { SignedLine } from './model'
import { canonicalLines } from './rules/lines'

/** The digest of a person-month's lines, in hexadecimal: what a signature, an attestation and a frozen figure hold. */
export function linesSha256(lines: readonly SignedLine[]): string {
  return createHash('sha256').update(canonicalLines(lines), 'utf8').digest('hex')
}
