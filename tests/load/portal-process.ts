import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
const host = '127.0.0.1'

export interface Running {
  url: string
  pid: number
  /** From the start of the process to the first answer that the portal is ready. */
  startedInMs: number
  stop: () => Promise<void>
}

async function ended(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  const giveUp = setTimeout(() => child.kill('SIGKILL'), 10_000)
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  clearTimeout(giveUp)
}

/** Starts the built portal. Throws with its last words when it does not become ready in a minute and a half. */
export async function startPortal(settings: {
  port: number
  databaseUrl: string
  dataDir: string
  demonstration?: boolean
  identityKey?: string
}): Promise<Running> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', path.join('app', 'cli', 'start.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(settings.port),
      HOST: host,
      DATABASE_URL: settings.databaseUrl,
      DATA_DIR: settings.dataDir,
      PORTAL_DEMO: settings.demonstration === false ? 'off' : 'on',
      ...(settings.identityKey === undefined ? {} : { IDENTITY_KEY: settings.identityKey }),
      LOG_LEVEL: 'error',
    },
  })
  let words = ''
  child.stdout.on('data', (part: Buffer) => (words += part.toString()))
  child.stderr.on('data', (part: Buffer) => (words += part.toString()))
  const url = `http://${host}:${settings.port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The portal ended with ${child.exitCode}:\n${words.slice(-2000)}`)
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) break
    if (performance.now() - began > 90_000) {
      await ended(child)
      throw new Error(`The portal is not ready after 90 s:\n${words.slice(-2000)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return {
    url,
    pid: child.pid ?? 0,
    startedInMs: performance.now() - began,
    stop: () => ended(child),
  }
}

export async function startBareServer(pagesFile: string, databaseUrl: string): Promise<Running> {
  const began = performance.now()
  const file = path.join(root, 'tests', 'load', 'bare-server.ts')
  const child = fork(file, [pagesFile, databaseUrl], {
    execArgv: ['--import', 'tsx'],
  })
  const [port] = (await once(child, 'message')) as [number]
  const startedInMs = performance.now() - began
  return {
    url: `http://${host}:${port}`,
    pid: child.pid ?? 0,
    startedInMs,
    stop: () => ended(child),
  }
}

/** Resident memory of a process in MB: now, and the most it has been. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (key: string) => Math.round(Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') }
}

/** Seconds of processor that a process and its children, living and ended, have taken. */
export function cpuSecondsOf(pid: number): number {
  const ticks = (one: string, withEnded: boolean) => {
    const fields = readFileSync(`/proc/${one}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? []
    return fields.slice(11, withEnded ? 15 : 13).reduce((sum, value) => sum + value, 0)
  }
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return [...children.map((child) => ticks(child, false)), ticks(String(pid), true)].reduce((a, b) => a + b, 0) / 100
}

export interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  body: Buffer
}

export function ask(
  url: string,
  options: {
    method?: string
    headers?: Record<string, string>
    body?: string
  } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      { method: options.method ?? 'GET', headers: options.headers ?? {} },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          })
        })
      },
    )
    request.on('error', reject)
    request.end(options.body)
  })
}

/** Signs a demonstration person in and answers with the cookie. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const answer = await ask(`${url}/logga-in`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: url,
    },
    body: new URLSearchParams({ email, password }).toString(),
  })
  const cookie = answer.headers['set-cookie']
    ?.map((line) => line.split(';')[0])
    .find((line) => line?.startsWith('portal_session='))
  if (cookie === undefined) throw new Error(`${email} could not sign in: ${answer.status}`)
  return cookie
}

/** Gzipped bytes of a page and of the scripts that it loads at once. */
export async function weigh(url: string, page: Answer): Promise<{ html: number; script: number }> {
  const html = page.body.toString('utf8')
  const scripts = new Set(
    [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g), ...html.matchAll(/from "(\/assets\/[^"]+\.js)"/g)].map(
      (match) => match[1] ?? '',
    ),
  )
  for (const match of html.matchAll(/import\s*(?:\*\s*as\s*\w+\s*from\s*)?"(\/assets\/[^"]+\.js)"/g))
    scripts.add(match[1] ?? '')
  // The texts of the reader's language come as a chunk of their own, asked for by the entry: English or else Swedish.
  for (const address of [...scripts].filter((address) => address.includes('/entry.client-'))) {
    const entry = (await ask(url + address)).body.toString('utf8')
    const texts = [...entry.matchAll(/import\("\.\/(browser-[\w-]+\.js)"\)/g)].at(-1)?.[1]
    if (texts !== undefined) scripts.add(`/assets/${texts}`)
  }
  let script = 0
  for (const address of scripts) script += gzipSync((await ask(url + address)).body).length
  return { html: gzipSync(page.body).length, script }
}
