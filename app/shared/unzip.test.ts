import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { unzipTo } from './unzip.server'
import { isPlainPath, type ZipFault, ZipRefusal } from './zip-directory.server'

const root = mkdtempSync(path.join(tmpdir(), 'portal-unzip-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const limits = { files: 20, fileBytes: 5_000_000, totalBytes: 8_000_000, ratio: 200 }
let number = 0

/** Unpacks bytes as if they had been sent; answers what came out, or why it was refused. */
async function unzipped(bytes: Uint8Array): Promise<Record<string, string> | ZipFault> {
  number += 1
  const home = path.join(root, String(number))
  const inside = path.join(home, 'in', 'side')
  const zip = path.join(root, `${number}.zip`)
  mkdirSync(inside, { recursive: true })
  writeFileSync(zip, bytes)
  try {
    const names = await unzipTo(zip, inside, limits)
    return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(inside, name), 'latin1')]))
  } catch (error) {
    if (error instanceof ZipRefusal) return error.fault
    throw error
  } finally {
    // Whatever the zip said, nothing lies outside the folder that it was given.
    expect(readdirSync(home)).toEqual(['in'])
    expect(readdirSync(path.join(home, 'in'))).toEqual(['side'])
    rmSync(home, { recursive: true, force: true })
    rmSync(zip, { force: true })
  }
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const good = zipSync({ 'a/b.md': strToU8('Text åäö'), 'c.txt': [strToU8('stored'), { level: 0 }] })

/** The same zip with some bytes written over, at the directory's head of its first file or at the file's own. */
function altered(at: 'entry' | 'local', offset: number, ...bytes: number[]): Uint8Array {
  const changed = new Uint8Array(good)
  const sign = at === 'entry' ? 'PK\u0001\u0002' : 'PK\u0003\u0004'
  changed.set(bytes, latin(good).indexOf(sign) + offset)
  return changed
}

/** The same zip with a symbolic link in the place of its first file, as Unix writes one. */
function linked(): Uint8Array {
  const changed = altered('entry', 4, 20, 3, 20, 0)
  changed.set([0, 0, 0xff, 0xa1], latin(good).indexOf('PK\u0001\u0002') + 38)
  return changed
}

describe('a zip of plain files', () => {
  it('is unpacked as it was packed, and what machines add is left out', async () => {
    expect(await unzipped(good)).toEqual({ 'a/b.md': latin(strToU8('Text åäö')), 'c.txt': 'stored' })
    const strays = { 'x.md': strToU8('x'), '__MACOSX/._x.md': strToU8('?'), 'a/.DS_Store': strToU8('?') }
    expect(await unzipped(zipSync(strays))).toEqual({ 'x.md': 'x' })
  })

  it('comes back whole whatever it holds', async () => {
    const names = fc.stringMatching(/^[a-z0-9]{1,8}(\/[a-z0-9]{1,8})?\.md$/)
    const files = fc.dictionary(names, fc.uint8Array({ maxLength: 5000 }), { minKeys: 1, maxKeys: 8 })
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const out = await unzipped(zipSync(given))
        expect(out).toEqual(Object.fromEntries(Object.entries(given).map(([name, bytes]) => [name, latin(bytes)])))
      }),
      { numRuns: 60 },
    )
  })
})

