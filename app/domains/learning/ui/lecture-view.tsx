import { Link, useLocation, useSearchParams } from '@remix-run/react'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { useT } from '~/i18n/use-t'
import { formatTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import type { SecondRange } from '~/shared/ranges'
import { Notice } from '~/shared/ui'
import {
  type BeatState,
  ChapterList,
  LecturePlayer,
  type PlayerHandle,
  type Quality,
  SlidePanel,
  type TimedText,
  Transcript,
  WatchStrip,
  nextLeft,
  sourceOf,
} from '~/shared/video'
import type { LectureNote } from '../notes'
import { partsLeft, resumeAt } from '../watch-rules'
import { type NotesHandle, NotesSection } from './notes/notes-section'
import styles from './lecture-view.module.css'

/** What the view shows of a lecture: a catalogue Lecture fits. */
export interface ShownLecture {
  slug: string
  title: string
  language: string
  durationSeconds: number
  videoPath: string | null
  muxPlaybackId: string | null
  /** With which a film at Mux may be played for a while; undefined for other films. */
  playbackToken?: string | undefined
  posterPath: string
  streamPath: string | null
  tracks: { kind: 'captions' | 'descriptions'; language: string; url: string }[]
  chapters: TimedText[]
  transcript: TimedText[]
  slides: { second: number; path: string; alt: string }[]
}

/** What is stored of the viewer's watching; `viewerKey` is the person's id. */
export interface Watching {
  viewerKey: string
  watched: SecondRange[]
  positionSeconds: number
  notes: LectureNote[]
  /** The id of a note that is made without scripts. */
  newNoteId: string
}

/** Languages call themselves by their own names in the menu of captions. */
const ownName = (code: string): string => {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1)
}
const choicesOf = ({ tracks }: ShownLecture, kind: 'captions' | 'descriptions') =>
  tracks
    .filter((track) => track.kind === kind)
    .map(({ language, url }) => ({ language, label: ownName(language), url }))
const hrefAt = (second: number) => `?t=${Math.max(0, Math.floor(second))}`

const storingOf = ({ viewerKey, watched, positionSeconds }: Watching, slug: string) => ({
  viewerKey,
  watched,
  positionSeconds,
  url: paths.heartbeat(slug),
})

function BeatLine({ state }: { state: BeatState }) {
  const t = useT('video')
  const location = useLocation()
  switch (state.kind) {
    case 'idle':
      return null
    case 'saved':
      return <p className="xsmall">{t('beat.saved', { time: formatTime(new Date(state.savedAt)) })}</p>
    case 'offline':
      return <Notice live>{t('beat.offline')}</Notice>
    case 'signed-out':
      return (
        <Notice tone="lichen" live>
          {t('beat.signedOut')} <Link to={paths.signIn(location.pathname)}>{t('beat.signIn')}</Link>
        </Notice>
      )
  }
}

/**
 * A recorded lecture with player, pictures beside, strip of watched parts, notes, chapters and transcript; `children`
 * come under them all. Without `watching` (a visitor) nothing is stored. Give it the lecture's slug as `key`.
 */
export function LectureView({
  lecture,
  watching,
  quality,
  children,
}: {
  lecture: ShownLecture
  watching: Watching | undefined
  /** What quality measuring needs; undefined where nothing may be measured. */
  quality?: Quality | undefined
  children?: ReactNode
}) {
  const t = useT('video')
  const [search] = useSearchParams()
  const location = useLocation()
  const player = useRef<PlayerHandle>(null)
  const notes = useRef<NotesHandle>(null)
  const [second, setSecond] = useState(0)
  const [watched, setWatched] = useState<readonly SecondRange[]>(watching?.watched ?? [])
  const [beatState, setBeatState] = useState<BeatState>({ kind: 'idle' })
  const seek = useCallback((to: number) => player.current?.seek(to), [])
  const playFrom = useCallback((to: number) => player.current?.playFrom(to), [])

  const { durationSeconds } = lecture
  const source = sourceOf(lecture.videoPath, lecture.muxPlaybackId, lecture.streamPath, lecture.playbackToken)
  const asked = Number(search.get('t') ?? Number.NaN)
  const startAt =
    Number.isFinite(asked) && asked >= 0 && asked < durationSeconds
      ? Math.floor(asked)
      : resumeAt(watching?.watched ?? [], watching?.positionSeconds ?? 0, durationSeconds)
  const place = second > 0 ? second : startAt
  const here = Math.floor(place)
  const places = { language: lecture.language, second, hrefAt, onSeek: seek }
  const slides = lecture.slides.map(({ path, ...slide }) => ({ ...slide, url: path }))
  const own =
    watching === undefined
      ? { onNote: undefined, onNextLeft: undefined }
      : {
          onNote: () => notes.current?.begin(here),
          onNextLeft: () => {
            const next = nextLeft(partsLeft(watched, durationSeconds), here)
            if (next !== undefined) playFrom(next)
          },
        }

  return (
    <div className={styles.frame}>
      <div className={styles.view} data-slides={slides.length > 0 ? 'yes' : 'no'}>
        <div className={styles.main}>
          {source !== undefined && (
            <LecturePlayer
              videoId={lecture.slug}
              title={lecture.title}
              source={source}
              posterUrl={lecture.posterPath}
              durationSeconds={durationSeconds}
              captions={choicesOf(lecture, 'captions')}
              descriptions={choicesOf(lecture, 'descriptions')}
              chapters={lecture.chapters}
              startAt={startAt}
              storing={watching && storingOf(watching, lecture.slug)}
              quality={quality}
              {...own}
              onSecond={setSecond}
              onWatched={setWatched}
              onBeatState={setBeatState}
              handle={player}
            />
          )}
          <noscript>
            <p className="notice notice-lichen">{t('noScript')}</p>
          </noscript>
        </div>
        {slides.length > 0 && (
          <div className={styles.slides}>
            <SlidePanel slides={slides} {...places} second={place} />
          </div>
        )}
        {watching !== undefined && (
          <div className={styles.own}>
            <div className={styles.watched}>
              <WatchStrip
                watched={watched}
                durationSeconds={durationSeconds}
                second={here}
                hrefAt={hrefAt}
                onSeek={seek}
                onPlay={playFrom}
              />
              <BeatLine state={beatState} />
            </div>
            <NotesSection
              notes={watching.notes}
              newId={watching.newNoteId}
              second={here}
              places={{
                slug: lecture.slug,
                viewerKey: watching.viewerKey,
                back: location.pathname,
                hrefAt,
                onSeek: seek,
              }}
              handle={notes}
            />
          </div>
        )}
        <div className={styles.side}>
          <ChapterList chapters={lecture.chapters} {...places} />
          <Transcript cues={lecture.transcript} chapters={lecture.chapters} {...places} second={Math.floor(second)} />
        </div>
        <div className={styles.below}>{children}</div>
      </div>
    </div>
  )
}
