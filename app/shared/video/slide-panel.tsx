import { useEffect, useState } from 'react'
import { useLanguage, useT } from '~/i18n/use-t'
import { Button } from '~/shared/ui'
import { indexAt } from './cues'
import { clockText } from './time-text'
import styles from './slide-panel.module.css'

/** A picture that belongs to a part of a recording; `url` is ready to use. */
export interface ShownSlide {
  second: number
  url: string
  alt: string
}

/**
 * The pictures of a recording: the one that belongs to what is played, and all of them with their times. The reader may
 * turn the pages alone, and follow the film again.
 */
export function SlidePanel({
  slides,
  language: spoken,
  second,
  hrefAt,
  onSeek,
}: {
  slides: readonly ShownSlide[]
  language: string
  second: number
  hrefAt: (second: number) => string
  onSeek: (second: number) => void
}) {
  const t = useT('video')
  const language = useLanguage()
  const [ready, setReady] = useState(false)
  /** The picture that the reader has turned to; undefined follows the film. */
  const [turnedTo, setTurnedTo] = useState<number>()
  useEffect(() => setReady(true), [])

  const played = Math.max(
    0,
    indexAt(
      slides.map((slide) => ({ start: slide.second })),
      second,
    ),
  )
  const index = turnedTo ?? played
  const slide = slides[index]
  if (slide === undefined) return null
  const timeLink = (to: ShownSlide) => (
    <a
      href={hrefAt(to.second)}
      aria-label={t('slides.goTo', { time: clockText(to.second, language) })}
      onClick={(event) => {
        event.preventDefault()
        setTurnedTo(undefined)
        onSeek(to.second)
      }}
    >
      {clockText(to.second, language)}
    </a>
  )

  return (
    <section className={styles.panel} aria-labelledby="slides-heading" id="bilder">
      <div className={styles.head}>
        <h2 id="slides-heading">{t('slides.title')}</h2>
        {ready && (
          <label className={styles.follow}>
            <input
              type="checkbox"
              checked={turnedTo === undefined}
              onChange={(event) => setTurnedTo(event.currentTarget.checked ? undefined : index)}
            />
            {t('slides.follow')}
          </label>
        )}
      </div>
      <figure className={styles.figure}>
        <img className={styles.picture} src={slide.url} alt={slide.alt} lang={spoken} width={1280} height={720} />
        <figcaption className={styles.caption}>
          <span>
            {t('slides.place', { number: index + 1, total: slides.length })}, {timeLink(slide)}
          </span>
          <a href={slide.url}>{t('slides.large')}</a>
        </figcaption>
      </figure>
      {ready && (
        <div className={styles.turn}>
          <Button type="button" variant="quiet" disabled={index === 0} onClick={() => setTurnedTo(index - 1)}>
            {t('slides.previous')}
          </Button>
          <Button
            type="button"
            variant="quiet"
            disabled={index === slides.length - 1}
            onClick={() => setTurnedTo(index + 1)}
          >
            {t('slides.next')}
          </Button>
        </div>
      )}
      <details>
        <summary>{t('slides.all', { count: slides.length })}</summary>
        <ol className={styles.all}>
          {slides.map((each) => (
            <li key={each.second}>
              <img className={styles.picture} src={each.url} alt="" width={1280} height={720} loading="lazy" />
              <p>
                {timeLink(each)} <span lang={spoken}>{each.alt}</span>
              </p>
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}
