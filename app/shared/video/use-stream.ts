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
  const streamUrl = source?.kind === 'stream' ? source.url : undefined
  const fileUrl = source?.kind === 'stream' ? source.fileUrl : undefined
  const { title, qualityKey } = options

  useEffect(() => {
    const video = videoRef.current
    if (video === null || streamUrl === undefined || fileUrl === undefined) return
    let detach: (() => void) | undefined
    let gone = false
    const playFile = () => {
      if (gone) return
      detach?.()
      const { currentTime } = video
      video.src = fileUrl
      video.currentTime = currentTime
    }
    attachStream(video, { kind: 'stream', url: streamUrl, fileUrl }, playFile).then((stream) => {
      detach = stream.detach
      if (gone) detach()
    }, playFile)
    return () => {
      gone = true
      detach?.()
    }
  }, [videoRef, streamUrl, fileUrl])

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
