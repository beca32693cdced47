import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useStudyT } from '~/i18n/use-study-t'
import { useLanguage } from '~/i18n/use-t'
import { type ChoicesProps, MoreChoices, PlayerChoices } from './player-choices'
import type { Media } from './use-media'
import { SeekBar } from './seek-bar'
import { clockText } from './time-text'
import styles from './lecture-player.module.css'

const shapes = {
  play: 'M7 4.5v15l13-7.5z',
  pause: 'M6 4.5h4.5v15H6zM13.5 4.5H18v15h-4.5z',
  back: 'M11 5V1L5 6.5 11 12V8a5.5 5.5 0 1 1-5.5 5.5H2.5A8.5 8.5 0 1 0 11 5z',
  forward: 'M13 5V1l6 5.5-6 5.5V8a5.5 5.5 0 1 0 5.5 5.5h3A8.5 8.5 0 1 1 13 5z',
  sound: 'M3 9v6h4l5 4.5v-15L7 9zM15 8.2a5 5 0 0 1 0 7.6M17.5 5a9 9 0 0 1 0 14',
  silent: 'M3 9v6h4l5 4.5v-15L7 9zM15.5 9.5l5 5M20.5 9.5l-5 5',
  picture: 'M3 5h18v14H3zM12 12h7v5h-7z',
  full: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
}

function Icon({ name }: { name: keyof typeof shapes }) {
  const filled = name === 'play' || name === 'pause' || name === 'back' || name === 'forward'
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
      <path
        d={shapes[name]}
        fill={filled ? 'currentColor' : 'none'}
        stroke={filled ? 'none' : 'currentColor'}
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

function ControlButton(props: { label: string; onClick: () => void; icon: keyof typeof shapes; children?: ReactNode }) {
  return (
    <button
      type="button"
      className={styles.control}
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
      {props.children}
    </button>
  )
}

function useSupport() {
  const [support, setSupport] = useState({ picture: false, full: false })
  useEffect(() => {
    setSupport({ picture: document.pictureInPictureEnabled === true, full: document.fullscreenEnabled === true })
  }, [])
  return support
}

/** Shows an element in the whole screen, or takes the screen back. */
export function toggleFull(element: HTMLElement | null): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
  else void element?.requestFullscreen().catch(() => undefined)
}

/** The controls under the picture. Every one is a native control with a name. */
export function PlayerControls({
  media,
  videoRef,
  frameRef,
  durationSeconds,
  hasNotes,
  ...choices
}: {
  media: Media
  videoRef: RefObject<HTMLVideoElement | null>
  frameRef: RefObject<HTMLDivElement | null>
  durationSeconds: number
  hasNotes: boolean
} & Omit<ChoicesProps, 'media'>) {
  const t = useStudyT('video')
  const language = useLanguage()
  const support = useSupport()
  const { state } = media
  const whole = Math.floor(durationSeconds)
  const here = Math.min(Math.floor(state.second), whole)

  function togglePicture() {
    if (document.pictureInPictureElement) void document.exitPictureInPicture().catch(() => undefined)
    else void videoRef.current?.requestPictureInPicture().catch(() => undefined)
  }

  return (
    <div className={styles.controls} role="group" aria-label={t('player.controls')}>
      <SeekBar chapters={choices.chapters} here={here} whole={whole} onSeek={media.seek} />
      <div className={styles.row}>
        <div className={styles.group}>
          <ControlButton
            label={state.playing ? t('player.pause') : t('player.play')}
            icon={state.playing ? 'pause' : 'play'}
            onClick={media.toggle}
          />
          <ControlButton label={t('player.back')} icon="back" onClick={() => media.skip(-10)} />
          <ControlButton label={t('player.forward')} icon="forward" onClick={() => media.skip(10)} />
          <span className={styles.time}>
            {clockText(here, language)} / {clockText(whole, language)}
          </span>
        </div>
        <div className={styles.group}>
          <ControlButton
            label={state.muted ? t('player.unmute') : t('player.mute')}
            icon={state.muted ? 'silent' : 'sound'}
            onClick={media.toggleMute}
          />
          <input
            className={styles.volume}
            type="range"
            min={0}
            max={1}
            step={0.05}
            value={state.muted ? 0 : state.volume}
            aria-label={t('player.volume')}
            aria-valuetext={`${Math.round((state.muted ? 0 : state.volume) * 100)} %`}
            onChange={(event) => media.setVolume(Number(event.currentTarget.value))}
          />
          {support.picture && <ControlButton label={t('player.picture')} icon="picture" onClick={togglePicture} />}
          {support.full && (
            <ControlButton label={t('player.full')} icon="full" onClick={() => toggleFull(frameRef.current)} />
          )}
        </div>
        <PlayerChoices media={media} {...choices} />
      </div>
      <MoreChoices media={media} hasNotes={hasNotes} />
    </div>
  )
}
