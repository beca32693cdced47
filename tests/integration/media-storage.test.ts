import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localStorage } from '~/shared/media-storage/local-storage.server'
import { s3Storage } from '~/shared/media-storage/s3-storage.server'
import { signedHeaders } from '~/shared/media-storage/signature'
import type { MediaStorage } from '~/shared/media-storage/storage'

const folder = mkdtempSync(path.join(tmpdir(), 'portal-storage-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const keys = { region: 'eu-north-1', keyId: 'PROVNYCKEL', secret: 'en hemlighet för prov' }

it('signs as the service documents it', () => {
  // The example "GET Object" of the documentation of Signature Version 4 for S3.
  const documented = {
    region: 'us-east-1',
    keyId: 'AKIAIOSFODNN7EXAMPLE',
    secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  }
  const request = {
    method: 'GET',
    url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
    headers: { range: 'bytes=0-9' },
    bodyHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  }
  expect(signedHeaders(request, documented, new Date('2013-05-24T00:00:00Z'))['authorization']).toContain(
    'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  )
})

/** A small storage of the test's own that speaks as S3 does and refuses what is not signed with the keys. */
function smallStorage(secret: string) {
  const kept = new Map<string, Buffer>()
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`)
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = Buffer.concat(pieces)
      const bodyHash = createHash('sha256').update(body).digest('hex')
      const names = /SignedHeaders=([^,]+)/.exec(request.headers.authorization ?? '')?.[1]?.split(';') ?? []
      const stamp = String(request.headers['x-amz-date'] ?? '')
      const at = new Date(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
      const own = names.filter((name) => !['host', 'x-amz-content-sha256', 'x-amz-date'].includes(name))
      const headers = Object.fromEntries(own.map((name) => [name, String(request.headers[name] ?? '')]))
      const method = request.method ?? ''
      const right = Number.isNaN(at.getTime())
        ? ''
        : signedHeaders({ method, url, headers, bodyHash }, { ...keys, secret }, at)['authorization']
      if (right !== request.headers.authorization)
        return response.writeHead(403).end('<Code>SignatureDoesNotMatch</Code>')
      const key = decodeURIComponent(url.pathname.replace(/^\/hink\/?/, ''))
      const found = kept.get(key)
      if (method === 'PUT') {
        kept.set(key, body)
        return response.writeHead(200).end()
      }
      if (method === 'DELETE') {
        kept.delete(key)
        return response.writeHead(204).end()
      }
      if (key === '') {
        const prefix = url.searchParams.get('prefix') ?? ''
        const all = [...kept.keys()].filter((one) => one.startsWith(prefix)).sort()
        const from = Number(url.searchParams.get('continuation-token') ?? 0)
        const next = from + 2 < all.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''
        const lines = all.slice(from, from + 2).map((one) => `<Contents><Key>${one}</Key></Contents>`)
        return response.writeHead(200).end(`<ListBucketResult>${lines.join('')}${next}</ListBucketResult>`)
      }
      if (found === undefined) return response.writeHead(404).end()
      const etag = `"${createHash('md5').update(found).digest('hex')}"`
      const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
      const part = range === null ? found : found.subarray(Number(range[1]), Number(range[2]) + 1)
      response.writeHead(range === null ? 200 : 206, { 'content-length': part.length, etag })
      return response.end(method === 'HEAD' ? undefined : part)
    })
  })
  return { server, kept }
}

const { server, kept } = smallStorage(keys.secret)
let endpoint = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const storages: [string, () => MediaStorage][] = [
  ['a folder of this machine', () => localStorage(path.join(folder, 'kept'))],
  ['S3-compatible storage', () => s3Storage({ ...keys, endpoint, bucket: 'hink' })],
]

describe.each(storages)('%s', (_name, open) => {
  const source = path.join(folder, 'källa.bin')
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, at) => at % 251))
  const partOf = async (storage: MediaStorage, start: number, end: number) => {
    const pieces: Buffer[] = []
    for await (const piece of await storage.read('a/b/original.mp4', { start, end })) pieces.push(piece as Buffer)
    return Buffer.concat(pieces)
  }
  it('keeps a file, gives any part of it, and lets the source be', async () => {
    const storage = open()
    writeFileSync(source, bytes)
    await storage.keep('a/b/original.mp4', source, 'video/mp4')
    expect(await storage.find('a/b/original.mp4')).toMatchObject({ size: bytes.length })
    expect((await partOf(storage, 0, bytes.length - 1)).equals(bytes)).toBe(true)
    expect((await partOf(storage, 65_530, 65_540)).equals(bytes.subarray(65_530, 65_541))).toBe(true)
    const { file, done } = await storage.fetch('a/b/original.mp4')
    expect(readFileSync(file).equals(bytes)).toBe(true)
    await done()
    expect(readFileSync(source).equals(bytes)).toBe(true)
    writeFileSync(source, 'nytt')
    await storage.keep('a/b/original.mp4', source, 'video/mp4')
    expect(await storage.find('a/b/original.mp4')).toMatchObject({ size: 4 })
  })
  it('removes all below a key and nothing beside it; what is not there is no fault', async () => {
    const storage = open()
    writeFileSync(source, 'x')
    for (const key of ['m/1/original.mp4', 'm/1/stream/360p/a.ts', 'm/1/stream/master.m3u8', 'm/12/original.mp4'])
      await storage.keep(key, source, 'video/mp4')
    await storage.remove('m/1')
    await storage.remove('m/1')
    expect(await storage.find('m/1/stream/master.m3u8')).toBeUndefined()
    expect(await storage.find('m/12/original.mp4')).toMatchObject({ size: 1 })
  })
  it.each(['../x', 'a/../../x', '/etc/passwd', 'a//b', '', '.dold', 'a/b\0'])('refuses the key %j', async (key) => {
    const storage = open()
    await expect((async () => storage.keep(key, source, 'video/mp4'))()).rejects.toThrow('Not a storage key')
  })
})

it('with a wrong key is refused by the service, and the fault says so', async () => {
  const before = kept.size
  const storage = s3Storage({ ...keys, secret: 'fel', endpoint, bucket: 'hink' })
  await expect(storage.find('a/b/original.mp4')).rejects.toThrow('403')
  const source = path.join(folder, 'ny.bin')
  writeFileSync(source, 'x')
  await expect(storage.keep('ny/fil.bin', source, 'video/mp4')).rejects.toThrow('SignatureDoesNotMatch')
  expect(kept.size).toBe(before)
})
