import { type FileHandle } from 'node:fs/promises'

/** Why a zip is not taken. `name` is the file in it that is meant, where one is. */
export const zipFaults = [
  'not-zip',
  'truncated',
  'zip64',
  'encrypted',
  'too-many',
  'bad-name',
  'link',
  'twice',
  'method',
  'overlap',
  'too-large',
  'bomb',
  'damaged',
] as const
export type ZipFault = (typeof zipFaults)[number]

/** A zip that is refused; what it would have written is to be thrown away. */
export class ZipRefusal extends Error {
  override name = 'ZipRefusal'
  constructor(
    readonly fault: ZipFault,
    readonly file?: string,
  ) {
    super(file === undefined ? fault : `${fault}: ${file}`)
  }
}

export interface ZipLimits {
  files: number
  /** Unpacked, of one file and of all. */
  fileBytes: number
  totalBytes: number
  /** Most bytes that one packed byte may become, beyond the first megabyte of a file. */
  ratio: number
}

export interface PackedFile {
  name: string
  /** 0 is stored, 8 is deflated. */
  method: 0 | 8
  packed: number
  size: number
  crc: number
  /** Of the file's own head and of its packed bytes, in the zip. */
  local: number
  start: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
/** An end record with the longest remark. */
const LONGEST_END = 22 + 0xffff

async function bytesAt(zip: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await zip.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead < length) throw new ZipRefusal('truncated')
  return buffer
}

async function endOf(zip: FileHandle, size: number): Promise<{ count: number; length: number; start: number }> {
  if (size < 22) throw new ZipRefusal('not-zip')
  const tail = await bytesAt(zip, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END))
  let at = tail.length - 22
  while (at >= 0 && (tail.readUInt32LE(at) !== END || at + 22 + tail.readUInt16LE(at + 20) !== tail.length)) at -= 1
  if (at < 0) {
    const head = await bytesAt(zip, 0, 4)
    throw new ZipRefusal(head.readUInt32LE(0) === LOCAL ? 'truncated' : 'not-zip')
  }
  const count = tail.readUInt16LE(at + 10)
  const length = tail.readUInt32LE(at + 12)
  const start = tail.readUInt32LE(at + 16)
  if (count === 0xffff || length === 0xffffffff || start === 0xffffffff) throw new ZipRefusal('zip64')
  const isOneDisk = tail.readUInt16LE(at + 4) === 0 && tail.readUInt16LE(at + 8) === count
  if (!isOneDisk || start + length > size) throw new ZipRefusal('truncated')
  return { count, length, start }
}

/** What the machine of a person who packs adds by itself; it is left out. */
const isStray = (name: string) => /(^|\/)(__MACOSX|\.DS_Store|Thumbs\.db|desktop\.ini)(\/|$)/.test(name)

/** Plain names of small letters, so that no name leads anywhere else, on any system. */
export function isPlainPath(name: string): boolean {
  return name.length <= 200 && name.split('/').every((part) => /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/.test(part))
}

function nameOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ZipRefusal('bad-name')
  }
}

const UNIX = 3
const KIND = 0xf000
const isPlainKind = (mode: number) => (mode & KIND) === 0 || (mode & KIND) === 0x8000 || (mode & KIND) === 0x4000

type Listed = Omit<PackedFile, 'start'>

