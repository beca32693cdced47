import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type Server, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentMedia } from '~/server/media.server'
import { parseRange } from '~/shared/byte-range'

describe('parseRange', () => {
  it.each([
    [undefined, undefined],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=20-10', undefined],
    ['bytes=0-1,5-6', undefined],
    ['lines=1-2', undefined],
  ] as const)('%s', (header, expected) => {
    expect(parseRange(header, 100)).toEqual(expected)
  })
})

describe('contentMedia', () => {
  let server: Server
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'media-'))
    mkdirSync(path.join(folder, 'content/.making'), { recursive: true })
    writeFileSync(path.join(folder, 'secret.svg'), '<svg/>')
    symlinkSync(path.join(folder, 'secret.svg'), path.join(folder, 'content/out.svg'))
    for (const name of ['film.mp4', 'bild.svg', 'course.yaml', '.making/raw.svg']) {
      writeFileSync(path.join(folder, 'content', name), '0123456789')
    }
    const app = express().use('/media', contentMedia(path.join(folder, 'content')))
    await new Promise<void>((resolve) => {
      server = app.listen(0, '127.0.0.1', resolve)
    })
  })
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, { recursive: true })
  })
  /** Sends the path as it stands; fetch would tidy `..` away. */
  function get(address: string, headers: Record<string, string> = {}, method = 'GET') {
    const { port } = server.address() as AddressInfo
    type Answer = { status: number | undefined; headers: Record<string, unknown>; body: string }
    return new Promise<Answer>((resolve, reject) => {
      const sent = request({ port, host: '127.0.0.1', path: address, headers, method }, (answer) => {
        let body = ''
        answer.on('data', (part: Buffer) => (body += part.toString()))
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }))
      })
      sent.on('error', reject)
      sent.end()
    })
  }

  it('serves whole files, parts, and nothing twice', async () => {
    const whole = await get('/media/film.mp4?v=abc')
    expect(whole).toMatchObject({ status: 200, body: '0123456789' })
    expect(whole.headers).toMatchObject({
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    const etag = String(whole.headers['etag'])
    expect(etag).toMatch(/^"[^"]+"$/)
    expect(await get('/media/film.mp4', { 'If-None-Match': etag })).toMatchObject({ status: 304, body: '' })
    const part = await get('/media/film.mp4', { Range: 'bytes=2-4', 'If-Range': etag })
    expect(part).toMatchObject({ status: 206, body: '234' })
    expect(part.headers['content-range']).toBe('bytes 2-4/10')
    expect(await get('/media/film.mp4', { Range: 'bytes=2-4', 'If-Range': '"old"' })).toMatchObject({ status: 200 })
    expect(await get('/media/film.mp4', { Range: 'bytes=10-' })).toMatchObject({ status: 416 })
    expect(await get('/media/film.mp4', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
    expect(await get('/media/film.mp4', {}, 'POST')).toMatchObject({ status: 405 })
  })

  it('puts drawings in a sandbox', async () => {
    expect((await get('/media/bild.svg')).headers['content-security-policy']).toContain('sandbox')
  })

  it.each([
    '/media/../secret.svg',
    '/media/%2e%2e/secret.svg',
    '/media/..%2fsecret.svg',
    '/media/..%5csecret.svg',
    '/media/out.svg',
    '/media/.making/raw.svg',
    '/media/course.yaml',
    '/media/%00bild.svg',
    '/media/%ff',
    '/media/',
  ])('refuses %s', async (address) => {
    expect((await get(address)).status).toBe(404)
  })
})
