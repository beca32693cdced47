import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The database of this run on a PostgreSQL server; empty when the tests run on the embedded engine. */
    serverDatabaseUrl: string
  }
}

/** With TEST_ENGINE=server: makes one fresh database on the server of TEST_DATABASE_URL and drops it afterwards. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (process.env['TEST_ENGINE'] !== 'server') {
    project.provide('serverDatabaseUrl', '')
    return undefined
  }
  const serverUrl = process.env['TEST_DATABASE_URL']
  if (serverUrl === undefined) throw new Error('TEST_ENGINE=server needs TEST_DATABASE_URL, a PostgreSQL server.')
  const name = `portal_test_${randomBytes(6).toString('hex')}`
  await run(serverUrl, `create database ${name} encoding 'UTF8' template template0`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  project.provide('serverDatabaseUrl', url.href)
  return () => run(serverUrl, `drop database if exists ${name} with (force)`)
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
