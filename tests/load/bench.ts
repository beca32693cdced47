import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { paths } from '~/shared/paths'
import type { BarePage } from './bare-server'
import { load, type Measured, table, type Target } from './measure'
import { type Answer, ask, memoryOf, signIn, startBareServer, startPortal, weigh } from './portal-process'
import { startPostgres } from '../support/postgres-server'
import { captureStatements, measuredServer, type Statement } from './statements'
import { growPeople, growToProjectSize } from './volume'
import { measureWatching } from './watching'

/**
 * `npm run bench`: the built portal on a throw-away PostgreSQL, beside a bare `node:http` server with the same SQL.
 * Prints ratios; asserts nothing. `-- --seconds 1 --connections 8 --copies 9 --only Karta --watching 200` shorten it.
 */
const { values: flags } = parseArgs({
  options: {
    seconds: { type: 'string', default: '2' },
    connections: { type: 'string', default: '8,32' },
    copies: { type: 'string', default: '99' },
    only: { type: 'string', default: '' },
    watching: { type: 'string', default: '2000' },
    port: { type: 'string', default: '3911' },
    keep: { type: 'boolean', default: false },
  },
})
const seconds = Number(flags.seconds)
const connections = flags.connections.split(',').map(Number)
const copies = Number(flags.copies)
const password = process.env['DEMO_PASSWORD'] ?? 'vastkusten-demo'
const course = 'sprakutvecklande-arbetssatt'
const began = performance.now()

