import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { paths } from '~/shared/paths'
import { type Database, openEmbeddedDatabase, openServerDatabase } from '~db/client'
import { migrateToLatest } from '~db/migrate'
import { importContent } from '~db/seed/content'
import { freePort, startPostgres } from '../support/postgres-server'
import { closingKey, closingMonth, type ClosingWorld, makeClosingWorld } from './closing-volume'
import { table } from './measure'
import { ask, memoryOf, type Running, startPortal } from './portal-process'
import { measuredServer } from './statements'

/**
 * `npm run bench -- closing`: a project's month is locked, its file made and every export fetched through the built
 * portal: 790 participants on the embedded database, 79 000 on a server. Prints seconds and memory; asserts nothing.
 * `--embedded 0` or `--server 0` leaves an engine out.
 */
const { values: flags } = parseArgs({
  allowPositionals: true,
  options: {
    embedded: { type: 'string', default: '790' },
    server: { type: 'string', default: '79000' },
  },
})
const began = performance.now()
function say(text: string): void {
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`)
}

interface Step {
  name: string
  seconds: number
  /** Resident memory of the portal: before, the most while it ran, and after. */
  memory: [number, number, number]
  what: string
}

/** Resident memory ten times a second, as long as `work` runs. */
async function measured(portal: Running, name: string, work: () => Promise<string>): Promise<Step> {
  const before = memoryOf(portal.pid).now
  let most = before
  const timer = setInterval(() => (most = Math.max(most, memoryOf(portal.pid).now)), 100)
  const start = performance.now()
  const what = await work().finally(() => clearInterval(timer))
  const seconds = (performance.now() - start) / 1000
  const step: Step = { name, seconds, memory: [before, most, memoryOf(portal.pid).now], what }
  say(`${name}: ${seconds.toFixed(1)} s, ${what}`)
  return step
}

/** Fetches a file without keeping it. */
function fetched(url: string, cookie: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers: { cookie } }, (answer) => {
      let bytes = 0
      answer.on('data', (piece: Buffer) => (bytes += piece.length))
      answer.on('end', () => resolve(`${answer.statusCode}, ${(bytes / 1e6).toFixed(1)} MB`))
      answer.on('error', reject)
    })
    request.on('error', reject)
  })
}

async function closing(portal: Running, world: ClosingWorld): Promise<Step[]> {
  const { cookie, diarienr } = world
  const month = paths.month(diarienr, closingMonth)
  const post = (address: string, form: Record<string, string>) =>
    ask(portal.url + address, {
      method: 'POST',
      headers: { cookie, origin: portal.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    })
  const steps: Step[] = []
  const step = async (name: string, work: () => Promise<string>) => steps.push(await measured(portal, name, work))
  await step('Månadens sida', () => fetched(portal.url + month, cookie))
  await step('Låsa månaden', async () => {
    const answer = await post(month, { intent: 'lock', leftOut: '0' })
    let seen = 0
    for (; ; seen += 1) {
      const page = await ask(portal.url + paths.month(diarienr, closingMonth, '?sok=ingen'), { headers: { cookie } })
      if (!page.body.toString('utf8').includes('Låsningen går vidare')) break
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
    return `${answer.status}, sidan såg efter ${seen} gånger`
  })
  let file = ''
  await step('Göra SCB-filen', async () => {
    const answer = await post(paths.reports(diarienr), { month: closingMonth, seenNumber: '0' })
    file = /scb\/([0-9a-f-]{36})/.exec(answer.headers.location ?? '')?.[1] ?? ''
    return `${answer.status} ${answer.headers.location ?? ''}`
  })
  for (const form of ['csv', 'xlsx'] as const) {
    await post(paths.scbBatch(file), { form, reason: 'Skickas till SCB för mars' })
    await step(`SCB ${form}`, () => fetched(portal.url + paths.scbFile(file, form), cookie))
  }
  for (const address of [
    paths.participantsCsv(`?projekt=${encodeURIComponent(diarienr)}`),
    paths.indicatorsFile(diarienr, 'csv'),
    paths.indicatorsFile(diarienr, 'xlsx'),
  ])
    await step(address.split('?')[0] ?? '', () => fetched(portal.url + address, cookie))
  return steps
}

async function prepared(database: Database, people: number): Promise<ClosingWorld> {
  await migrateToLatest(database.kysely)
  await importContent(database.kysely, { contentDir: path.resolve('content'), now: new Date() })
  const world = await makeClosingWorld(database.kysely, people)
  await database.close()
  return world
}

function show(title: string, steps: readonly Step[]): void {
  const rows = steps.map(({ name, seconds, memory, what }) => [name, seconds.toFixed(2), ...memory.map(String), what])
  console.log(`\n${title}\n${table(['Steg', 's', 'MB före', 'MB som mest', 'MB efter', 'svar'], rows)}\n`)
}

const folder = mkdtempSync(path.join(tmpdir(), 'portal-closing-'))
const stops: (() => Promise<void>)[] = []
try {
  for (const engine of ['embedded', 'server'] as const) {
    const people = Number(flags[engine])
    if (people === 0) continue
    const dataDir = path.join(folder, engine)
    const server = engine === 'server' ? await startPostgres(measuredServer) : undefined
    if (server !== undefined) stops.push(server.stop)
    const database = server === undefined ? await openEmbeddedDatabase(dataDir) : openServerDatabase(server.url)
    const world = await prepared(database, people)
    say(`${engine}: ${people} deltagare har signerat mars`)
    const portal = await startPortal({
      port: await freePort(),
      databaseUrl: server?.url ?? '',
      dataDir,
      demonstration: false,
      identityKey: closingKey,
    })
    stops.push(portal.stop)
    show(`${engine}, ${people} deltagare`, await closing(portal, world))
    if (engine === 'embedded') await stops.pop()?.()
  }
} finally {
  for (const stop of stops.reverse()) await stop()
  rmSync(folder, { recursive: true, force: true })
}
