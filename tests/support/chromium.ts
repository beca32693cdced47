import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { installDebianPackage, MissingPart } from './postgres-server'

/** Quiet on a machine without a network; as root Chromium starts only without its sandbox. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

function installed(): string | undefined {
  const candidates = [
    process.env['CHROMIUM_PATH'] ?? '',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    chromium.executablePath(),
  ]
  return candidates.find((file) => file !== '' && existsSync(file))
}

/** The browser of the end-to-end tests: CHROMIUM_PATH, the system's, or Playwright's own. */
export function chromiumPath(): string | undefined {
  return installed()
}

/** Like `chromiumPath`, and installs the browser when it is missing. Throws MissingPart when that fails. */
export function requireChromium(): string {
  const found = installed() ?? (installDebianPackage('chromium') || installPlaywrights() ? installed() : undefined)
  if (found !== undefined) return found
  throw new MissingPart('Chromium is missing: install it, name it in CHROMIUM_PATH, or run with --without-browser.')
}

function installPlaywrights(): boolean {
  try {
    execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
