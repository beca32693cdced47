import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { requireChromium } from './support/chromium'
import { type PostgresServer, startPostgres } from './support/postgres-server'
import { failuresOfPlaywright, failuresOfVitest } from './support/run/failures'
import { bin, check, type Counts, root, runSteps, runTests, type Step } from './support/run/steps'

// `npm test`: every check and test of the project. Options: --without-server, --without-browser, and names of steps
// to run only those: npm test -- lint unit

const options = process.argv.slice(2)
const known = new Set(['--without-server', '--without-browser'])
const wanted = options.filter((option) => !option.startsWith('--'))
const strange = options.filter((option) => option.startsWith('--') && !known.has(option))
const withServer = !options.includes('--without-server')
const withBrowser = !options.includes('--without-browser')

const reports = mkdtempSync(path.join(tmpdir(), 'portal-reports-'))
let postgres: PostgresServer | undefined

async function serverUrl(): Promise<string> {
  postgres ??= await startPostgres(['fsync=off'])
  return postgres.url
}

function vitest(name: string, project: string, environment: () => Promise<Record<string, string>>): Step {
  const report = path.join(reports, `${name.replaceAll(' ', '-')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [bin('vitest', 'vitest.mjs'), 'run', '-c', 'tests/vitest.config.ts', '--project', project, ...reporters]
  return {
    name,
    run: async () =>
      runTests(args, await environment(), report, (written) => {
        const { numPassedTests, numFailedTests } = written as { numPassedTests: number; numFailedTests: number }
        return { passed: numPassedTests, failed: numFailedTests, failures: failuresOfVitest(written) }
      }),
  }
}

const endToEnd: Step = {
  name: 'e2e',
  run: async (): Promise<Counts> => {
    const report = path.join(reports, 'e2e.json')
    const environment = { CHROMIUM_PATH: requireChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: report }
    const args = [bin('@playwright/test', 'cli.js'), 'test', '-c', 'tests/playwright.config.ts']
    return runTests([...args, '--reporter=list,json'], environment, report, (written) => {
      const { stats } = written as { stats: { expected: number; flaky: number; unexpected: number } }
      const passed = stats.expected + stats.flaky
      return { passed, failed: stats.unexpected, failures: failuresOfPlaywright(written) }
    })
  },
}

const none = () => Promise.resolve({})
const steps: Step[] = [
  check('format', [bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']),
  check('lint', [bin('eslint', 'bin/eslint.js'), '-c', 'tests/eslint.config.js', '--max-warnings', '0', '.']),
  check('types', [bin('typescript', 'bin/tsc'), '-p', '.']),
  check('knip', [bin('knip', 'bin/knip.js')]),
  check('content', ['--import', 'tsx', 'app/cli/content-check.ts']),
  vitest('unit', 'unit', none),
  vitest('integration', 'integration', none),
  ...(withServer
    ? [
        vitest('integration-server', 'integration', async () => ({
          TEST_ENGINE: 'server',
          TEST_DATABASE_URL: await serverUrl(),
        })),
      ]
    : []),
  check('build', [bin('@remix-run/dev', 'dist/cli.js'), 'vite:build', '-c', 'remix.config.js', '--logLevel', 'warn'], {
    NODE_ENV: 'production',
  }),
  ...(existsSync(path.join(root, 'tests/load/kill.test.ts'))
    ? [vitest('kill', 'kill', async (): Promise<Record<string, string>> => (withServer ? { TEST_SERVER: '1' } : {}))]
    : []),
  ...(withBrowser ? [endToEnd] : []),
]

function complaint(): string | undefined {
  if (strange.length > 0) return `Unknown option ${strange.join(' ')}; known are ${[...known].join(' and ')}.`
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0)
    return `Unknown step ${unknown.join(' ')}; steps are ${steps.map(({ name }) => name).join(' ')}.`
  return undefined
}

const objection = complaint()
if (objection !== undefined) {
  console.error(objection)
  process.exit(2)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
process.once('exit', () => rmSync(reports, { recursive: true, force: true }))

const total = await runSteps(wanted.length === 0 ? steps : steps.filter(({ name }) => wanted.includes(name)))
await postgres?.stop()
for (const failure of total.failures) console.log(failure)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
