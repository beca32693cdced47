import { createPrivateKey, type KeyObject, sign } from 'node:crypto'

/** A signing key of Mux: its id, and the private key that goes with it. */
export interface SigningKey {
  keyId: string
  privateKey: KeyObject
}

/** Reads `id:base64`, where the second part is the private key as Mux hands it out: a PEM file in base64. */
export function readSigningKey(text: string): SigningKey | undefined {
  const [keyId, encoded] = text.split(':')
  if (keyId === undefined || keyId === '' || encoded === undefined) return undefined
  try {
    const privateKey = createPrivateKey(Buffer.from(encoded, 'base64'))
    return privateKey.asymmetricKeyType === 'rsa' ? { keyId, privateKey } : undefined
  } catch {
    return undefined
  }
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token with which a signed playback id may be played until `expiresAt`: a JWT by RS256 for the audience of video. */
export function playbackToken(key: SigningKey, playbackId: string, expiresAt: Date): string {
  const claims = { sub: playbackId, aud: 'v', exp: Math.floor(expiresAt.getTime() / 1000), kid: key.keyId }
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: key.keyId })}.${part(claims)}`
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key.privateKey).toString('base64url')}`
}
