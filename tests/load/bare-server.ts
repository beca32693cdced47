import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { Statement } from './statements'

/** What the bare server answers at one address: the portal's own statements, then the portal's own page. */
export interface BarePage {
  path: string
  statements: Statement[]
  contentType: string
  body: string
}

/**
 * A `node:http` server with nothing in it but the statements of each page and the finished page, as the measure of
 * what the machine can give. Arguments: the file with the pages, and the address of the database.
 */
const [pagesFile = '', databaseUrl = ''] = process.argv.slice(2)
const pages = new Map((JSON.parse(readFileSync(pagesFile, 'utf8')) as BarePage[]).map((page) => [page.path, page]))
const etags = new Map(
  [...pages].map(([path, { body }]) => [path, createHash('sha256').update(body).digest('base64url')]),
)
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })

const server = createServer((request, response) => {
  const path = request.url ?? '/'
  const page = pages.get(path)
  if (page === undefined) {
    response.writeHead(404).end()
    return
  }
  const answer = () => {
    const etag = etags.get(path) ?? ''
    const seen = request.headers['if-none-match'] === etag
    response.writeHead(seen ? 304 : 200, {
      ETag: etag,
      'Content-Type': page.contentType,
    })
    response.end(seen ? undefined : page.body)
  }
  request.resume()
  if (page.statements.length === 0) {
    answer()
    return
  }
  const run = async () => {
    const client = await pool.connect()
    try {
      for (const { text, values } of page.statements) await client.query(text, values)
    } finally {
      client.release()
    }
  }
  run().then(answer, (error: unknown) => {
    console.error(path, error)
    response.writeHead(500).end()
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
})
process.on('disconnect', () => process.exit(0))
