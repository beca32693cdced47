import type Hls from 'hls.js'

/**
 * Where the picture comes from: a file of this portal, its HLS renditions with the file to fall back on, or a Mux
 * playback id streamed as HLS.
 */
export type VideoSource =
  | { kind: 'file'; url: string }
  | { kind: 'stream'; url: string; fileUrl: string }
  | { kind: 'mux'; playbackId: string; token: string | undefined }

export function sourceOf(
  videoPath: string | null,
  muxPlaybackId: string | null,
  streamPath: string | null = null,
  playbackToken?: string,
): VideoSource | undefined {
  if (videoPath !== null && streamPath !== null) return { kind: 'stream', url: streamPath, fileUrl: videoPath }
  if (videoPath !== null) return { kind: 'file', url: videoPath }
  return muxPlaybackId === null ? undefined : { kind: 'mux', playbackId: muxPlaybackId, token: playbackToken }
}

export function sourceUrl(source: VideoSource): string {
  if (source.kind !== 'mux') return source.url
  const query = source.token === undefined ? '' : `?token=${source.token}`
  return `https://stream.mux.com/${encodeURIComponent(source.playbackId)}.m3u8${query}`
}

export function sourceType(source: VideoSource): string {
  return source.kind === 'file' ? 'video/mp4' : 'application/vnd.apple.mpegurl'
}

/** Loads the stream where the browser cannot play HLS itself. Returns how to let go of it again. */
export async function attachStream(
  video: HTMLVideoElement,
  source: VideoSource,
  onFault: () => void,
): Promise<{ hls: Hls | undefined; detach: () => void }> {
  const playsItself = source.kind === 'file' || video.canPlayType(sourceType(source)) !== ''
  if (playsItself) return { hls: undefined, detach: () => {} }
  const { default: HlsPlayer } = await import('hls.js/light')
  if (!HlsPlayer.isSupported()) {
    onFault()
    return { hls: undefined, detach: () => {} }
  }
  const hls = new HlsPlayer({ enableWorker: false })
  hls.on(HlsPlayer.Events.ERROR, (_event, detail) => {
    if (detail.fatal) onFault()
  })
  hls.loadSource(sourceUrl(source))
  hls.attachMedia(video)
  return { hls, detach: () => hls.destroy() }
}

/** Where Mux Data keeps what it is told, and which domain takes the reports instead of Mux's own. */
export interface Quality {
  envKey: string
  beaconDomain: string | undefined
}

/** Quality measuring by Mux Data: no cookies, nothing about the person, and silent when tracking is declined. */
export async function measureQuality(
  video: HTMLVideoElement,
  options: { quality: Quality; videoId: string; title: string; hls: Hls | undefined },
): Promise<() => void> {
  const [{ default: mux }, hls] = await Promise.all([
    import('mux-embed'),
    options.hls === undefined ? undefined : import('hls.js/light'),
  ])
  mux.monitor(video, {
    debug: false,
    disableCookies: true,
    respectDoNotTrack: true,
    ...(options.quality.beaconDomain === undefined ? {} : { beaconCollectionDomain: options.quality.beaconDomain }),
    ...(options.hls === undefined ? {} : { hlsjs: options.hls, Hls: hls?.default }),
    data: {
      env_key: options.quality.envKey,
      video_id: options.videoId,
      video_title: options.title,
      player_name: 'portal',
    },
  })
  return () => {
    const measured: HTMLVideoElement & { mux?: { destroy?: () => void } } = video
    measured.mux?.destroy?.()
  }
}