function readEntry(directory: Buffer, at: number, limits: ZipLimits): { listed: Listed | undefined; next: number } {
  if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) throw new ZipRefusal('truncated')
  const [nameLength, extraLength, remarkLength] = [28, 30, 32].map((from) => directory.readUInt16LE(at + from))
  const nameEnd = at + 46 + (nameLength ?? 0)
  const next = nameEnd + (extraLength ?? 0) + (remarkLength ?? 0)
  if (next > directory.length) throw new ZipRefusal('truncated')
  const name = nameOf(directory.subarray(at + 46, nameEnd))
  if (isStray(name)) return { listed: undefined, next }
  const [packed, size, local] = [20, 24, 42].map((from) => directory.readUInt32LE(at + from))
  const method = directory.readUInt16LE(at + 10)
  const mode = directory.readUInt16LE(at + 4) >> 8 === UNIX ? directory.readUInt16LE(at + 40) : 0
  if (packed === 0xffffffff || size === 0xffffffff || local === 0xffffffff) throw new ZipRefusal('zip64', name)
  if ((directory.readUInt16LE(at + 8) & 0x2041) !== 0 || method === 99) throw new ZipRefusal('encrypted', name)
  if (!isPlainKind(mode)) throw new ZipRefusal('link', name)
  if (name.endsWith('/') && isPlainPath(name.slice(0, -1)) && size === 0) return { listed: undefined, next }
  if (!isPlainPath(name)) throw new ZipRefusal('bad-name', name.slice(0, 200))
  if (method !== 0 && method !== 8) throw new ZipRefusal('method', name)
  const listed: Listed = {
    name,
    method,
    packed: packed ?? 0,
    size: size ?? 0,
    crc: directory.readUInt32LE(at + 16),
    local: local ?? 0,
  }
  if (listed.size > limits.fileBytes) throw new ZipRefusal('too-large', name)
  if (listed.size > 1_000_000 + listed.packed * limits.ratio) throw new ZipRefusal('bomb', name)
  if (method === 0 && listed.packed !== listed.size) throw new ZipRefusal('damaged', name)
  return { listed, next }
}

/** Where the bytes of a file begin; its own head has to say the same as the directory. */
async function placed(zip: FileHandle, listed: Listed): Promise<PackedFile> {
  const { local, ...file } = listed
  const head = await bytesAt(zip, local, 30)
  if (head.readUInt32LE(0) !== LOCAL) throw new ZipRefusal('damaged', file.name)
  const nameLength = head.readUInt16LE(26)
  const name = nameOf(await bytesAt(zip, local + 30, nameLength))
  const agrees = name === file.name && head.readUInt16LE(8) === file.method && (head.readUInt16LE(6) & 1) === 0
  if (!agrees) throw new ZipRefusal('damaged', file.name)
  return { ...listed, start: local + 30 + nameLength + head.readUInt16LE(28) }
}

/**
 * The files of a zip by its directory, in the order of the names. Throws a `ZipRefusal` for anything but plain files
 * under plain names that together keep within the limits; nothing is unpacked.
 */
export async function listZip(zip: FileHandle, size: number, limits: ZipLimits): Promise<PackedFile[]> {
  const { count, length, start } = await endOf(zip, size)
  if (count > limits.files + 1000 || length > (limits.files + 1000) * 512) throw new ZipRefusal('too-many')
  const directory = await bytesAt(zip, start, length)
  const found = new Map<string, Listed>()
  let at = 0
  for (let index = 0; index < count; index += 1) {
    const { listed, next } = readEntry(directory, at, limits)
    at = next
    if (listed === undefined) continue
    if (found.has(listed.name)) throw new ZipRefusal('twice', listed.name)
    found.set(listed.name, listed)
  }
  if (found.size > limits.files) throw new ZipRefusal('too-many')
  for (const name of found.keys()) {
    const above = name.split('/').slice(0, -1)
    const isUnderFile = above.some((_part, depth) => found.has(above.slice(0, depth + 1).join('/')))
    if (isUnderFile) throw new ZipRefusal('twice', name)
  }
  if ([...found.values()].reduce((sum, file) => sum + file.size, 0) > limits.totalBytes)
    throw new ZipRefusal('too-large')
  const files: PackedFile[] = []
  for (const listed of found.values()) files.push(await placed(zip, listed))
  const byPlace = [...files].sort((a, b) => a.local - b.local)
  byPlace.forEach((file, index) => {
    const end = file.start + file.packed
    if (end > start) throw new ZipRefusal('truncated', file.name)
    if (end > (byPlace[index + 1]?.local ?? start)) throw new ZipRefusal('overlap', file.name)
  })
  return files.sort((a, b) => (a.name < b.name ? -1 : 1))
}
