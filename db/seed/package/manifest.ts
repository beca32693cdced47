import { z } from 'zod'
import { slug } from '../content/fields'

export const PACKAGE_FORMAT = 'westum-kurspaket'
/** Raised when a reader of the version before could not read the package rightly. */
export const PACKAGE_VERSION = 1
export const MANIFEST = 'manifest.json'

export const manifestFile = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  version: z.int().min(1),
  course: slug.max(200),
  title: z.string().max(200),
  licence: z.string().max(200),
  /** Where the package was made, and what it was then. */
  origin: z.strictObject({
    address: z.string().max(500),
    state: z.enum(['published', 'draft']),
    revision: z.int().nullable(),
  }),
  files: z.array(
    z.strictObject({ path: z.string().max(200), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
})
export type Manifest = z.output<typeof manifestFile>
