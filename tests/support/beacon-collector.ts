import { once } from 'node:events'
import { createServer } from 'node:http'

/** A report as it came: the address with its query, the body, and what the browser sent along. */
export interface Beacon {
  path: string
  body: string
  cookie: string | undefined
}

/** Stands where Mux Data's collector does: takes reports on this machine and keeps them. */
export async function startBeaconCollector() {
  const beacons: Beacon[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => (body += part))
    request.on('end', () => {
      if (request.method !== 'OPTIONS') beacons.push({ path: request.url ?? '', body, cookie: request.headers.cookie })
      response
        .writeHead(200, {
          'Access-Control-Allow-Origin': request.headers.origin ?? '*',
          'Access-Control-Allow-Headers': '*',
          'Access-Control-Allow-Methods': '*',
          'Access-Control-Allow-Credentials': 'true',
        })
        .end()
    })
  }).listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The collector has no port')
  return {
    domain: `localhost:${address.port}`,
    beacons,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
