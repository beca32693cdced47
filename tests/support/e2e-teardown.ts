import { rmSync } from 'node:fs'

/** Removes the folder of the portal and of the signed-in sessions. */
export default function teardown(): void {
  const folder = process.env['E2E_FOLDER']
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
