import { type RefObject, useCallback, useEffect, useState } from 'react'

export interface MediaState {
  /** Where the picture is, to the quarter of a second that has begun. */
  second: number
  playing: boolean
  rate: number
  muted: boolean
  volume: number
  /** A language, or `off`. */
  captions: string
  captionSize: CaptionSize
  fault: boolean
}

export const captionSizes = ['small', 'normal', 'large', 'largest'] as const
export type CaptionSize = (typeof captionSizes)[number]

const CAPTIONS_KEY = 'portal-captions'
const SIZE_KEY = 'portal-caption-size'
const RATE_KEY = 'portal-rate'
export const rates = [0.75, 1, 1.25, 1.5, 1.75, 2] as const

export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function remember(key: string, value: string) {
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

/** The language to show of those there are: whoever has chosen another than these gets the first. */
export function captionsToShow(chosen: string | null, languages: readonly string[]): string {
  if (chosen === null || chosen === 'off') return 'off'
  return languages.includes(chosen) ? chosen : (languages[0] ?? 'off')
}

/**
 * The state of a media element for the controls, and the choices that the browser remembers. `captionLanguages` are told
 * by their codes with blanks between.
 */
export function useMedia(videoRef: RefObject<HTMLVideoElement | null>, captionLanguages: string) {
  const [state, setState] = useState<MediaState>({
    second: 0,
    playing: false,
    rate: 1,
    muted: false,
    volume: 1,
    captions: 'off',
    captionSize: 'normal',
    fault: false,
  })

  useEffect(() => {
    const video = videoRef.current
    if (video === null) return
    const read = () =>
      setState((before) => {
        const next = {
          ...before,
          second: Math.ceil(video.currentTime * 4) / 4,
          playing: !video.paused && !video.ended,
          rate: video.playbackRate,
          muted: video.muted,
          volume: video.volume,
          fault: before.fault || video.error !== null,
        }
        const same = (Object.keys(next) as (keyof MediaState)[]).every((key) => next[key] === before[key])
        return same ? before : next
      })
    const captions = captionsToShow(remembered(CAPTIONS_KEY), captionLanguages.split(' ').filter(Boolean))
    const captionSize = captionSizes.find((size) => size === remembered(SIZE_KEY)) ?? 'normal'
    showCaptions(video, captions)
    const rate = Number(remembered(RATE_KEY))
    if (rates.some((known) => known === rate)) video.defaultPlaybackRate = video.playbackRate = rate
    setState((before) => ({ ...before, captions, captionSize }))
    read()
    const names = ['timeupdate', 'play', 'playing', 'pause', 'ended', 'seeking', 'ratechange', 'volumechange', 'error']
    for (const name of names) video.addEventListener(name, read)
    return () => {
      for (const name of names) video.removeEventListener(name, read)
    }
  }, [videoRef, captionLanguages])

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
  const playFrom = useCallback(
    (second: number) => {
      seek(second)
      videoRef.current?.play().catch(() => undefined)
    },
    [videoRef, seek],
  )
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
  const setCaptionSize = useCallback((size: CaptionSize) => {
    remember(SIZE_KEY, size)
    setState((before) => ({ ...before, captionSize: size }))
  }, [])
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

  return { state, fail, seek, playFrom, skip, toggle, setRate, setCaptions, setCaptionSize, setVolume, toggleMute }
}
export type Media = ReturnType<typeof useMedia>
