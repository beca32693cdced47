import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Database, openEmbeddedDatabase, openServerDatabase } from '~db/client'
import { migrateToLatest } from '~db/migrate'
import { importContent } from '~db/seed/content'
import { freePort, startPostgres } from '../support/postgres-server'
import { closing, show } from './closing-steps'
import { closingKey, type ClosingWorld, makeClosingWorld } from './closing-volume'
import { startPortal } from './portal-process'
import { measuredServer } from './statements'

/**
 * `npm run bench -- closing`: a project's month is locked, its file made and every export fetched through the built
 * portal: 790 participants on the embedded database, 79 000 on a server. Prints seconds, processor time and memory; asserts nothing.
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

async function prepared(database: Database, people: number): Promise<ClosingWorld> {
  await migrateToLatest(database.kysely)
  await importContent(database.kysely, { contentDir: path.resolve('content'), now: new Date() })
  const world = await makeClosingWorld(database.kysely, people)
  await database.close()
  return world
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
    show(`${engine}, ${people} deltagare`, await closing({ portal, databasePid: server?.pid, say }, world))
    if (engine === 'embedded') await stops.pop()?.()
  }
} finally {
  for (const stop of stops.reverse()) await stop()
  rmSync(folder, { recursive: true, force: true })
}
