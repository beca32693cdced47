import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readOrMakeKey } from './keys/key-file.server'
import { openVault } from './vault.server'

const vault = openVault('a1'.repeat(32))
const digits = '198101012386'

describe('openVault', () => {
  test('opens what it sealed, and never seals the same way twice', () => {
    const sealed = vault.seal(digits, 'person-1')
    expect(vault.open(sealed, 'person-1')).toBe(digits)
    expect(vault.seal(digits, 'person-1').equals(sealed)).toBe(false)
    expect(sealed.toString('latin1')).not.toContain(digits)
  })
  test('refuses the bytes of another person, changed bytes and another key', () => {
    const sealed = vault.seal(digits, 'person-1')
    expect(() => vault.open(sealed, 'person-2')).toThrow()
    const changed = Buffer.from(sealed)
    changed.writeUInt8(changed.readUInt8(sealed.length - 1) ^ 1, sealed.length - 1)
    expect(() => vault.open(changed, 'person-1')).toThrow()
    expect(() => openVault('b2'.repeat(32)).open(sealed, 'person-1')).toThrow()
  })
  test('finds equal numbers by a hash that the key decides', () => {
    expect(vault.lookup(digits).equals(vault.lookup(digits))).toBe(true)
    expect(vault.lookup(digits).equals(vault.lookup('198101012394'))).toBe(false)
    expect(vault.lookup(digits).equals(openVault('b2'.repeat(32)).lookup(digits))).toBe(false)
  })
  test.each(['', 'kort', 'g'.repeat(64)])('refuses the key %j', (key) => {
    expect(() => openVault(key)).toThrow('64 hexadecimala')
  })
})

test('the key file is made once, for its owner alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-key-'))
  try {
    const key = readOrMakeKey(path.join(folder, 'new'))
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(readOrMakeKey(path.join(folder, 'new'))).toBe(key)
    expect(statSync(path.join(folder, 'new', 'identity.key')).mode & 0o777).toBe(0o600)
    writeFileSync(path.join(folder, 'identity.key'), 'trasig')
    expect(() => openVault(readOrMakeKey(folder))).toThrow('64 hexadecimala')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
