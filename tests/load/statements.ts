import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { PostgresServer } from '../support/postgres-server'

/** Settings of a measured server: room for the grown data, and its statements in a JSON log when that is turned on. */
export const measuredServer = [
  'shared_buffers=256MB',
  'max_connections=60',
  'max_wal_size=4GB',
  'autovacuum=off',
  'logging_collector=on',
  'log_destination=jsonlog',
  'log_directory=log',
  'log_filename=statements.log',
  'log_rotation_size=0',
  'log_rotation_age=0',
  'log_parameter_max_length=-1',
]

function readLog(server: PostgresServer): string {
  const file = path.join(server.dataDir, 'log', 'statements.json')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

export interface Statement {
  text: string
  values: (string | null)[]
}

interface LogLine {
  application_name?: string
  message?: string
  detail?: string
}

/** `parameters: $1 = 'it''s', $2 = NULL` → the values in order. */
export function readParameters(detail: string): (string | null)[] {
  return [...detail.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map((match) =>
    match[1] === undefined ? null : match[1].replaceAll("''", "'"),
  )
}

/** The statements that the portal sent in a part of the server's log, in order. */
export function readStatements(log: string): Statement[] {
  return log.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return []
    const { application_name: sender, message = '', detail = '' } = JSON.parse(line) as LogLine
    const found = /^duration: [\d.]+ ms\s+(?:execute [^:]+|statement): ([\s\S]*)$/.exec(message)
    if (sender !== 'westum-larportal' || found === null) return []
    return [{ text: found[1] ?? '', values: readParameters(detail) }]
  })
}

async function logStatements(url: string, on: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`alter system set log_min_duration_statement = ${on ? 0 : -1}`)
  await client.query('select pg_reload_conf()')
  await client.end()
  await new Promise((resolve) => setTimeout(resolve, 150))
}

/** What the portal asks the database while `work` runs. */
export async function captureStatements(server: PostgresServer, work: () => Promise<unknown>): Promise<Statement[]> {
  await logStatements(server.url, true)
  const mark = readLog(server).length
  await work()
  await new Promise((resolve) => setTimeout(resolve, 250))
  const statements = readStatements(readLog(server).slice(mark))
  await logStatements(server.url, false)
  return statements
}
