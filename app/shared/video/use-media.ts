import { type RefObject, useCallback, useEffect, useState } from 'react'

export interface MediaState {
  second: number
  playing: boolean
  rate: number
  muted: boolean
  volume: number
  captions: string
  fault: boolean
}

const CAPTIONS_KEY = 'portal-captions'
const RATE_KEY = 'portal-rate'
export const rates = [0.75, 1, 1.25, 1.5, 1.75, 2] as const

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function remember(key: string, value: string) {
  try {
    localStorage.setItem(key, value)
  } catch {
    // The choice then holds for this page.
  }
}

function showCaptions(video: HTMLVideoElement, language: string) {
  for (const track of video.textTracks) {
    if (track.kind !== 'descriptions') track.mode = track.language === language ? 'showing' : 'disabled'
  }
}

/** The state of a media element for the controls, and the choices that the browser remembers. */
export function useMedia(videoRef: RefObject<HTMLVideoElement | null>) {
  const [state, setState] = useState<MediaState>({
    second: 0,
    playing: false,
    rate: 1,
    muted: false,
    volume: 1,
    captions: 'off',
    fault: false,
  })

  useEffect(() => {
    const video = videoRef.current
    if (video === null) return
    const read = () =>
      setState((before) => {
        const next = {
          ...before,
          second: Math.floor(video.currentTime),
          playing: !video.paused && !video.ended,
          rate: video.playbackRate,
          muted: video.muted,
          volume: video.volume,
          fault: before.fault || video.error !== null,
        }
        const same = (Object.keys(next) as (keyof MediaState)[]).every((key) => next[key] === before[key])
        return same ? before : next
      })
    const captions = remembered(CAPTIONS_KEY) ?? 'off'
    showCaptions(video, captions)
    const rate = Number(remembered(RATE_KEY))
    if (rates.some((known) => known === rate)) video.defaultPlaybackRate = video.playbackRate = rate
    setState((before) => ({ ...before, captions }))
    read()
    const names = ['timeupdate', 'play', 'playing', 'pause', 'ended', 'seeking', 'ratechange', 'volumechange', 'error']
    for (const name of names) video.addEventListener(name, read)
    return () => {
      for (const name of names) video.removeEventListener(name, read)
    }
  }, [videoRef])

  const fail = useCallback(() => setState((before) => ({ ...before, fault: true })), [])

  const seek = useCallback(
    (second: number) => {
      const video = videoRef.current
      if (video === null) return
      const end = Number.isFinite(video.duration) ? video.duration : second
      video.currentTime = Math.min(Math.max(0, second), end)
    },
    [videoRef],
  )
  const skip = useCallback((seconds: number) => seek((videoRef.current?.currentTime ?? 0) + seconds), [videoRef, seek])
  const toggle = useCallback(() => {
    const video = videoRef.current
    if (video === null) return
    if (video.paused) video.play().catch(() => undefined)
    else video.pause()
  }, [videoRef])
  const setRate = useCallback(
    (rate: number) => {
      const video = videoRef.current
      if (video === null) return
      video.defaultPlaybackRate = video.playbackRate = rate
      remember(RATE_KEY, String(rate))
    },
    [videoRef],
  )
  const setCaptions = useCallback(
    (language: string) => {
      const video = videoRef.current
      if (video === null) return
      showCaptions(video, language)
      remember(CAPTIONS_KEY, language)
      setState((before) => ({ ...before, captions: language }))
    },
    [videoRef],
  )
  const setVolume = useCallback(
    (volume: number) => {
      const video = videoRef.current
      if (video === null) return
      video.volume = volume
      video.muted = volume === 0
    },
    [videoRef],
  )
  const toggleMute = useCallback(() => {
    const video = videoRef.current
    if (video !== null) video.muted = !video.muted
  }, [videoRef])

  return { state, fail, seek, skip, toggle, setRate, setCaptions, setVolume, toggleMute }
}
export type Media = ReturnType<typeof useMedia>
