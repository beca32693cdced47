import { createHmac, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()

/** The settings of a portal that keeps its films at such a server. */
export const muxSecrets = {
  MUX_TOKEN_ID: 'prov-id',
  MUX_TOKEN_SECRET: 'prov-hemlighet',
  MUX_SIGNING_KEY: `prov-nyckel:${Buffer.from(pem).toString('base64')}`,
  MUX_WEBHOOK_SECRET: 'prov-signatur',
}
export const muxPublicKey = publicKey

/** A message as Mux sends it: the body, and its signature of this moment. */
export function muxMessage(type: string, data: object, at = Math.floor(Date.now() / 1000)) {
  const body = JSON.stringify({ type, id: 'meddelande', created_at: new Date(at * 1000).toISOString(), data })
  const hex = createHmac('sha256', muxSecrets.MUX_WEBHOOK_SECRET).update(`${at}.${body}`).digest('hex')
  return { body, headers: { 'content-type': 'application/json', 'mux-signature': `t=${at},v1=${hex}` } }
}

/**
 * Speaks Mux's API as it is documented, on this machine: direct uploads are made, take a film in parts (308 until it is
 * whole), and films are removed.
 */
export async function startMuxServer() {
  const uploads = new Map<string, { wish: Record<string, unknown>; bytes: Buffer }>()
  const removed: string[] = []
  const state = { isDown: false }
  let url = ''
  const server = createServer((request, response) => {
    void answer(request).then(({ status, headers = {}, body }) => {
      response.writeHead(status, { 'access-control-allow-origin': '*', ...headers })
      response.end(body === undefined ? undefined : JSON.stringify(body))
    })
  }).listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  url = `http://localhost:${address.port}`

  async function answer(request: IncomingMessage): Promise<{
    status: number
    headers?: Record<string, string>
    body?: object
  }> {
    const { method = '', headers } = request
    const path = request.url ?? ''
    if (state.isDown) return { status: 503 }
    if (method === 'OPTIONS') {
      const allowed = {
        'access-control-allow-methods': 'PUT',
        'access-control-allow-headers': 'content-range,content-type',
      }
      return { status: 204, headers: allowed }
    }
    const sent = /^\/direct\/(.+)$/.exec(path)
    if (sent !== null && method === 'PUT') {
      const upload = uploads.get(sent[1] ?? '')
      const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '')
      if (upload === undefined || range === null || Number(range[1]) !== upload.bytes.length) return { status: 400 }
      upload.bytes = Buffer.concat([upload.bytes, await bytesOf(request)])
      const isWhole = upload.bytes.length === Number(range[3])
      const so_far = { range: `bytes=0-${upload.bytes.length - 1}`, 'access-control-expose-headers': 'Range' }
      return isWhole ? { status: 200 } : { status: 308, headers: so_far }
    }
    const { MUX_TOKEN_ID: id, MUX_TOKEN_SECRET: secret } = muxSecrets
    if (headers.authorization !== `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`) return { status: 401 }
    if (path === '/video/v1/uploads' && method === 'POST') {
      const wish = JSON.parse((await bytesOf(request)).toString()) as Record<string, unknown>
      const uploadId = `upload-${uploads.size + 1}-${address === null ? '' : Date.now()}`
      uploads.set(uploadId, { wish, bytes: Buffer.alloc(0) })
      return {
        status: 201,
        body: { data: { ...wish, id: uploadId, status: 'waiting', url: `${url}/direct/${uploadId}` } },
      }
    }
    const asset = /^\/video\/v1\/assets\/([^/]+)$/.exec(path)
    if (asset !== null && method === 'DELETE') {
      removed.push(asset[1] ?? '')
      return { status: 204 }
    }
    return { status: 404 }
  }

  return {
    url,
    uploads,
    removed,
    state,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
