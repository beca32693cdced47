import { z } from 'zod'

const created = z.object({ data: z.object({ id: z.string().min(1), url: z.url() }) })

/** Mux answered something else than it should, or not at all. */
export class MuxFault extends Error {
  override name = 'MuxFault'
}

export interface MuxAccess {
  /** `https://api.mux.com`, or what stands in for it. */
  url: string
  tokenId: string
  tokenSecret: string
}

const LONGEST_WAIT_MS = 10_000

/** The calls of Mux Video that the portal makes. */
export function muxApi({ url, tokenId, tokenSecret }: MuxAccess) {
  const authorization = `Basic ${Buffer.from(`${tokenId}:${tokenSecret}`).toString('base64')}`
  const call = async (method: string, path: string, body?: unknown): Promise<Response> => {
    try {
      return await fetch(url + path, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        signal: AbortSignal.timeout(LONGEST_WAIT_MS),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    } catch (error) {
      throw new MuxFault(`${method} ${path}`, { cause: error })
    }
  }
  return {
    /** An address that takes one film from a browser on `origin`, and whose film is played by signed address alone. */
    async createUpload(wish: { origin: string; passthrough: string; seconds: number }) {
      const response = await call('POST', '/video/v1/uploads', {
        cors_origin: wish.origin,
        timeout: wish.seconds,
        new_asset_settings: { playback_policy: ['signed'], passthrough: wish.passthrough },
      })
      const read = created.safeParse(await response.json().catch(() => undefined))
      if (!response.ok || !read.success) throw new MuxFault(`POST /video/v1/uploads: ${response.status}`)
      return { uploadId: read.data.data.id, url: read.data.data.url }
    },
    /** Removes a film. One that is gone already is as good. */
    async deleteAsset(assetId: string): Promise<void> {
      const response = await call('DELETE', `/video/v1/assets/${encodeURIComponent(assetId)}`)
      if (!response.ok && response.status !== 404) throw new MuxFault(`DELETE asset: ${response.status}`)
    },
  }
}
export type MuxApi = ReturnType<typeof muxApi>
