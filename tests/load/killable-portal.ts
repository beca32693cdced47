import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { freePort } from '../support/postgres-server'

const root = path.resolve(import.meta.dirname, '../..')

/** The built portal in a process of its own, without demonstration, to be killed; `cleanUp` gets what ends it at last. */
export async function startKillable(
  settings: Record<string, string>,
  cleanUp: (() => Promise<void> | void)[],
): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/cli/start.ts'], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORTAL_DEMO: 'off',
      PORT: String(port),
      LOG_LEVEL: 'fatal',
      ...settings,
    },
  })
  cleanUp.push(() => void child.kill('SIGKILL'))
  const url = `http://127.0.0.1:${port}`
  for (let attempt = 0; attempt < 900; attempt += 1) {
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return { url, child }
    if (child.exitCode !== null) throw new Error(`The portal ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The portal is not ready')
}

export async function endPortal(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
