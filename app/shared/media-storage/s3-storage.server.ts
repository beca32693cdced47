import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import http from 'node:http'
import https from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type S3Keys, sha256, signedHeaders } from './signature'
import { isStorageKey, type MediaStorage } from './storage'

export interface S3Settings extends S3Keys {
  /** Of the service, without the bucket: `https://s3.example.net`. */
  endpoint: string
  bucket: string
}

interface Wish {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  key?: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: { file: string; size: number; hash: string }
}

const nobody = sha256('')

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

async function textOf(answer: Readable): Promise<string> {
  let text = ''
  for await (const piece of answer) text += String(piece)
  return text
}

/** Keeps files in a bucket of S3-compatible storage, by addresses with the bucket in the path. Nothing is held in memory. */
export function s3Storage(settings: S3Settings): MediaStorage {
  const { endpoint, bucket } = settings

  function ask({ method, key, query = {}, headers = {}, body }: Wish): Promise<http.IncomingMessage> {
    if (key !== undefined && !isStorageKey(key)) throw new Error(`Not a storage key: ${key}`)
    const url = new URL(`${endpoint.replace(/\/$/, '')}/${bucket}${key === undefined ? '' : `/${key}`}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const all = { ...headers, ...(body === undefined ? {} : { 'content-length': String(body.size) }) }
    const signed = signedHeaders({ method, url, headers: all, bodyHash: body?.hash ?? nobody }, settings, new Date())
    return new Promise((resolve, reject) => {
      const send = url.protocol === 'https:' ? https.request : http.request
      const request = send(url, { method, headers: signed, timeout: 60_000 }, resolve)
      request.once('timeout', () => request.destroy(new Error('The storage did not answer.')))
      request.once('error', reject)
      if (body === undefined) request.end()
      else pipeline(createReadStream(body.file), request).catch(reject)
    })
  }

  /** Answers whose status is among the wanted ones; anything else is a fault that says what the service said. */
  async function must(wish: Wish, ...wanted: number[]): Promise<http.IncomingMessage> {
    const answer = await ask(wish)
    if (wanted.includes(answer.statusCode ?? 0)) return answer
    const said = (await textOf(answer)).slice(0, 300)
    throw new Error(`The storage answered ${answer.statusCode} to ${wish.method} ${wish.key ?? bucket}: ${said}`)
  }

  async function keysBelow(prefix: string): Promise<string[]> {
    const keys: string[] = []
    let more: string | undefined
    do {
      const query = { 'list-type': '2', prefix, ...(more === undefined ? {} : { 'continuation-token': more }) }
      const text = await textOf(await must({ method: 'GET', query }, 200))
      keys.push(...[...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map((found) => found[1] ?? ''))
      more = /<NextContinuationToken>([^<]*)</.exec(text)?.[1]
    } while (more !== undefined)
    return keys
  }

  return {
    keep: async (key, file, contentType) => {
      const { size } = await stat(file)
      const body = { file, size, hash: await hashOf(file) }
      const answer = await must({ method: 'PUT', key, headers: { 'content-type': contentType }, body }, 200, 201, 204)
      answer.resume()
    },
    find: async (key) => {
      const answer = await must({ method: 'HEAD', key }, 200, 404)
      answer.resume()
      if (answer.statusCode === 404) return undefined
      return {
        size: Number(answer.headers['content-length']),
        etag: String(answer.headers.etag ?? '').replace(/[^\w-]/g, ''),
      }
    },
    read: (key, { start, end }) => must({ method: 'GET', key, headers: { range: `bytes=${start}-${end}` } }, 200, 206),
    fetch: async (key) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'portal-media-'))
      const file = path.join(folder, path.basename(key))
      await pipeline(await must({ method: 'GET', key }, 200), createWriteStream(file))
      return { file, done: () => rm(folder, { recursive: true, force: true }) }
    },
    remove: async (key) => {
      const below = await keysBelow(key)
      for (const one of below.filter((found) => found === key || found.startsWith(`${key}/`)))
        (await must({ method: 'DELETE', key: one }, 200, 202, 204, 404)).resume()
    },
  }
}
