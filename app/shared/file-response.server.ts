/**
 * A download that is sent as it is made, no faster than it is taken; a download that is broken off ends the pieces.
 * The name may have any letters; old browsers get it without them.
 */
export function fileResponse(
  file: { name: string; type: string; pieces: AsyncIterable<Uint8Array> },
  disposition: 'attachment' | 'inline' = 'attachment',
): Response {
  const pieces = file.pieces[Symbol.asyncIterator]()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return?.()
    },
  })
  const plain = file.name
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\]/g, '')
  return new Response(body, {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}

export const CSV_TYPE = 'text/csv; charset=utf-8'
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
