import { describe, expect, test } from 'vitest'
import { canonicalJson, certificateCode, CODE_ALPHABET, parseCertificateCode } from './rules'

describe('certificateCode', () => {
  test('uses every symbol and three groups of four', () => {
    expect(CODE_ALPHABET).toHaveLength(32)
    expect(certificateCode(Uint8Array.from([0, 1, 2, 3, 30, 31, 32, 33, 255, 254, 128, 64]))).toBe('0123-YZ01-ZY00')
  })
  test('refuses too few bytes', () => {
    expect(() => certificateCode(new Uint8Array(11))).toThrow('twelve')
  })
})

test.each([
  ['7K3M-0Q2X-ZV9A', '7K3M-0Q2X-ZV9A'],
  ['7k3m0q2xzv9a', '7K3M-0Q2X-ZV9A'],
  [' 7k3m oq2x zv9a ', '7K3M-0Q2X-ZV9A'],
  ['ILO0-0000-0000', '1100-0000-0000'],
  ['7K3M-0Q2X-ZV9', undefined],
  ['7K3M-0Q2X-ZV9Å', undefined],
  ["7K3M-0Q2X-ZV9'", undefined],
  ['', undefined],
])('parseCertificateCode(%j) is %j', (text, code) => {
  expect(parseCertificateCode(text)).toBe(code)
})

test('canonicalJson does not depend on the order of keys, and keeps that of lists', () => {
  expect(canonicalJson({ b: [2, 1, { d: 1, c: null }], a: 'å' })).toBe('{"a":"å","b":[2,1,{"c":null,"d":1}]}')
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
})
