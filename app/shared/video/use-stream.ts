import { type RefObject, useEffect, useRef } from 'react'
import { type VideoSource, attachStream, measureQuality } from './source'

/** Attaches a stream that the browser does not play by itself and, where it is set up, the quality measuring. */
export function useStream(
  videoRef: RefObject<HTMLVideoElement | null>,
  source: VideoSource | undefined,
  options: { title: string; qualityKey: string | undefined; onFault: () => void },
): void {
  const onFault = useRef(options.onFault)
  useEffect(() => {
    onFault.current = options.onFault
  })
  const playbackId = source?.kind === 'mux' ? source.playbackId : undefined
  const { title, qualityKey } = options

  useEffect(() => {
    const video = videoRef.current
    if (video === null || playbackId === undefined) return
    let gone = false
    const undo: (() => void)[] = []
    async function attach(element: HTMLVideoElement, id: string) {
      const stream = await attachStream(element, { kind: 'mux', playbackId: id }, () => onFault.current())
      undo.push(stream.detach)
      if (qualityKey !== undefined && !gone) {
        undo.push(await measureQuality(element, { envKey: qualityKey, playbackId: id, title, hls: stream.hls }))
      }
      if (gone) for (const step of undo.splice(0)) step()
    }
    attach(video, playbackId).catch(() => onFault.current())
    return () => {
      gone = true
      for (const step of undo.splice(0)) step()
    }
  }, [videoRef, playbackId, title, qualityKey])
}