describe('is refused', () => {
  it.each<[string, Uint8Array, ZipFault]>([
    ['nothing', new Uint8Array(), 'not-zip'],
    ['what is no zip', strToU8('Hej! '.repeat(50)), 'not-zip'],
    ['a zip that is cut off', good.subarray(0, good.length - 30), 'truncated'],
    ['an encrypted file', altered('entry', 8, 1, 0), 'encrypted'],
    ['a file whose own head is encrypted', altered('local', 6, 1, 0), 'damaged'],
    ['a link', linked(), 'link'],
    ['a way of packing that is not read', altered('entry', 10, 12, 0), 'method'],
    ['a size that does not fit the bytes', altered('entry', 24, 1, 0, 0, 0), 'bomb'],
    ['bytes that were changed', altered('entry', 16, 1, 2, 3, 4), 'damaged'],
    ['a file of 5 GB by its own word', altered('entry', 24, 0xff, 0xff, 0xff, 0xff), 'zip64'],
    ['a file beyond the limit', zipSync({ 'a.md': new Uint8Array(5_000_001) }), 'too-large'],
    ['a bomb', zipSync({ 'a.md': new Uint8Array(4_900_000) }), 'bomb'],
    ['files beyond the limit together', zipSync(noise(3, 4_000_000)), 'too-large'],
    ['too many files', zipSync(noise(21, 1)), 'too-many'],
    ['a file and a folder of one name', zipSync({ a: strToU8('x'), 'a/b.md': strToU8('y') }), 'twice'],
  ])('%s', async (_name, bytes, fault) => {
    expect(await unzipped(bytes)).toBe(fault)
  })

  it('a zip in which two names are one', async () => {
    const pair = zipSync({ 'aa.md': strToU8('1'), 'ab.md': strToU8('2') })
    expect(await unzipped(Buffer.from(latin(pair).replaceAll('ab.md', 'aa.md'), 'latin1'))).toBe('twice')
  })

  it('a zip whose files lie on top of each other', async () => {
    const pair = zipSync({ a: strToU8('1'.repeat(9)), b: strToU8('2'.repeat(9)) }, { level: 0 })
    const entry = latin(pair).indexOf('PK\u0001\u0002')
    for (const size of [20, 24]) pair.set([40], entry + size)
    expect(await unzipped(pair)).toBe('overlap')
  })

  it('every name that is not plain', async () => {
    const hostile = fc.oneof(
      fc.constantFrom('../a.md', '/etc/passwd', 'a/../../b', 'c:\\x', 'a\\b.md', '..', 'a/./b', 'a//b', 'CON ', 'Å.md'),
      fc.constantFrom(
        '.hidden',
        'a/.b',
        'a\u0000.md',
        'a\n.md',
        '\u202egpj.exe',
        'a.md.',
        '-rf',
        'A.md',
        'x'.repeat(201),
      ),
      fc.string({ minLength: 1, maxLength: 40 }).filter((name) => !isPlainPath(name) && !/\/$/.test(name)),
    )
    await fc.assert(
      fc.asyncProperty(hostile, async (name) => {
        const fault = await unzipped(zipSync({ [name]: strToU8('x') }))
        expect(['bad-name', 'damaged']).toContain(fault)
      }),
      { numRuns: 150 },
    )
  })

  it('any beginning of a zip, and never with a fault of the program', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: good.length - 1 }), async (end) => {
        expect(typeof (await unzipped(good.subarray(0, end)))).toBe('string')
      }),
      { numRuns: 60 },
    )
  })

  it('any bytes, alone or in the place of some of a zip, or is read for what it was', async () => {
    const whole = await unzipped(good)
    const spoilt = fc
      .tuple(fc.integer({ min: 0, max: good.length - 1 }), fc.uint8Array({ minLength: 1, maxLength: 12 }))
      .map(([at, bytes]) => {
        const changed = new Uint8Array(good)
        changed.set(bytes.subarray(0, good.length - at), at)
        return changed
      })
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), spoilt), async (bytes) => {
        const out = await unzipped(bytes)
        if (typeof out === 'string') return
        for (const [name, text] of Object.entries(out)) {
          if (whole !== null && typeof whole === 'object' && name in whole) expect(text).toBe(whole[name])
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** Files that cannot be packed small. */
function noise(count: number, bytes: number): Record<string, Uint8Array> {
  let seed = 1
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648)
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`f${at}.md`, Uint8Array.from({ length: bytes }, () => next() >> 8)]),
  )
}
