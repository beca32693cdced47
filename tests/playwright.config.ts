import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromiumFlags, chromiumPath } from './support/chromium'

const root = path.resolve(import.meta.dirname, '..')

// Read anew by each worker: the first reading decides, the others find its choice in their environment.
const portScript =
  'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'
const port = (process.env['E2E_PORT'] ??= execFileSync(process.execPath, ['-e', portScript], {
  encoding: 'utf8',
}).trim())
const folder = (process.env['E2E_FOLDER'] ??= mkdtempSync(path.join(tmpdir(), 'portal-e2e-')))
const browser = chromiumPath()

/** A portal of its own, in demonstration mode on an empty folder, seen on a desk and on a phone. */
export default defineConfig({
  testDir: path.join(root, 'tests/e2e'),
  testMatch: '**/*.spec.ts',
  outputDir: path.join(root, 'test-results'),
  globalTeardown: './support/e2e-teardown.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { args: chromiumFlags, ...(browser === undefined ? {} : { executablePath: browser }) },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    // These open portals of their own, choose the width of each step themselves or need but one; a phone has no keyboard.
    {
      name: 'phone',
      testIgnore: [
        '**/whole-chain.spec.ts',
        '**/course-terms.spec.ts',
        '**/mux.spec.ts',
        '**/assignment.spec.ts',
        '**/keyboard-course.spec.ts',
      ],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: 'node --import tsx app/cli/start.ts',
    cwd: root,
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      PORT: port,
      DATA_DIR: path.join(folder, 'portal'),
      PORTAL_DEMO: 'on',
      LOG_LEVEL: 'error',
      // Films are used as they come; the work on them has tests of its own.
      FFMPEG: 'off',
      NODE_ENV: 'production',
    },
  },
})
