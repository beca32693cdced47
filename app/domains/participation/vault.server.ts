import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Seals identity numbers. One key opens them all; it lives outside the database, which knows its fingerprint alone. */
export interface Vault {
  keyVersion: number
  /** By which the database tells keys apart; nothing of the key can be had from it. */
  fingerprint: Buffer
  /** AES-256-GCM, bound to the person: the bytes of one person cannot be moved to another. */
  seal: (digits: string, personId: string) => Buffer
  /** Throws when the bytes were changed, belong to someone else or were sealed with another key. */
  open: (sealed: Buffer, personId: string) => string
  /** Keyed hash by which an equal number is found without opening any. */
  lookup: (digits: string) => Buffer
}

const IV_BYTES = 12
const TAG_BYTES = 16

/** A vault on a key of 64 hexadecimal characters (32 bytes). `keyVersion` is written beside each number that it seals. */
export function openVault(keyHex: string, keyVersion = 1): Vault {
  if (!/^[0-9a-f]{64}$/i.test(keyHex)) throw new Error('Nyckeln för identitetsnummer ska vara 64 hexadecimala tecken.')
  const master = Buffer.from(keyHex, 'hex')
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', purpose, 32))
  const sealing = derive('identity-number:seal:1')
  const searching = derive('identity-number:lookup:1')
  return {
    keyVersion,
    fingerprint: derive('identity-number:fingerprint:1'),
    seal(digits, personId) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(personId))
      const body = Buffer.concat([cipher.update(digits, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body])
    },
    open(sealed, personId) {
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(personId)).setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      return decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    },
    lookup: (digits) => createHmac('sha256', searching).update(digits).digest(),
  }
}
