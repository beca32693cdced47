import { type RefObject, useEffect, useRef } from 'react'
import type { SecondRange } from '~/shared/ranges'
import { type BeatState, createBeatQueue } from './beat-queue'
import { advanceRun, nothingPlayed, playedSeconds, startRun, stopRun } from './played'

const BEAT_MS = 10_000
const SEEK_PAUSE_MS = 400

/** Where and for whom played seconds are stored, and what was stored when the page was made. */
export interface Storing {
  url: string
  viewerKey: string
  watched: SecondRange[]
  positionSeconds: number
}

/**
 * Follows the picture and reports what is really played: every ten seconds of play, at pause, seek and change of
 * speed, and when the page goes away. Does nothing without `storing`.
 */
export function useBeats(
  videoRef: RefObject<HTMLVideoElement | null>,
  storing: Storing | undefined,
  told: { onWatched: (watched: SecondRange[]) => void; onState: (state: BeatState) => void },
): void {
  const toldRef = useRef(told)
  const storingRef = useRef(storing)
  useEffect(() => {
    toldRef.current = told
    storingRef.current = storing
  })
  const url = storing?.url
  const viewerKey = storing?.viewerKey

  useEffect(() => {
    const video = videoRef.current
    const first = storingRef.current
    if (video === null || first === undefined || url === undefined || viewerKey === undefined) return
    const queue = createBeatQueue({
      ...first,
      onAnswer: (watched) => toldRef.current.onWatched(watched),
      onState: (state) => toldRef.current.onState(state),
    })
    let played = nothingPlayed
    let started = false
    let ticking: number | undefined
    let seekTimer: number | undefined

    const advance = () => {
      if (video.paused || video.seeking) return
      played = advanceRun(played, video.currentTime, video.playbackRate, performance.now())
    }
    const beat = () => void queue.beat(playedSeconds(played), video.currentTime, video.playbackRate)
    const leave = () => {
      if (!started) return
      advance()
      queue.leave(playedSeconds(played), video.currentTime, video.playbackRate)
    }
    const stopTicking = () => {
      window.clearInterval(ticking)
      ticking = undefined
    }
    const listeners: Record<string, () => void> = {
      playing: () => {
        started = true
        played = startRun(played, video.currentTime, performance.now())
        if (ticking !== undefined) return
        ticking = window.setInterval(beat, BEAT_MS)
        beat()
      },
      timeupdate: advance,
      waiting: () => {
        played = stopRun(played)
      },
      seeking: () => {
        played = stopRun(played)
        if (!started) return
        window.clearTimeout(seekTimer)
        seekTimer = window.setTimeout(beat, SEEK_PAUSE_MS)
      },
      seeked: () => {
        if (!video.paused) played = startRun(played, video.currentTime, performance.now())
      },
      ratechange: () => {
        if (started) beat()
      },
      pause: () => {
        if (!video.seeking) played = advanceRun(played, video.currentTime, video.playbackRate, performance.now())
        played = stopRun(played)
        stopTicking()
        beat()
      },
    }
    const hidden = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    const online = () => {
      if (queue.hasWaiting()) void queue.flush()
    }
    for (const [name, listener] of Object.entries(listeners)) video.addEventListener(name, listener)
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', online)
    online()
    return () => {
      for (const [name, listener] of Object.entries(listeners)) video.removeEventListener(name, listener)
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', online)
      window.clearTimeout(seekTimer)
      stopTicking()
      leave()
    }
  }, [videoRef, url, viewerKey])
}
