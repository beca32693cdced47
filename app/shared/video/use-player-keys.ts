import { type RefObject, useEffect, useRef } from 'react'
import { type Media, rates } from './use-media'

/** Single keys work only while focus is inside the player, and never take a key from a control that uses it. */
export function usePlayerKeys(
  frameRef: RefObject<HTMLDivElement | null>,
  videoRef: RefObject<HTMLVideoElement | null>,
  media: Media,
  firstCaptions: string | undefined,
): void {
  const current = useRef(media)
  useEffect(() => {
    current.current = media
  })
  useEffect(() => {
    const frame = frameRef.current
    const video = videoRef.current
    if (frame === null || video === null) return
    const stepRate = (step: 1 | -1) => {
      const index = rates.findIndex((rate) => rate === video.playbackRate)
      const next = rates[index + step]
      if (next !== undefined) current.current.setRate(next)
    }
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return
      const { seek, skip, toggle, toggleMute, setCaptions, state } = current.current
      const onControl = event.target.closest('button, input, select') !== null
      const onSelect = event.target.closest('select') !== null
      const keys: Record<string, (() => void) | undefined> = {
        k: toggle,
        j: () => skip(-10),
        l: () => skip(10),
        m: toggleMute,
        c: () => setCaptions(state.captions === 'off' ? (firstCaptions ?? 'off') : 'off'),
        '<': () => stepRate(-1),
        '>': () => stepRate(1),
        ...(onControl
          ? {}
          : {
              ' ': toggle,
              ArrowLeft: () => skip(-5),
              ArrowRight: () => skip(5),
              Home: () => seek(0),
              End: () => seek(video.duration),
            }),
      }
      const action = onSelect ? undefined : keys[event.key]
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    const click = () => current.current.toggle()
    frame.addEventListener('keydown', press)
    video.addEventListener('click', click)
    return () => {
      frame.removeEventListener('keydown', press)
      video.removeEventListener('click', click)
    }
  }, [frameRef, videoRef, firstCaptions])
}
