import { useLanguage, useT } from '~/i18n/use-t'
import { type SecondRange, clipRanges, secondsIn, subtractRanges } from '~/shared/ranges'
import { clockText, lengthText } from './time-text'
import styles from './lecture-player.module.css'

const SHOWN_PARTS = 6

/** The first part left that ends after `second`, from there; else the first of all. */
export function nextLeft(left: readonly SecondRange[], second: number): number | undefined {
  const ahead = left.find(([from]) => from > second) ?? left.find(([, to]) => to > second + 1)
  return (ahead ?? left[0])?.[0]
}

/** Which parts of a recording have been played and which are left, as a picture and in words with links. */
export function WatchStrip({
  watched,
  durationSeconds,
  second,
  hrefAt,
  onSeek,
  onPlay,
}: {
  watched: readonly SecondRange[]
  durationSeconds: number
  second: number
  hrefAt: (second: number) => string
  onSeek: (second: number) => void
  /** Plays the next part that has not been played. */
  onPlay: (second: number) => void
}) {
  const t = useT('video')
  const language = useLanguage()
  const whole = Math.max(1, Math.floor(durationSeconds))
  const seen = clipRanges(watched, whole)
  const left = subtractRanges([[0, whole]], seen)
  const seconds = secondsIn(seen)
  const sentence =
    left.length === 0
      ? t('strip.all')
      : seconds === 0
        ? t('strip.none', { whole: lengthText(whole) })
        : t('strip.seen', { seen: lengthText(seconds), whole: lengthText(whole) })
  const next = nextLeft(left, second)
  const partText = ([from, to]: SecondRange) =>
    to === whole && from > 0
      ? t('strip.toEnd', { from: clockText(from, language) })
      : `${clockText(from, language)}–${clockText(to, language)}`

  return (
    <div className={styles.stripBlock}>
      <svg
        className={styles.strip}
        viewBox={`0 0 ${whole} 10`}
        preserveAspectRatio="none"
        role="img"
        aria-label={sentence}
      >
        <title>{sentence}</title>
        <rect className={styles.stripGround} x="0" y="0" width={whole} height="10" />
        {seen.map(([from, to]) => (
          <rect key={from} className={styles.stripSeen} x={from} y="0" width={to - from} height="10" />
        ))}
        <rect
          className={styles.stripHere}
          x={Math.min(second, whole - whole / 200)}
          y="0"
          width={whole / 200}
          height="10"
        />
      </svg>
      <p className="small">
        {sentence}{' '}
        {seconds > 0 && left.length > 0 && (
          <>
            {t('strip.left')}{' '}
            {left.slice(0, SHOWN_PARTS).map((part, index) => (
              <span key={part[0]}>
                {index > 0 && ', '}
                <a
                  href={hrefAt(part[0])}
                  onClick={(event) => {
                    event.preventDefault()
                    onSeek(part[0])
                  }}
                >
                  {partText(part)}
                </a>
              </span>
            ))}
            {left.length > SHOWN_PARTS && ` ${t('strip.more', { count: left.length - SHOWN_PARTS })}`}.
          </>
        )}
      </p>
      {seconds > 0 && next !== undefined && (
        <p>
          <a
            className="button button-quiet"
            href={hrefAt(next)}
            onClick={(event) => {
              event.preventDefault()
              onPlay(next)
            }}
          >
            {t('strip.playNext', { from: clockText(next, language) })}
          </a>
        </p>
      )}
    </div>
  )
}
