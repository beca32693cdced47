import { decodeText } from '~/shared/text-file'
import type { MediaKind } from './model'

export interface FileType {
  kind: MediaKind
  contentType: string
  /** Written without a dot; the stored file has it. */
  extension: string
}

const type = (kind: MediaKind, contentType: string, extension: string): FileType => ({ kind, contentType, extension })

const office = 'application/vnd.openxmlformats-officedocument'
const odf = 'application/vnd.oasis.opendocument'
const types = {
  mp4: type('video', 'video/mp4', 'mp4'),
  mov: type('video', 'video/quicktime', 'mov'),
  webm: type('video', 'video/webm', 'webm'),
  m4a: type('audio', 'audio/mp4', 'm4a'),
  mp3: type('audio', 'audio/mpeg', 'mp3'),
  wav: type('audio', 'audio/wav', 'wav'),
  ogg: type('audio', 'audio/ogg', 'ogg'),
  flac: type('audio', 'audio/flac', 'flac'),
  png: type('picture', 'image/png', 'png'),
  jpg: type('picture', 'image/jpeg', 'jpg'),
  gif: type('picture', 'image/gif', 'gif'),
  webp: type('picture', 'image/webp', 'webp'),
  avif: type('picture', 'image/avif', 'avif'),
  pdf: type('file', 'application/pdf', 'pdf'),
  docx: type('file', `${office}.wordprocessingml.document`, 'docx'),
  xlsx: type('file', `${office}.spreadsheetml.sheet`, 'xlsx'),
  pptx: type('file', `${office}.presentationml.presentation`, 'pptx'),
  odt: type('file', `${odf}.text`, 'odt'),
  ods: type('file', `${odf}.spreadsheet`, 'ods'),
  odp: type('file', `${odf}.presentation`, 'odp'),
  txt: type('file', 'text/plain; charset=utf-8', 'txt'),
}

/** Endings that a name may have, and the type that each promises. */
const endings: Record<string, FileType> = {
  ...types,
  m4v: types.mp4,
  jpeg: types.jpg,
  oga: types.ogg,
  csv: types.txt,
  md: types.txt,
}

/** For the `accept` of a file field. */
export const acceptedEndings = Object.keys(endings)
  .map((ending) => `.${ending}`)
  .join(',')

/** What a file's name promises; undefined for a name that no allowed file has. */
export function promisedType(fileName: string): FileType | undefined {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined
}

/** Bytes of the beginning that `sniffType` wants to see. */
export const SNIFFED_BYTES = 65_536

const latin = (bytes: Uint8Array, from: number, to: number) =>
  Array.from(bytes.subarray(from, to), (byte) => String.fromCharCode(byte)).join('')

function isoMedia(bytes: Uint8Array): FileType | undefined {
  const brand = latin(bytes, 8, 12)
  if (brand === 'qt  ') return types.mov
  if (brand === 'M4A ' || brand === 'M4B ') return types.m4a
  if (brand === 'avif' || brand === 'avis') return types.avif
  return /^(isom|iso[2-9]|mp4[12]|avc1|M4V |M4VH|dash|MSNV|mmp4|f4v |3gp[4-7])$/.test(brand) ? types.mp4 : undefined
}

function zipped(bytes: Uint8Array): FileType | undefined {
  const beginning = latin(bytes, 0, Math.min(bytes.length, SNIFFED_BYTES))
  const open = /^.{30}mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)PK/s.exec(beginning)
  if (open !== null) return { text: types.odt, spreadsheet: types.ods, presentation: types.odp }[open[1] ?? '']
  if (!beginning.includes('[Content_Types].xml') || beginning.includes('vbaProject.bin')) return undefined
  const main = /PK\u0003\u0004.{26}(word|xl|ppt)\//s.exec(beginning)?.[1]
  return main === undefined ? undefined : { word: types.docx, xl: types.xlsx, ppt: types.pptx }[main]
}

function matroska(bytes: Uint8Array): FileType | undefined {
  return latin(bytes, 0, 64).includes('webm') ? types.webm : undefined
}

const riff: Record<string, FileType> = { WAVE: types.wav, WEBP: types.webp }

/** Text that a browser could take for a page or a drawing. */
export function isMarkup(text: string): boolean {
  return /^\s*(<\?xml|<!--|<!doctype|<(html|head|body|script|svg|iframe|style|meta|link|title|table|img|a|p|div)\b)/i.test(
    text,
  )
}

/**
 * What the first bytes say a file is. Undefined for what the library does not take; `svg` and other markup are among
 * that. The name is never asked: see `promisedType`.
 */
export function sniffType(bytes: Uint8Array): FileType | undefined {
  const starts = (text: string, at = 0) => latin(bytes, at, at + text.length) === text
  if (starts('ftyp', 4)) return isoMedia(bytes)
  if (starts('\u001aEß£')) return matroska(bytes)
  if (starts('\u0089PNG\r\n\u001a\n')) return types.png
  if (starts('ÿØÿ')) return types.jpg
  if (starts('GIF87a') || starts('GIF89a')) return types.gif
  if (starts('RIFF')) return riff[latin(bytes, 8, 12)]
  if (starts('OggS')) return types.ogg
  if (starts('fLaC')) return types.flac
  if (starts('ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return types.mp3
  if (starts('%PDF-')) return types.pdf
  if (starts('PK\u0003\u0004')) return zipped(bytes)
  const text = bytes.length === 0 ? undefined : decodeText(wholeSigns(bytes))
  return text === undefined || isMarkup(text) ? undefined : types.txt
}

/** Up to the last whole sign of UTF-8, when the beginning was cut in the middle of one. */
function wholeSigns(bytes: Uint8Array): Uint8Array {
  if (bytes.length < SNIFFED_BYTES) return bytes
  let end = bytes.length
  while (end > 0 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1
  return bytes.subarray(0, Math.max(0, end - 1))
}
