import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useT } from '~/i18n/use-t'
import type { SecondRange } from '~/shared/ranges'
import type { BeatState } from './beat-queue'
import type { TimedText } from './cues'
import type { CaptionChoice } from './player-choices'
import { PlayerControls } from './player-controls'
import { type Quality, type VideoSource, sourceType, sourceUrl } from './source'
import { type Storing, useBeats } from './use-beats'
import { useDescriptions } from './use-descriptions'
import { useMedia } from './use-media'
import { usePlayerKeys } from './use-player-keys'
import { useStream } from './use-stream'
import styles from './lecture-player.module.css'

export interface PlayerHandle {
  /** Moves the picture to a second and lets the keyboard stay where it is. */
  seek: (second: number) => void
  /** Moves the picture to a second and plays. */
  playFrom: (second: number) => void
}

export interface LecturePlayerProps {
  /** Names the film to the quality measuring. */
  videoId: string
  title: string
  source: VideoSource
  posterUrl: string
  durationSeconds: number
  captions: readonly CaptionChoice[]
  /** Audio description as text, which the browser or assistive technology reads aloud. */
  descriptions: readonly CaptionChoice[]
  chapters: readonly TimedText[]
  /** Where play begins. */
  startAt: number
  /** Undefined for a visitor: nothing is stored. */
  storing: Storing | undefined
  /** What quality measuring needs; undefined where nothing may be measured. */
  quality: Quality | undefined
  /** Begins a note here; undefined for a visitor. */
  onNote: (() => void) | undefined
  onNextLeft: (() => void) | undefined
  onSecond: (second: number) => void
  onWatched: (watched: SecondRange[]) => void
  onBeatState: (state: BeatState) => void
  handle: Ref<PlayerHandle>
}

/** A recorded lecture. Before scripts have loaded, or without them, it is the browser's own player. */
export function LecturePlayer(props: LecturePlayerProps) {
  const { source, captions, chapters, durationSeconds, storing, onSecond, onNote, onNextLeft } = props
  const t = useT('video')
  const videoRef = useRef<HTMLVideoElement>(null)
  const frameRef = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState(false)
  const [startAt] = useState(props.startAt)
  const media = useMedia(videoRef, captions.map(({ language }) => language).join(' '))
  const descriptions = useDescriptions(
    videoRef,
    props.descriptions.map(({ language }) => language),
  )

  useEffect(() => setReady(true), [])
  useStream(videoRef, source, {
    videoId: props.videoId,
    title: props.title,
    quality: props.quality,
    onFault: media.fail,
  })
  useBeats(videoRef, storing, { onWatched: props.onWatched, onState: props.onBeatState })
  usePlayerKeys(frameRef, videoRef, { media, firstCaptions: captions[0]?.language, chapters, onNote, onNextLeft })
  useImperativeHandle(props.handle, () => ({ seek: media.seek, playFrom: media.playFrom }), [
    media.seek,
    media.playFrom,
  ])

  const { second, fault } = media.state
  useEffect(() => onSecond(second), [onSecond, second])
  useEffect(() => {
    const video = videoRef.current
    if (video === null || startAt === 0) return
    const begin = () => {
      if (video.currentTime < 1) video.currentTime = startAt
    }
    if (video.readyState > 0) begin()
    else video.addEventListener('loadedmetadata', begin, { once: true })
    return () => video.removeEventListener('loadedmetadata', begin)
  }, [startAt])

  const url = `${sourceUrl(source)}${startAt > 0 ? `#t=${startAt}` : ''}`
  return (
    <div className={styles.player} ref={frameRef} role="region" aria-label={t('player.label', { title: props.title })}>
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- the tracks are in the list of captions below */}
      <video
        ref={videoRef}
        className={styles.video}
        data-captions={media.state.captionSize}
        controls={!ready}
        playsInline
        preload="metadata"
        poster={props.posterUrl}
        width={1280}
        height={720}
        aria-label={props.title}
        tabIndex={ready ? 0 : undefined}
        {...(source.kind === 'file' ? { src: url } : {})}
      >
        {source.kind !== 'file' && <source src={url} type={sourceType(source)} />}
        {source.kind === 'stream' && <source src={source.fileUrl} type="video/mp4" />}
        {captions.map((caption) => (
          <track
            key={caption.language}
            kind="captions"
            srcLang={caption.language}
            label={caption.label}
            src={caption.url}
          />
        ))}
        {props.descriptions.map((description) => (
          <track
            key={description.language}
            kind="descriptions"
            srcLang={description.language}
            label={description.label}
            src={description.url}
          />
        ))}
      </video>
      {descriptions.text !== '' && (
        <p className={styles.description} role={descriptions.choice.startsWith('text') ? 'status' : undefined}>
          {descriptions.text}
        </p>
      )}
      {fault && (
        <p className={styles.fault} role="alert">
          {t('player.fault')}
        </p>
      )}
      {ready && (
        <PlayerControls
          media={media}
          videoRef={videoRef}
          frameRef={frameRef}
          durationSeconds={durationSeconds}
          captions={captions}
          described={props.descriptions}
          descriptions={descriptions}
          chapters={chapters}
          hasNotes={onNote !== undefined}
        />
      )}
    </div>
  )
}
