import { encode } from 'uqr'

/** A QR code as one SVG path of dark squares, in a square of `size` modules with the white border that readers need. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const runs = data.flatMap((row, y) => {
    const parts: string[] = []
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true) continue
      let end = x
      while (row[end + 1] === true) end += 1
      parts.push(`M${x} ${y}h${end - x + 1}v1h-${end - x + 1}z`)
      x = end
    }
    return parts
  })
  return { size, path: runs.join('') }
}