function say(text: string): void {
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`)
}

interface Page {
  target: Target
  headers: Record<string, string>
  answer: Answer
  statements: Statement[]
}

function targets(teacher: string, principal: string): Target[] {
  const beat = JSON.stringify({ ranges: [[0, 5]], position: 5, rate: 1 })
  return [
    { name: 'Kurs, besökare', path: paths.course(course), expects: 200 },
    { name: 'Kurs, besökare, 304', path: paths.course(course), expects: 304 },
    { name: 'Min sida', path: paths.home(), expects: 200, cookie: teacher },
    {
      name: 'Kurs, inloggad',
      path: paths.course(course),
      expects: 200,
      cookie: teacher,
    },
    {
      name: 'Lektion',
      path: paths.lesson(course, 'spraket-i-ditt-amne'),
      expects: 200,
      cookie: teacher,
    },
    {
      name: 'Karta (rektor)',
      path: paths.staff(),
      expects: 200,
      cookie: principal,
    },
    { name: 'Timmar', path: paths.hours(), expects: 200, cookie: teacher },
    {
      name: 'Sök',
      path: paths.search('stöttning'),
      expects: 200,
      cookie: teacher,
    },
    {
      name: 'Hjärtslag',
      path: paths.heartbeat('stottning-i-praktiken'),
      expects: 200,
      method: 'POST',
      cookie: teacher,
      body: beat,
    },
  ].filter(({ name }) => name.includes(flags.only)) as Target[]
}

async function visit(url: string, target: Target): Promise<{ headers: Record<string, string>; answer: Answer }> {
  const headers: Record<string, string> = {
    ...(target.cookie === undefined ? {} : { cookie: target.cookie }),
    ...(target.method === 'POST' ? { origin: url, 'content-type': 'application/json' } : {}),
  }
  const send = () =>
    ask(url + target.path, {
      method: target.method ?? 'GET',
      headers,
      ...(target.body === undefined ? {} : { body: target.body }),
    })
  const answer = await send()
  const etag = answer.headers.etag
  if (target.expects === 304 && etag !== undefined) headers['if-none-match'] = etag
  return { headers, answer }
}

const number = (value: number, digits = 0) => value.toFixed(digits)
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1)

async function measureAll(
  url: string,
  pages: readonly Page[],
  headersOf: (page: Page) => Record<string, string>,
): Promise<Map<string, Measured>> {
  const results = new Map<string, Measured>()
  for (const page of pages) {
    for (const count of connections) {
      const options = { connections: count, seconds, headers: headersOf(page) }
      results.set(`${page.target.name} ${count}`, await load(url, page.target, options))
    }
  }
  return results
}

const server = await startPostgres(measuredServer)
const folder = mkdtempSync(path.join(tmpdir(), 'portal-bench-data-'))
const stops: (() => Promise<void>)[] = []
try {
  say(
    `PostgreSQL ${server.version}, Node ${process.version}; ${connections.join(' och ')} anslutningar, ${seconds} s var`,
  )
  execFileSync(
    process.execPath,
    ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '-c', 'remix.config.js', '--logLevel', 'error'],
    {
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  say('byggd')
  const settings = {
    port: Number(flags.port),
    databaseUrl: server.url,
    dataDir: folder,
  }
  const first = await startPortal(settings)
  await first.stop()
  const portal = await startPortal(settings)
  stops.push(portal.stop)
  say(
    `första start med import och demonstration ${number(first.startedInMs)} ms; kall start ${number(portal.startedInMs)} ms`,
  )
  await growToProjectSize(server.url)
  say('projektets storlek: 790 deltagare, 60 kurser, en halv miljon sedda intervall')

  const [teacher, principal] = await Promise.all(
    ['larare', 'rektor'].map((who) => signIn(portal.url, `${who}@demo.westum.example`, password)),
  )
  const pages: Page[] = []
  const weights = new Map<string, { html: number; script: number }>()
  for (const target of targets(teacher ?? '', principal ?? '')) {
    const { headers, answer } = await visit(portal.url, target)
    if (answer.status !== 200 && answer.status !== 204) {
      say(`${target.name}: ${target.path} svarar ${answer.status} och hoppas över`)
      continue
    }
    const statements =
      target.expects === 304 || target.cookie === undefined
        ? []
        : await captureStatements(server, () => ask(portal.url + target.path, { ...target, headers }))
    pages.push({ target, headers, answer, statements })
    weights.set(target.name, await weigh(portal.url, answer))
  }

  const pagesFile = path.join(folder, 'pages.json')
  const bare: BarePage[] = pages.map(({ target, answer, statements }) => ({
    path: `${target.path}#${target.name}`.replaceAll(/[^a-z0-9/-]/gi, '-'),
    statements,
    contentType: String(answer.headers['content-type'] ?? 'text/html'),
    body: answer.body.toString('utf8'),
  }))
  writeFileSync(pagesFile, JSON.stringify(bare))
  const bareServer = await startBareServer(pagesFile, server.url)
  stops.push(bareServer.stop)

  say('värmer upp och mäter portalen')
  for (const page of pages) await load(portal.url, page.target, { connections: 8, seconds: 1, headers: page.headers })
  const atProject = await measureAll(portal.url, pages, (page) => page.headers)
  say('mäter den nakna servern med samma SQL')
  const atBare = new Map<string, Measured>()
  for (const [index, page] of pages.entries()) {
    const target = { ...page.target, path: bare[index]?.path ?? '/' }
    const etag = (await ask(bareServer.url + target.path)).headers.etag
    const headers = target.expects === 304 && etag !== undefined ? { 'if-none-match': etag } : {}
    for (const count of connections) {
      const options = { connections: count, seconds, headers }
      atBare.set(`${target.name} ${count}`, await load(bareServer.url, { ...target, method: 'GET' }, options))
    }
  }
  const memory = memoryOf(portal.pid)
  say(`${flags.watching} personer tittar samtidigt`)
  const watching = await measureWatching(
    portal,
    { url: server.url, pid: server.pid },
    { people: Number(flags.watching), seconds: 20 },
  )

  let atHundred: Map<string, Measured> | undefined
  if (copies > 0) {
    say(`lägger till ${copies} gånger så många deltagare vid andra lärcentrum`)
    await growPeople(server.url, copies)
    say('mäter igen')
    atHundred = await measureAll(portal.url, pages, (page) => page.headers)
  }

  const rows = pages.flatMap(({ target, statements }) =>
    connections.map((count) => {
      const key = `${target.name} ${count}`
      const [own, naked, grown] = [atProject.get(key), atBare.get(key), atHundred?.get(key)]
      const weight = weights.get(target.name)
      const inside = statements.filter(({ text }) => !/^(begin|commit|start transaction)/i.test(text)).length
      return [
        target.name,
        String(count),
        number(own?.perSecond ?? 0),
        number(own?.p50 ?? 0),
        number(own?.p97 ?? 0),
        number(naked?.perSecond ?? 0),
        number((own?.perSecond ?? 0) / (naked?.perSecond ?? 1), 3),
        grown === undefined || grown.perSecond === 0 ? '–' : number((own?.perSecond ?? 0) / grown.perSecond, 2),
        String(inside),
        kilobytes(weight?.html ?? 0),
        kilobytes(weight?.script ?? 0),
        String((own?.failed ?? 0) + (naked?.failed ?? 0) + (grown?.failed ?? 0)),
      ]
    }),
  )
  console.log(`
${table(['Sida', 'Ansl.', 'svar/s', 'p50 ms', 'p97,5 ms', 'naken/s', 'portal÷naken', `kostnad ×${copies + 1}÷×1`, 'frågor', 'HTML kB', 'skript kB', 'fel'], rows)}

Kall start ${number(portal.startedInMs)} ms, första start ${number(first.startedInMs)} ms. Minne ${memory.now} MB, som mest ${memory.most} MB. HTML och skript är gzippade.
${watching.people} som tittar samtidigt: ${number(watching.beatsPerSecond)} hjärtslag/s, p50 ${number(watching.p50, 1)} ms, p97,5 ${number(watching.p97, 1)} ms, fel ${watching.failed}. Portalen ${number(watching.portalCores, 2)} kärna, PostgreSQL ${number(watching.databaseCores, 2)} kärna.`)
  say('klar')
  if (flags.keep) {
    say(`servrarna står kvar tills du avslutar med Ctrl-C: ${portal.url}, ${server.url}`)
    await new Promise((resolve) => process.once('SIGINT', resolve))
  }
} finally {
  for (const stop of stops) await stop()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
