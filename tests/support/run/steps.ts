import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { MissingPart } from '../postgres-server'

export interface Counts {
  passed: number
  failed: number
  /** Each failed test with what it said, for the end of the run. */
  failures?: readonly string[]
}

export interface Step {
  name: string
  run: () => Promise<Counts>
}

export const root = path.resolve(import.meta.dirname, '../../..')

/** Settings of the portal in the caller's shell do not reach the tests. */
function cleanEnvironment(): Record<string, string | undefined> {
  const own =
    /^(PORT|HOST|DATA_DIR|DATABASE_URL|PORTAL_DEMO|DEMO_\w+|PUBLIC_URL|IDENTITY_KEY|TRUST_PROXY|LOG_LEVEL|NODE_ENV|TEST_ENGINE|MUX_\w+|MEDIA_\w+|FFMPEG)$/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)))
}

/** Runs a program of node_modules or a script under Node. Resolves with its exit code and all that it wrote. */
export function runNode(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...cleanEnvironment(), FORCE_COLOR: '0', ...environment } as unknown as NodeJS.ProcessEnv,
    })
    let output = ''
    const take = (part: Buffer) => (output += part.toString('utf8'))
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

export function bin(packageName: string, file: string): string {
  return path.join(root, 'node_modules', packageName, file)
}

/** A step that holds or does not: it counts as one test. */
export function check(name: string, args: readonly string[], environment: Record<string, string> = {}): Step {
  return {
    name,
    run: async () => {
      const { code, output } = await runNode(args, environment)
      if (code === 0) return { passed: 1, failed: 0 }
      console.log(output.trimEnd())
      return { passed: 0, failed: 1 }
    },
  }
}

/** A step of many tests; `read` takes the counts from the report that the runner wrote. */
export async function runTests(
  args: readonly string[],
  environment: Record<string, string>,
  reportFile: string,
  read: (report: unknown) => Counts,
): Promise<Counts> {
  const { code, output } = await runNode(args, environment)
  if (code !== 0) console.log(output.trimEnd())
  let counts: Counts
  try {
    counts = read(JSON.parse(readFileSync(reportFile, 'utf8')))
  } catch {
    console.log('The runner left no report.')
    return { passed: 0, failed: 1 }
  }
  // A runner that fails with every test passed, or that ran none, is a failure too.
  const silent = counts.failed === 0 && (code !== 0 || counts.passed === 0)
  return silent ? { ...counts, failed: 1 } : counts
}

/** Runs the steps in order, each to its end, and prints what each came to. */
export async function runSteps(steps: readonly Step[]): Promise<Required<Counts>> {
  const total = { passed: 0, failed: 0, failures: [] as string[] }
  for (const { name, run } of steps) {
    const began = performance.now()
    const {
      passed,
      failed,
      failures = [],
    } = await run().catch((error: unknown): Counts => {
      console.log(error instanceof MissingPart ? error.message : error)
      return { passed: 0, failed: 1 }
    })
    const seconds = Math.round((performance.now() - began) / 1000)
    console.log(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`)
    total.passed += passed
    total.failed += failed
    total.failures.push(...failures.map((failure) => `${name}: ${failure}`))
  }
  return total
}
