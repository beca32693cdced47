import { describe, expect, it } from 'vitest'
import { judgeFile, quotaRefusal, savedName, shownFileName, sizeText, titleOfName } from './rules'
import { promisedType, sniffType } from './sniff'

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const zip = (...names: string[]) => names.map((name) => `PK\u0003\u0004${'\0'.repeat(26)}${name}`).join('')
const office = (folder: string) => zip('[Content_Types].xml', '_rels/.rels', `${folder}/document.xml`)
const iso = (brand: string) => `\0\0\0\u0018ftyp${brand}\0\0\0\0`

describe('what the bytes say', () => {
  it.each([
    [iso('isom'), 'mp4'],
    [iso('qt  '), 'mov'],
    [iso('M4A '), 'm4a'],
    [iso('avif'), 'avif'],
    [iso('heic'), undefined],
    ['\u001aEß£\u0001\0\0\0B\u0082\u0084webm', 'webm'],
    ['\u001aEß£\u0001\0\0\0B\u0082\u0088matroska', undefined],
    ['\u0089PNG\r\n\u001a\n', 'png'],
    ['ÿØÿà', 'jpg'],
    ['GIF89a', 'gif'],
    ['RIFF\0\0\0\0WEBP', 'webp'],
    ['RIFF\0\0\0\0WAVE', 'wav'],
    ['RIFF\0\0\0\0AVI ', undefined],
    ['ID3\u0003', 'mp3'],
    ['ÿû\u0090d', 'mp3'],
    ['OggS', 'ogg'],
    ['fLaC', 'flac'],
    ['%PDF-1.7', 'pdf'],
    [office('word'), 'docx'],
    [office('xl'), 'xlsx'],
    [office('ppt'), 'pptx'],
    [zip('[Content_Types].xml', 'word/vbaProject.bin'), undefined],
    [zip('evil.exe'), undefined],
    [`PK\u0003\u0004${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.textPK`, 'odt'],
    ['MZ\u0090\0\u0003', undefined],
    ['\u007fELF', undefined],
    ['Vanlig text', 'txt'],
    ['  <!DOCTYPE html><script>alert(1)</script>', undefined],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', undefined],
    ['<?xml version="1.0"?><svg/>', undefined],
    ['', undefined],
  ])('%j', (beginning, extension) => {
    expect(sniffType(bytes(beginning))?.extension).toBe(extension)
  })
})

describe('the judgement of a file', () => {
  const judge = (name: string, beginning: string) => judgeFile(name, sniffType(bytes(beginning)), beginning)
  it.each([
    ['film.mp4', iso('isom'), 'video/mp4'],
    ['film.mp4', iso('qt  '), 'video/quicktime'],
    ['ljud.m4a', iso('isom'), 'audio/mp4'],
    ['bild.png', 'ÿØÿà', 'image/jpeg'],
    ['text.md', 'Hej', 'text/plain; charset=utf-8'],
  ])('takes %s', (name, beginning, contentType) => {
    expect(judge(name, beginning)).toMatchObject({ ok: true, type: { contentType } })
  })
  it.each([
    ['film.mp4', '<html><script>alert(1)</script>', 'mismatch'],
    ['film.mp4', 'MZ\u0090\0', 'mismatch'],
    ['film.mp4', '%PDF-1.7', 'mismatch'],
    ['bild.png', '<svg onload="alert(1)"/>', 'svg'],
    ['bild.svg', '<svg/>', 'svg'],
    ['text.docx', '%PDF-1.7', 'mismatch'],
    ['text.pdf', office('word'), 'mismatch'],
    ['sida.html', 'Hej', 'not-allowed'],
    ['film.mp4.exe', iso('isom'), 'not-allowed'],
    ['constructor', iso('isom'), 'not-allowed'],
  ])('refuses %s with %j', (name, beginning, fault) => {
    expect(judge(name, beginning)).toEqual({ ok: false, fault })
  })
})

describe('names', () => {
  it('promise by their ending alone', () => {
    expect(promisedType('a.b.MP4')?.kind).toBe('video')
    expect(promisedType('a.toString')).toBeUndefined()
  })
  it('lose folders and signs that hide what they are', () => {
    expect(shownFileName('../../etc/passwd.txt')).toBe('passwd.txt')
    expect(shownFileName('C:\\film\\a.mp4')).toBe('a.mp4')
    expect(shownFileName('bild\u202egpj.mp4')).toBe('bildgpj.mp4')
    expect(shownFileName('///')).toBe('fil')
    expect(titleOfName('../Min_film.del 1.mp4')).toBe('Min film.del 1')
    expect(titleOfName('.mp4')).toBe('Fil utan namn')
    expect(savedName('Åäö / ..\\x', 'mp4')).toMatch(/^[a-z0-9-]+\.mp4$/)
    expect(savedName('…', 'mp4')).toBe('fil.mp4')
  })
})

it('measures in words', () => {
  expect(sizeText(4_200_000, 'sv')).toBe('4,2 MB')
  expect(sizeText(4_000_000_000, 'en')).toBe('4 GB')
  expect(sizeText(12, 'sv')).toBe('12 byte')
})

it('refuses by the first limit that is passed', () => {
  const quota = { file: 10, person: 20, organisation: 30 }
  expect(quotaRefusal(quota, 11, { person: 0, organisation: 0 })).toBe('too-large')
  expect(quotaRefusal(quota, 5, { person: 16, organisation: 0 })).toBe('person-full')
  expect(quotaRefusal(quota, 5, { person: 15, organisation: 26 })).toBe('organisation-full')
  expect(quotaRefusal(quota, 5, { person: 15, organisation: 25 })).toBeUndefined()
})
