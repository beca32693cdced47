import { paths } from '~/shared/paths'
import type { ShownItem } from './shown-item'
import styles from './media.module.css'

/** The picture, film or sound itself, with its captions; nothing for a document or while a file is not whole. */
export function MediaPreview({ item }: { item: ShownItem }) {
  const { address, kind } = item
  if (address === null || kind === 'file') return null
  if (kind === 'picture')
    return <img className={styles.preview} src={address} alt={item.decorative ? '' : (item.alt ?? item.title)} />
  const tracks = item.tracks
    .filter((track) => track.kind === 'captions')
    .map(({ language }) => (
      <track
        key={language}
        kind="captions"
        srcLang={language}
        label={language}
        src={paths.mediaTrackFile(item.mediaId, 'captions', language, 'vtt')}
      />
    ))
  if (kind === 'audio')
    return (
      // eslint-disable-next-line jsx-a11y/media-has-caption -- the tracks are in the list
      <audio className={styles.preview} controls preload="metadata" src={address} aria-label={item.title}>
        {tracks}
      </audio>
    )
  return (
    // eslint-disable-next-line jsx-a11y/media-has-caption -- the tracks are in the list
    <video
      className={styles.preview}
      controls
      playsInline
      preload="metadata"
      src={address}
      aria-label={item.title}
      {...(item.posterAddress === null ? {} : { poster: item.posterAddress })}
    >
      {tracks}
    </video>
  )
}
