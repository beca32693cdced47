import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node'
import { done, type Outcome, refused } from './outcome'

/**
 * One uploaded file of a multipart form, held in memory up to `most` bytes. What comes beyond is read and thrown away,
 * so that the browser can finish sending and be answered; other parts are left out.
 */
export async function readUpload(
  request: Request,
  field: string,
  most: number,
): Promise<Outcome<{ name: string; bytes: Uint8Array }, 'missing' | 'too-large'>> {
  if (!(request.headers.get('content-type') ?? '').startsWith('multipart/form-data')) return refused('missing')
  let name = ''
  let size = 0
  const pieces: Uint8Array[] = []
  await parseMultipart(request, async (part) => {
    const wanted = part.name === field && part.filename !== undefined
    if (wanted) name = part.filename ?? ''
    for await (const piece of part.data) {
      if (!wanted) continue
      size += piece.length
      if (size <= most) pieces.push(piece)
    }
    return undefined
  })
  if (name === '' && size === 0) return refused('missing')
  if (size > most) return refused('too-large')
  return done({ name, bytes: new Uint8Array(Buffer.concat(pieces)) })
}

/** What came with a multipart form: its texts, and the file if there was one. */
export interface ReceivedForm {
  fields: FormData
  /** Empty when no file was chosen. */
  name: string
  size: number
  isTooLarge: boolean
}

/**
 * A multipart form whose file may be left out: its texts, and the file piece by piece to `take`. After `most` bytes the
 * rest is read and thrown away, so that the browser can be answered.
 */
export async function receiveForm(
  request: Request,
  field: string,
  most: number,
  take: (piece: Uint8Array) => Promise<void> | void,
): Promise<ReceivedForm> {
  let name = ''
  let size = 0
  const fields = await parseMultipart(request, async (part) => {
    if (part.filename === undefined) {
      const pieces: Uint8Array[] = []
      for await (const piece of part.data) pieces.push(piece)
      return Buffer.concat(pieces).toString('utf8').slice(0, 100_000)
    }
    const wanted = part.name === field
    if (wanted) name = part.filename
    for await (const piece of part.data) {
      if (!wanted) continue
      size += piece.length
      if (size <= most) await take(piece)
    }
    return undefined
  })
  return { fields, name, size, isTooLarge: size > most }
}

/**
 * One uploaded file of a multipart form and the texts beside it. Each piece of the file is handed to `take` as it comes;
 * after `most` bytes the rest is read and thrown away, so that the browser can be answered.
 */
export async function receiveUpload(
  request: Request,
  field: string,
  most: number,
  take: (piece: Uint8Array) => Promise<void> | void,
): Promise<Outcome<{ name: string; size: number; fields: FormData }, 'missing' | 'too-large'>> {
  if (!(request.headers.get('content-type') ?? '').startsWith('multipart/form-data')) return refused('missing')
  const { fields, name, size, isTooLarge } = await receiveForm(request, field, most, take)
  if (name === '' || size === 0) return refused('missing')
  return isTooLarge ? refused('too-large') : done({ name, size, fields })
}

/** `receiveUpload` for a small file, held in memory. */
export async function readUploadForm(
  request: Request,
  field: string,
  most: number,
): Promise<Outcome<{ name: string; bytes: Uint8Array; fields: FormData }, 'missing' | 'too-large'>> {
  const pieces: Uint8Array[] = []
  const received = await receiveUpload(request, field, most, (piece) => void pieces.push(piece))
  if (!received.ok) return received
  const { name, fields } = received.value
  return done({ name, bytes: new Uint8Array(Buffer.concat(pieces)), fields })
}
