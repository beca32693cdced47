import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { startPostgres } from '../support/postgres-server'

export interface ThrowawayServer {
  url: string
  version: string
  /** Bytes of the statement log so far: a mark to read on from. */
  logMark: () => number
  logSince: (mark: number) => string
  stop: () => Promise<void>
}

const settings = [
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

/** A server with an empty database of its own that logs each statement; `stop` ends it and removes its folder. */
export async function startThrowawayServer(): Promise<ThrowawayServer> {
  const { url, version, dataDir, stop } = await startPostgres(settings)
  const log = path.join(dataDir, 'log', 'statements.json')
  return {
    url,
    version,
    logMark: () => (existsSync(log) ? statSync(log).size : 0),
    logSince: (mark) => (existsSync(log) ? readFileSync(log).subarray(mark).toString('utf8') : ''),
    stop,
  }
}
