import type { RefObject } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import type { TrackPlace } from './track-place'
import styles from './cue-editor.module.css'

const keys = ['next', 'previous', 'play', 'start', 'end', 'split', 'merge', 'insert'] as const

/** The recording in the browser's own player, and the keys that the editor knows. */
export function CueRecording({
  recording,
  media,
}: {
  recording: TrackPlace['recording']
  media: RefObject<HTMLMediaElement>
}) {
  const t = useOfficeT('captioning')
  const { address, posterAddress } = recording
  return (
    <section aria-label={t('editor.video')}>
      {address !== null &&
        (recording.isFilm ? (
          // eslint-disable-next-line jsx-a11y/media-has-caption -- its captions are being written here
          <video
            ref={media as RefObject<HTMLVideoElement>}
            className={styles.video}
            src={address}
            controls
            playsInline
            preload="metadata"
            aria-label={recording.title}
            {...(posterAddress === null ? {} : { poster: posterAddress })}
          />
        ) : (
          // eslint-disable-next-line jsx-a11y/media-has-caption -- its captions are being written here
          <audio
            ref={media as RefObject<HTMLAudioElement>}
            className={styles.video}
            src={address}
            controls
            preload="metadata"
            aria-label={recording.title}
          />
        ))}
      <details>
        <summary>{t('editor.keys')}</summary>
        <ul className="small">
          {keys.map((key) => (
            <li key={key}>{t(`editor.keyList.${key}`)}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}
