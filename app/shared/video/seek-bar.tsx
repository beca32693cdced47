import { type PointerEvent, useState } from 'react'
import { useStudyT } from '~/i18n/use-study-t'
import { useLanguage } from '~/i18n/use-t'
import { type TimedText, indexAt } from './cues'
import { clockText, lengthText } from './time-text'
import styles from './lecture-player.module.css'

/** Half the width of the knob: at both ends it stands so far inside the bar. */
const KNOB = 8

function secondUnder({ clientX, currentTarget }: PointerEvent<HTMLElement>, whole: number): number {
  const { left, width } = currentTarget.getBoundingClientRect()
  const share = (clientX - left - KNOB) / Math.max(1, width - 2 * KNOB)
  return Math.round(Math.min(1, Math.max(0, share)) * whole)
}

/**
 * Where one is in the recording, with a mark where each chapter begins. Under it stands the chapter that is played, or
 * the one under the pointer with its time; a screen reader hears the chapter with the place.
 */
export function SeekBar({
  chapters,
  here,
  whole,
  onSeek,
}: {
  chapters: readonly TimedText[]
  here: number
  whole: number
  onSeek: (second: number) => void
}) {
  const t = useStudyT('video')
  const language = useLanguage()
  const [pointed, setPointed] = useState<number>()
  const chapterAt = (second: number) => chapters[indexAt(chapters, second)]?.text
  const chapter = chapterAt(here)
  const place = { place: lengthText(here), whole: lengthText(whole) }
  return (
    <>
      <div
        className={styles.seekBar}
        onPointerMove={(event) => setPointed(secondUnder(event, whole))}
        onPointerLeave={() => setPointed(undefined)}
      >
        <input
          className={styles.seek}
          type="range"
          min={0}
          max={whole}
          step={1}
          value={here}
          aria-label={t('player.place')}
          aria-valuetext={
            chapter === undefined ? t('player.placeOf', place) : t('player.placeIn', { ...place, chapter })
          }
          onChange={(event) => onSeek(Number(event.currentTarget.value))}
        />
        {chapters.length > 0 && (
          <svg
            className={styles.marks}
            viewBox={`0 0 ${Math.max(1, whole)} 1`}
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            {chapters
              .filter(({ start }) => start > 0 && start < whole)
              .map(({ start }) => (
                <line key={start} x1={start} x2={start} y1="0" y2="1" />
              ))}
          </svg>
        )}
      </div>
      {chapters.length > 0 && (
        <p className={styles.chapterHere} aria-hidden="true">
          {pointed !== undefined && <span>{clockText(pointed, language)} </span>}
          {chapterAt(pointed ?? here)}
        </p>
      )}
    </>
  )
}
