/** The browser's caches, in memory, for what runs in a service worker. */
class MemoryCache {
  readonly entries = new Map<string, Response>()

  async match(asked: Request | string, options: CacheQueryOptions = {}): Promise<Response | undefined> {
    const wanted = addressOf(asked)
    const bare = (address: string) => (options.ignoreSearch === true ? (address.split('?')[0] ?? '') : address)
    for (const [address, response] of this.entries) if (bare(address) === bare(wanted)) return response.clone()
    return undefined
  }

  async put(asked: Request | string, response: Response): Promise<void> {
    this.entries.set(addressOf(asked), response)
  }

  async delete(asked: Request | string): Promise<boolean> {
    return this.entries.delete(addressOf(asked))
  }

  async keys(): Promise<Request[]> {
    return [...this.entries.keys()].map((address) => new Request(`https://portal.example${address}`))
  }
}

function addressOf(asked: Request | string): string {
  const { pathname, search } = new URL(typeof asked === 'string' ? asked : asked.url, 'https://portal.example')
  return pathname + search
}

export class MemoryCaches {
  private readonly all = new Map<string, MemoryCache>()

  async open(name: string): Promise<MemoryCache> {
    const cache = this.all.get(name) ?? new MemoryCache()
    this.all.set(name, cache)
    return cache
  }

  async has(name: string): Promise<boolean> {
    return this.all.has(name)
  }

  async delete(name: string): Promise<boolean> {
    return this.all.delete(name)
  }

  async keys(): Promise<string[]> {
    return [...this.all.keys()]
  }

  async match(asked: Request | string): Promise<Response | undefined> {
    for (const cache of this.all.values()) {
      const found = await cache.match(asked)
      if (found !== undefined) return found
    }
    return undefined
  }
}
