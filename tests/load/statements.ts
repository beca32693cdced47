import pg from 'pg'
import type { ThrowawayServer } from './throwaway-server'

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
export async function captureStatements(server: ThrowawayServer, work: () => Promise<unknown>): Promise<Statement[]> {
  await logStatements(server.url, true)
  const mark = server.logMark()
  await work()
  await new Promise((resolve) => setTimeout(resolve, 250))
  const statements = readStatements(server.logSince(mark))
  await logStatements(server.url, false)
  return statements
}
