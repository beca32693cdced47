import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { useLanguage, useT } from '~/i18n/use-t'
import { type TimedText, indexAt, paragraphsOf } from './cues'
import { clockText } from './time-text'
import styles from './lecture-player.module.css'

/** The spoken text. What is being said is marked and kept in view; each paragraph has a link to its place. */
export const Transcript = memo(function Transcript({
  cues,
  chapters,
  language: spoken,
  second,
  hrefAt,
  onSeek,
}: {
  cues: readonly TimedText[]
  chapters: readonly TimedText[]
  language: string
  second: number
  hrefAt: (second: number) => string
  onSeek: (second: number) => void
}) {
  const t = useT('video')
  const language = useLanguage()
  const boxRef = useRef<HTMLDivElement>(null)
  const [follows, setFollows] = useState(true)
  const [ready, setReady] = useState(false)
  const paragraphs = useMemo(
    () =>
      paragraphsOf(
        cues,
        chapters.map((chapter) => chapter.start),
      ),
    [cues, chapters],
  )
  const current = second > 0 ? cues[indexAt(cues, second + 0.4)] : undefined

  useEffect(() => setReady(true), [])
  useEffect(() => {
    const box = boxRef.current
    if (box === null || !follows || current === undefined || box.contains(document.activeElement)) return
    const mark = box.querySelector('mark')
    if (mark === null) return
    const offset = mark.getBoundingClientRect().top - box.getBoundingClientRect().top
    if (offset < 0 || offset > box.clientHeight * 0.7) box.scrollTop += offset - box.clientHeight * 0.3
  }, [current, follows])

  return (
    <section className={styles.transcript} aria-labelledby="transcript-heading" id="transkription">
      <div className={styles.transcriptHead}>
        <h2 id="transcript-heading">{t('transcript.title')}</h2>
        {ready && (
          <label className={styles.follow}>
            <input type="checkbox" checked={follows} onChange={(event) => setFollows(event.currentTarget.checked)} />
            {t('transcript.follow')}
          </label>
        )}
      </div>
      <div className={ready && follows ? styles.transcriptBox : undefined} ref={boxRef} lang={spoken}>
        {paragraphs.map((paragraph) => (
          <p key={paragraph.start} className={styles.paragraph}>
            <a
              className={styles.paragraphTime}
              href={hrefAt(paragraph.start)}
              aria-label={t('transcript.playFrom', { time: clockText(paragraph.start, language) })}
              onClick={(event) => {
                event.preventDefault()
                onSeek(paragraph.start)
              }}
            >
              {clockText(paragraph.start, language)}
            </a>
            <span>
              {paragraph.cues.map((cue) => {
                const text = `${cue.text.replace(/\s+/g, ' ').trim()} `
                return cue === current ? <mark key={cue.start}>{text}</mark> : <span key={cue.start}>{text}</span>
              })}
            </span>
          </p>
        ))}
      </div>
    </section>
  )
})
