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
  type TimedText,
  Transcript,
  WatchStrip,
  sourceOf,
} from '~/shared/video'
import { resumeAt } from '../watch-rules'
import styles from './lecture-view.module.css'

/** What the view shows of a lecture: a catalogue Lecture fits. */
export interface ShownLecture {
  slug: string
  title: string
  language: string
  durationSeconds: number
  videoPath: string | null
  muxPlaybackId: string | null
  posterPath: string
  streamPath: string | null
  tracks: { kind: 'captions' | 'descriptions'; language: string; url: string }[]
  chapters: TimedText[]
  transcript: TimedText[]
}

/** What is stored of the viewer's watching; `viewerKey` is the person's id. */
export interface Watching {
  viewerKey: string
  watched: SecondRange[]
  positionSeconds: number
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
 * A recorded lecture with player, strip of watched parts, chapters and transcript; `children` come under them
 * all. Without `watching` (a visitor) nothing is stored. Give it the lecture's slug as `key`.
 */
export function LectureView({
  lecture,
  watching,
  qualityKey,
  children,
}: {
  lecture: ShownLecture
  watching: Watching | undefined
  /** Mux Data's environment key; undefined where nothing may be measured. */
  qualityKey?: string | undefined
  children?: ReactNode
}) {
  const t = useT('video')
  const [search] = useSearchParams()
  const player = useRef<PlayerHandle>(null)
  const [second, setSecond] = useState(0)
  const [watched, setWatched] = useState<readonly SecondRange[]>(watching?.watched ?? [])
  const [beatState, setBeatState] = useState<BeatState>({ kind: 'idle' })
  const seek = useCallback((to: number) => player.current?.seek(to), [])

  const { durationSeconds } = lecture
  const source = sourceOf(lecture.videoPath, lecture.muxPlaybackId, lecture.streamPath)
  const asked = Number(search.get('t') ?? Number.NaN)
  const startAt =
    Number.isFinite(asked) && asked >= 0 && asked < durationSeconds
      ? Math.floor(asked)
      : resumeAt(watching?.watched ?? [], watching?.positionSeconds ?? 0, durationSeconds)
  const here = second > 0 ? second : startAt
  const places = { language: lecture.language, second, hrefAt, onSeek: seek }

  return (
    <div className={styles.frame}>
      <div className={styles.view}>
        <div className={styles.main}>
          {source !== undefined && (
            <LecturePlayer
              title={lecture.title}
              source={source}
              posterUrl={lecture.posterPath}
              durationSeconds={durationSeconds}
              captions={choicesOf(lecture, 'captions')}
              descriptions={choicesOf(lecture, 'descriptions')}
              startAt={startAt}
              storing={watching && { ...watching, url: paths.heartbeat(lecture.slug) }}
              qualityKey={qualityKey}
              onSecond={setSecond}
              onWatched={setWatched}
              onBeatState={setBeatState}
              handle={player}
            />
          )}
          <noscript>
            <p className="notice notice-lichen">{t('noScript')}</p>
          </noscript>
          {watching !== undefined && (
            <>
              <WatchStrip
                watched={watched}
                durationSeconds={durationSeconds}
                second={here}
                hrefAt={hrefAt}
                onSeek={seek}
              />
              <BeatLine state={beatState} />
            </>
          )}
        </div>
        <div className={styles.side}>
          <ChapterList chapters={lecture.chapters} {...places} />
          <Transcript cues={lecture.transcript} chapters={lecture.chapters} {...places} />
        </div>
        <div className={styles.below}>{children}</div>
      </div>
    </div>
  )
}
