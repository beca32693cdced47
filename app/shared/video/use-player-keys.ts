import { type RefObject, useEffect, useRef } from 'react'
import { type TimedText, indexAt } from './cues'
import { toggleFull } from './player-controls'
import { type Media, rates } from './use-media'

export interface KeyWishes {
  media: Media
  firstCaptions: string | undefined
  chapters: readonly TimedText[]
  /** Begins a note; undefined where nothing is stored. */
  onNote: (() => void) | undefined
  /** Plays the next part that has not been played; undefined where nothing is stored. */
  onNextLeft: (() => void) | undefined
}

/** Single keys work only while focus is inside the player, and never take a key from a control that uses it. */
export function usePlayerKeys(
  frameRef: RefObject<HTMLDivElement | null>,
  videoRef: RefObject<HTMLVideoElement | null>,
  wishes: KeyWishes,
): void {
  const current = useRef(wishes)
  useEffect(() => {
    current.current = wishes
  })
  useEffect(() => {
    const frame = frameRef.current
    const video = videoRef.current
    if (frame === null || video === null) return
    const stepRate = (step: 1 | -1) => {
      const index = rates.findIndex((rate) => rate === video.playbackRate)
      const next = rates[index + step]
      if (next !== undefined) current.current.media.setRate(next)
    }
    const stepChapter = (step: 1 | -1) => {
      const { chapters, media } = current.current
      // A chapter that has just begun is left for the one before.
      const here = indexAt(chapters, step === 1 ? video.currentTime + 0.4 : video.currentTime - 3)
      const next = chapters[step === 1 ? here + 1 : Math.max(0, here)]
      if (next !== undefined) media.seek(next.start)
    }
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return
      const { media, firstCaptions, onNote, onNextLeft } = current.current
      const { seek, skip, toggle, toggleMute, setCaptions, state } = media
      const onControl = event.target.closest('button, input, select, summary') !== null
      const onSelect = event.target.closest('select') !== null
      const keys: Record<string, (() => void) | undefined> = {
        k: toggle,
        j: () => skip(-10),
        l: () => skip(10),
        b: () => stepChapter(-1),
        n: () => stepChapter(1),
        u: onNextLeft,
        a: onNote,
        m: toggleMute,
        f: () => toggleFull(frame),
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
    const click = () => current.current.media.toggle()
    frame.addEventListener('keydown', press)
    video.addEventListener('click', click)
    return () => {
      frame.removeEventListener('keydown', press)
      video.removeEventListener('click', click)
    }
  }, [frameRef, videoRef])
}
