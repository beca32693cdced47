import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { writeKey } from '~/domains/participation'
import { openVault, verifyChain } from '~/domains/participation/index.server'
import { hashOfBatch } from '~/domains/participation/reports/content.server'
import type { PersonId, ProjectId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { type Database, openEmbeddedDatabase, openServerDatabase } from '~db/client'
import { migrateToLatest } from '~db/migrate'
import { importContent } from '~db/seed/content'
import { type PostgresServer, startPostgres } from '../support/postgres-server'
import { scbTemplate } from '../support/reports'
import { closingKey, closingMonth as month, makeClosingWorld } from './closing-volume'
import { startKillable } from './killable-portal'
import { type Answer, ask } from './portal-process'

const people = 120
const bulks = 12
const engines = process.env['TEST_SERVER'] === '1' ? (['embedded', 'server'] as const) : (['embedded'] as const)
const cleanUp: (() => Promise<void> | void)[] = []

afterAll(async () => {
  for (const end of cleanUp.reverse()) await end()
})

/** What the database has of the closing; the numbers are rows. */
async function tally({ kysely: db }: Database, projectId: string) {
  const { rows } = await sql<{
    state: string
    figures: number
    locks: number
    lines: number
    files: number
    queued: number
    exports: number
    exported: number
  }>`
    select coalesce((select state from project_month where project_id = ${projectId}), 'oppen') as state,
      (select count(*) from month_figure where project_id = ${projectId}) as figures,
      (select count(*) from month_event where project_id = ${projectId} and kind = 'last') as locks,
      (select count(*) from export_line join export_batch using (export_batch_id) where project_id = ${projectId}) as lines,
      (select count(*) from export_batch where project_id = ${projectId} and state = 'klar') as files,
      (select count(*) from export_batch where project_id = ${projectId} and state <> 'klar') as queued,
      (select count(*) from month_event where project_id = ${projectId} and kind = 'exporterad') as exports,
      (select count(*) from person_month where project_id = ${projectId} and state = 'exporterad') as exported`.execute(
    db,
  )
  return rows[0]
}

const untouched = { state: 'oppen', figures: 0, locks: 0, lines: 0, files: 0, queued: 0, exports: 0, exported: 0 }
const locked = { ...untouched, state: 'last', figures: people, locks: people }
const sent = { ...locked, lines: people, files: 1, exports: people, exported: people }

/** Each person's state in the month and how many times they have been attested. */
async function attested({ kysely: db }: Database, projectId: string) {
  const { rows } = await sql<{ person_id: PersonId; state: string; times: number }>`
    select person_id, state, (select count(*) from month_event event where event.project_id = standing.project_id
      and event.person_id = standing.person_id and event.kind = 'attesterad') as times
    from person_month standing where project_id = ${projectId}`.execute(db)
  return new Map(rows.map((row) => [row.person_id, `${row.state} ${row.times}`]))
}

/** Somebody else's hold on the last of the ledgers: what wants them all is stopped in its middle. */
async function holdLastLedger(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {
    // The server is killed while this connection holds.
  })
  await client.connect()
  await client.query('begin')
  await client.query('select 1 from ledger_head order by person_id desc limit 1 for update')
  return () => client.end().catch(() => undefined)
}

/** Resolves when the first piece of the file has come; the rest is left. */
function firstPiece(url: string, cookie: string): Promise<number> {
  return new Promise((resolve) => {
    const request = http.get(url, { headers: { cookie } }, (answer) => {
      answer.once('data', () => resolve(answer.statusCode ?? 0))
      answer.on('error', () => undefined)
    })
    request.on('error', () => resolve(0))
  })
}

