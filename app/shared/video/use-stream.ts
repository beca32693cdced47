import { type RefObject, useEffect, useRef } from 'react'
import { type Quality, type VideoSource, attachStream, measureQuality } from './source'

interface StreamOptions {
  videoId: string
  title: string
  quality: Quality | undefined
  onFault: () => void
}

/**
 * Attaches a stream that the browser does not play by itself, with the file to fall back on where there is one, and
 * measures the quality where that is set up.
 */
export function useStream(
  videoRef: RefObject<HTMLVideoElement | null>,
  source: VideoSource,
  { videoId, title, quality, onFault }: StreamOptions,
): void {
  const told = useRef({ source, onFault })
  useEffect(() => {
    told.current = { source, onFault }
  })
  const place = source.kind === 'mux' ? source.playbackId : source.url
  const envKey = quality?.envKey
  const beaconDomain = quality?.beaconDomain

  useEffect(() => {
    const video = videoRef.current
    if (video === null) return
    let gone = false
    const undo: (() => void)[] = []
    const end = () => {
      for (const step of undo.splice(0)) step()
    }
    const fail = () => {
      if (gone) return
      const from = told.current.source
      if (from.kind !== 'stream') return told.current.onFault()
      undo.shift()?.()
      const { currentTime } = video
      video.src = from.fileUrl
      video.currentTime = currentTime
    }
    async function attach(element: HTMLVideoElement) {
      const stream = await attachStream(element, told.current.source, fail)
      undo.push(stream.detach)
      if (envKey !== undefined && !gone) {
        const options = { quality: { envKey, beaconDomain }, videoId, title, hls: stream.hls }
        // A film plays as well where the measuring is stopped on its way.
        undo.push(await measureQuality(element, options).catch(() => () => undefined))
      }
      if (gone) end()
    }
    attach(video).catch(fail)
    return () => {
      gone = true
      end()
    }
  }, [videoRef, place, videoId, title, envKey, beaconDomain])
}
