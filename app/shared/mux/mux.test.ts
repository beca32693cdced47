import { createHmac, createVerify, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { playbackToken, readSigningKey } from './playback-token.server'
import { isSignedByMux } from './webhook.server'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const encoded = Buffer.from(privateKey.export({ type: 'pkcs1', format: 'pem' })).toString('base64')
const read = (part: string | undefined) => JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as unknown

describe('a token to play with', () => {
  it('is a JWT that the public key confirms', () => {
    const key = readSigningKey(`nyckel1:${encoded}`)
    const token = key && playbackToken(key, 'spela123', new Date('2025-03-24T20:00:00Z'))
    const [head, claims, signature] = token?.split('.') ?? []
    expect(read(head)).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'nyckel1' })
    expect(read(claims)).toEqual({ sub: 'spela123', aud: 'v', exp: 1_742_846_400, kid: 'nyckel1' })
    const verify = createVerify('RSA-SHA256').update(`${head}.${claims}`)
    expect(verify.verify(publicKey, signature ?? '', 'base64url')).toBe(true)
  })

  it.each(['', 'nyckel', `:${encoded}`, 'nyckel:inget', `nyckel:${Buffer.from('inget').toString('base64')}`])(
    'has no key of %j',
    (text) => expect(readSigningKey(text)).toBeUndefined(),
  )
})

describe('a message of Mux', () => {
  const now = new Date('2025-03-24T08:00:00Z')
  const seconds = now.getTime() / 1000
  const secret = 'hemligt'
  const signed = (body: string, at = seconds, by = secret) =>
    `t=${at},v1=${createHmac('sha256', by).update(`${at}.${body}`).digest('hex')}`

  it('is believed with its signature, in any order and beside others', () => {
    const header = signed('{"a":1}')
    expect(isSignedByMux(Buffer.from('{"a":1}'), header, secret, now)).toBe(true)
    expect(isSignedByMux(Buffer.from('{"a":1}'), `v1=00ff,v0=x,${header}`, secret, now)).toBe(true)
  })

  it('is not believed when anything is changed, missing, too old or ahead', () => {
    const body = Buffer.from('{"a":1}')
    for (const header of [
      undefined,
      '',
      'v1=',
      `t=${seconds}`,
      `t=${seconds},v1=`,
      signed('{"a":1}', seconds, 'annat'),
      signed('{"a":2}'),
      signed('{"a":1}').replace(`t=${seconds}`, `t=${seconds + 1}`),
      signed('{"a":1}', seconds - 301),
      signed('{"a":1}', seconds + 301),
    ])
      expect(isSignedByMux(body, header, secret, now), header).toBe(false)
  })

  it('is not believed with a header that somebody makes up', () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[0-9a-f]{64}$/), (text, hex) => {
        expect(isSignedByMux(Buffer.from('{}'), text, secret, now)).toBe(false)
        expect(isSignedByMux(Buffer.from('{}'), `t=${seconds},v1=${hex}`, secret, now)).toBe(false)
      }),
    )
  })
})