describe.each(engines)('a month that is closed on %s', (engine) => {
  it('survives kill -9 in bulk attestation, locking, file making and download, whole and once', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'portal-kill-'))
    cleanUp.push(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }))
    let server: PostgresServer | undefined
    if (engine === 'server') {
      server = await startPostgres()
      cleanUp.push(server.stop)
    }
    const url = server?.url
    const within = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
      const database = url === undefined ? await openEmbeddedDatabase(dataDir) : openServerDatabase(url)
      return work(database).finally(() => database.close())
    }
    const settings = { DATA_DIR: dataDir, DATABASE_URL: url ?? '', IDENTITY_KEY: closingKey }
    const start = () => startKillable(settings, cleanUp)
    const world = await within(async ({ kysely: db }) => {
      await migrateToLatest(db)
      await importContent(db, { contentDir: path.resolve('content'), now: new Date() })
      const made = await makeClosingWorld(db, people)
      await db.updateTable('project').set({ attestation: true }).where('project_id', '=', made.projectId).execute()
      return made
    })
    const { cookie, diarienr } = world
    const projectId = world.projectId as ProjectId
    const post = (portal: string, address: string, form: string): Promise<Answer | undefined> =>
      ask(portal + address, {
        method: 'POST',
        headers: { cookie, origin: portal, 'content-type': 'application/x-www-form-urlencoded' },
        body: form,
      }).catch(() => undefined)
    const monthPage = paths.month(diarienr, month)
    const lock = (portal: string) => post(portal, monthPage, 'intent=lock&leftOut=0')
    const make = (portal: string) => post(portal, paths.reports(diarienr), `month=${month}&seenNumber=0`)
    type Portal = Awaited<ReturnType<typeof start>>
    /** Does something, kills the portal (and the database) while it is under way, and answers what was told. */
    const killDuring = async (portal: Portal, act: (url: string) => Promise<Answer | undefined>, afterMs: number) => {
      const release = url === undefined ? undefined : await holdLastLedger(url)
      const ended = once(portal.child, 'exit')
      const told = act(portal.url)
      await new Promise((resolve) => setTimeout(resolve, afterMs))
      portal.child.kill('SIGKILL')
      await server?.kill()
      await ended
      await release?.()
      await server?.restart()
      return (await told)?.status === 302
    }

    const everyone = [...(await within((database) => attested(database, projectId))).keys()]
    const chosen = Array.from({ length: bulks }, (_, bulk) => everyone.filter((_, index) => index % bulks === bulk))
    const attest = async (portal: string, persons: readonly PersonId[]) => {
      const keys = persons.map((personId) => ['key', writeKey({ projectId, personId, month })])
      const form = new URLSearchParams([['intent', 'attest'], ['reason', 'Ingen annan kan attestera'], ...keys])
      return (await post(portal, monthPage, form.toString()))?.status === 302
    }
    const first = await start()
    const ended = once(first.child, 'exit')
    const told = new Set<number>()
    await Promise.all(
      chosen.map(async (persons, bulk) => {
        if (!(await attest(first.url, persons))) return
        told.add(bulk)
        if (told.size < 3) return
        first.child.kill('SIGKILL')
        void server?.kill()
      }),
    )
    await ended
    await server?.restart()
    const afterBulk = await within((database) => attested(database, projectId))
    expect(told.size).toBeGreaterThanOrEqual(3)
    for (const [bulk, persons] of chosen.entries()) {
      const states = new Set(persons.map((personId) => afterBulk.get(personId)))
      expect(states.size).toBe(1)
      expect(told.has(bulk) ? ['attesterad 1'] : ['attesterad 1', 'signerad 0']).toContain([...states][0])
    }

    const second = await start()
    for (const persons of chosen) await attest(second.url, persons)
    const lockTold = await killDuring(second, lock, engine === 'server' ? 700 : 100)
    const afterLock = await within((database) => tally(database, projectId))
    expect(lockTold ? [locked] : [untouched, locked]).toContainEqual(afterLock)

    const third = await start()
    await lock(third.url)
    const makeTold = await killDuring(third, make, engine === 'server' ? 700 : 100)
    const afterMake = await within((database) => tally(database, projectId))
    expect(makeTold ? [sent] : [locked, sent]).toContainEqual(afterMake)

    const last = await start()
    await make(last.url)
    const batch = await ask(last.url + paths.reports(diarienr), { headers: { cookie } })
    const file = /scb\/([0-9a-f-]{36})/.exec(batch.body.toString('utf8'))?.[1] ?? ''
    const release = (portal: string, form: 'csv' | 'xlsx') =>
      post(portal, paths.scbBatch(file), `form=${form}&reason=Skickas+till+SCB+idag`)
    for (const form of ['csv', 'xlsx'] as const) {
      await release(last.url, form)
      expect(await firstPiece(last.url + paths.scbFile(file, form), cookie)).toBe(200)
    }
    const gone = once(last.child, 'exit')
    last.child.kill('SIGKILL')
    await server?.kill()
    await gone
    await server?.restart()

    await within(async (database) => {
      expect(await tally(database, projectId)).toEqual(sent)
      expect(new Set((await attested(database, projectId)).values())).toEqual(new Set(['exporterad 1']))
      const { content_sha256 } = await database.kysely
        .selectFrom('export_batch')
        .where('export_batch_id', '=', file)
        .select('content_sha256')
        .executeTakeFirstOrThrow()
      const subject = {
        diarienr,
        projectName: `Projekt ${diarienr}`,
        rounding: 'floor_hours' as const,
        month,
        number: 1,
      }
      const request = { batchId: file, template: scbTemplate(), subject }
      expect(await hashOfBatch(database.kysely, openVault(closingKey), request)).toBe(content_sha256)
      expect(await verifyChain(database.kysely, { projectId })).toMatchObject({ whole: true, people })
    })
  })
})
