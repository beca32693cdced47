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
