import { useStudyT } from '~/i18n/use-study-t'
import { useLanguage } from '~/i18n/use-t'
import { type TimedText, indexAt } from './cues'
import { clockText } from './time-text'
import styles from './lecture-player.module.css'

/** The chapters of a recording as links to their places. */
export function ChapterList({
  chapters,
  language: spoken,
  second,
  hrefAt,
  onSeek,
}: {
  chapters: readonly TimedText[]
  language: string
  second: number
  hrefAt: (second: number) => string
  onSeek: (second: number) => void
}) {
  const t = useStudyT('video')
  const language = useLanguage()
  if (chapters.length === 0) return null
  const current = indexAt(chapters, second)
  return (
    <nav className={styles.chapters} aria-label={t('chapters.title')}>
      <h2>{t('chapters.title')}</h2>
      <ol>
        {chapters.map((chapter, index) => (
          <li key={chapter.start}>
            <a
              href={hrefAt(chapter.start)}
              aria-current={index === current ? 'true' : undefined}
              onClick={(event) => {
                event.preventDefault()
                onSeek(chapter.start)
              }}
            >
              <span lang={spoken}>{chapter.text}</span>
              <span className="xsmall">{clockText(chapter.start, language)}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
