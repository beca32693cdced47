import { env } from './env.server'
import { log } from './server/log.server'
import { type MuxApi, muxApi } from './shared/mux/api.server'
import { playbackToken } from './shared/mux/playback-token.server'

/** A lecture is watched to its end, with breaks, on one page. */
const PLAYABLE_MS = 12 * 3_600_000

/** Mux Video, where the settings name it. */
export function muxVideo(): MuxApi | undefined {
  const { video } = env().mux
  return video && muxApi({ url: video.apiUrl, tokenId: video.tokenId, tokenSecret: video.tokenSecret })
}

/** Removes a film at Mux that the library no longer has. What Mux does not take is logged, for the office to remove there. */
export async function removeFilm(assetId: string | null | undefined): Promise<void> {
  if (assetId == null) return
  await muxVideo()
    ?.deleteAsset(assetId)
    .catch((error: unknown) => log.error({ assetId, error: String(error) }, 'mux: the film was not removed'))
}

/** What a page needs in order to play a film at Mux for half a day; undefined for other films and without a key. */
export function playbackTokenFor(playbackId: string | null): string | undefined {
  const { video } = env().mux
  if (playbackId === null || video === undefined) return undefined
  return playbackToken(video.signingKey, playbackId, new Date(Date.now() + PLAYABLE_MS))
}
