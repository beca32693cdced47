import autocannon from 'autocannon'

export interface Target {
  name: string
  path: string
  /** 304: asked again with the page's ETag. */
  expects: 200 | 304
  method?: 'GET' | 'POST'
  cookie?: string
  body?: string
}

export interface Measured {
  perSecond: number
  p50: number
  p97: number
  failed: number
}

export interface LoadOptions {
  connections: number
  seconds: number
  headers: Record<string, string>
}

/** Asks for one page as fast as it comes, for a bounded time. Answers that are not as expected count as failed. */
export async function load(url: string, target: Target, options: LoadOptions): Promise<Measured> {
  const result = await autocannon({
    url: url + target.path,
    method: target.method ?? 'GET',
    headers: options.headers,
    ...(target.body === undefined ? {} : { body: target.body }),
    connections: options.connections,
    duration: options.seconds,
    timeout: 20,
  })
  const counts = result as unknown as {
    '2xx': number
    '3xx': number
    '4xx': number
    '5xx': number
  }
  const good = target.expects === 304 ? counts['3xx'] : counts['2xx']
  return {
    perSecond: good / result.duration,
    p50: result.latency.p50,
    p97: result.latency.p97_5,
    failed: result.requests.total - good + result.errors,
  }
}

/** A table for the terminal: the first column to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}
