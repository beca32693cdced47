import { Link, useLocation } from '@remix-run/react'
import { useStudyT } from '~/i18n/use-study-t'
import { useT } from '~/i18n/use-t'
import type { Lecture } from '~/domains/catalogue'
import { DocumentView } from '~/shared/editor/document-view'
import { formatDay } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ButtonLink, Card, Facts, Notice, Page, PageHeader, Section } from '~/shared/ui'
import { type Quality, lengthText } from '~/shared/video'
import { LectureCheck, type LectureCheckProps } from './lecture-check'
import { LectureView, type Watching } from './lecture-view'

function SignInNotice() {
  const t = useStudyT('lecture')
  const { pathname } = useLocation()
  return (
    <Notice>
      <p>{t('visitor')}</p>
      <ButtonLink to={paths.signIn(pathname)} variant="quiet">
        {t('signIn')}
      </ButtonLink>
    </Notice>
  )
}

/** Every text of the lecture as a file for players and as plain text. */
function TrackLinks({ lecture: { slug, tracks } }: { lecture: Pick<Lecture, 'slug' | 'tracks'> }) {
  const t = useStudyT('lecture')
  return tracks.map(({ kind, language, url }, at) => {
    const file = url.split('/').at(-1)?.split('?')[0] ?? ''
    return (
      <span key={`${kind}.${language}`}>
        {at > 0 && ', '}
        <a href={url} download>
          {file}
        </a>{' '}
        (<a href={paths.lectureTrack(slug, kind, language, 'txt')}>{t('asText')}</a>)
      </span>
    )
  })
}

function AboutLecture({ lecture }: { lecture: Omit<Lecture, 'check'> }) {
  const t = useStudyT('lecture')
  return (
    <Section title={t('facts')}>
      <div lang={lecture.language}>
        <DocumentView document={lecture.description} />
      </div>
      <Card>
        <Facts
          items={[
            { label: t('speaker'), value: lecture.voiceNote ?? lecture.speaker },
            { label: t('recorded'), value: formatDay(lecture.recordedOn) },
            { label: t('length'), value: lengthText(lecture.durationSeconds) },
            { label: t('nominal'), value: `${lecture.minutes} min` },
            { label: t('download'), value: <TrackLinks lecture={lecture} /> },
            { label: t('licence'), value: lecture.licence },
            ...lecture.courses.map((course) => ({
              label: t('courses'),
              value: <Link to={paths.course(course.slug)}>{course.title}</Link>,
            })),
          ]}
        />
      </Card>
      <h3>{t('sources')}</h3>
      <ul>
        {lecture.sources.map((source) => (
          <li key={source.url}>
            <a href={source.url} rel="noopener noreferrer">
              {source.title}
            </a>
            , {source.publisher}
            {source.year !== undefined && `, ${source.year}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The page of a recorded lecture outside a course. Visitors watch without anything being stored. */
export function LecturePage({
  lecture,
  watching,
  quality,
  check,
  faults,
  mayEdit,
}: {
  lecture: Omit<Lecture, 'check'>
  watching: Watching | undefined
  quality: Quality | undefined
  check: Omit<LectureCheckProps, 'faults'> | undefined
  faults: LectureCheckProps['faults']
  mayEdit: boolean
}) {
  const t = useStudyT('lecture')
  const common = useT('common')
  return (
    <Page>
      <PageHeader
        title={<span lang={lecture.language}>{lecture.title}</span>}
        lead={<span lang={lecture.language}>{lecture.summary}</span>}
        eyebrow={t('eyebrow')}
        breadcrumbs={[{ label: common('nav.lectures'), to: paths.lectures() }, { label: lecture.title }]}
        actions={
          mayEdit && (
            <ButtonLink to={paths.editLecture(lecture.slug)} variant="quiet">
              {t('edit')}
            </ButtonLink>
          )
        }
      />
      <LectureView lecture={lecture} watching={watching} quality={quality}>
        {check === undefined ? <SignInNotice /> : <LectureCheck {...check} faults={faults} />}
      </LectureView>
      <AboutLecture lecture={lecture} />
    </Page>
  )
}
