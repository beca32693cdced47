import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatDateTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import {
  Button,
  ButtonLink,
  Facts,
  FormErrorSummary,
  Grid,
  Notice,
  Page,
  PageHeader,
  Row,
  Section,
  Stack,
} from '~/shared/ui'
import { lengthText } from '~/shared/video'
import type { MediaUse } from '../../media/model'
import { sizeText } from '../../media/rules'
import { DescribeForm } from './describe-form'
import { StateLine } from './media-list'
import { MediaPreview } from './media-preview'
import type { ShownItem } from './shown-item'
import { TrackSection } from './track-section'
import styles from './media.module.css'

export interface ItemFailure {
  errors: Record<string, string | undefined>
  uses: MediaUse[]
  trackErrors: string[]
}

function addressOf(use: MediaUse): string | null {
  if (use.slug === null) return null
  switch (use.kind) {
    case 'lecture':
      return paths.lecture(use.slug)
    case 'course':
      return paths.course(use.slug)
    case 'activity':
      return paths.activity(use.slug)
    case 'example':
      return paths.example(use.slug)
    case 'lesson':
      return use.courseSlug === null ? null : paths.lesson(use.courseSlug, use.slug)
    default:
      return null
  }
}

const known = ['lecture', 'lesson', 'course', 'activity', 'example', 'text'] as const

function UseList({ uses }: { uses: readonly MediaUse[] }) {
  const t = useOfficeT('media')
  return (
    <ul>
      {uses.map((use, index) => {
        const to = addressOf(use)
        const kind = known.find((one) => one === use.kind) ?? 'other'
        return (
          <li key={index}>
            {t(`holders.${kind}`)}
            {use.title !== '' && ': '}
            {to === null || !use.shown ? use.title : <Link to={to}>{use.title}</Link>}
            {!use.shown && ` (${t('notShown')})`}
          </li>
        )
      })}
    </ul>
  )
}

function ItemFacts({ item }: { item: ShownItem }) {
  const t = useOfficeT('media')
  const language = useLanguage()
  const isRecording = item.kind === 'video' || item.kind === 'audio'
  return (
    <Facts
      items={[
        { label: t('facts.kind'), value: t(`kinds.${item.kind}`) },
        ...(item.bytes > 0 ? [{ label: t('facts.size'), value: sizeText(item.bytes, language) }] : []),
        ...(item.durationSeconds === null
          ? []
          : [{ label: t('facts.duration'), value: lengthText(item.durationSeconds) }]),
        ...(item.width === null || item.height === null
          ? []
          : [
              {
                label: t('facts.dimensions'),
                value: t('facts.dimensionsValue', { width: item.width, height: item.height }),
              },
            ]),
        ...(isRecording && item.state === 'klar'
          ? [
              {
                label: t('facts.streams'),
                value: t(item.atMux ? 'facts.atMux' : item.streamAddress === null ? 'facts.asIs' : 'facts.streamed'),
              },
            ]
          : []),
        { label: t('facts.file'), value: <span className={styles.breaks}>{item.fileName}</span> },
        { label: t('facts.organisation'), value: item.organisationName },
        { label: t('facts.uploaded'), value: formatDateTime(new Date(item.createdAt)) },
        { label: t('facts.uploadedBy'), value: item.uploadedBy ?? t('facts.nobody') },
      ]}
    />
  )
}

function LectureSection({ item }: { item: ShownItem }) {
  const t = useOfficeT('lectureMaking')
  const { lecture } = item
  // A film that came with a lecture has no draft of it until somebody edits the lecture.
  const came = lecture === null ? item.uses.find(({ kind, slug }) => kind === 'lecture' && slug !== null) : undefined
  const to = came?.slug == null ? paths.mediaLecture(item.mediaId) : paths.editLecture(came.slug)
  return (
    <Section title={t('section')}>
      <Row>
        {lecture !== null && <span className="badge badge-plain">{t(`states.${lecture.state}`)}</span>}
        <ButtonLink to={to}>{t(lecture === null && came === undefined ? 'make' : 'edit')}</ButtonLink>
        {lecture?.slug != null && lecture.state === 'publicerad' && (
          <ButtonLink to={paths.lecture(lecture.slug)} variant="quiet">
            {t('show')}
          </ButtonLink>
        )}
      </Row>
    </Section>
  )
}

function Removal({ item }: { item: ShownItem }) {
  const t = useOfficeT('media')
  return (
    <Section title={t('remove')} id="ta-bort">
      {item.uses.length > 0 ? (
        <>
          <p>{t('used')}</p>
          <UseList uses={item.uses} />
        </>
      ) : (
        <details>
          <summary>{t('remove')}</summary>
          <Form method="post" className="stack">
            <p>{t('removeLead')}</p>
            <Button name="intent" value="remove" variant="quiet">
              {t('removeConfirm')}
            </Button>
          </Form>
        </details>
      )}
    </Section>
  )
}

/** One file of the library: what it is, its texts, its lecture, and where it is used. */
export function MediaItemPage({
  item,
  processes,
  failed,
}: {
  item: ShownItem
  processes: boolean
  failed: ItemFailure | undefined
}) {
  const t = useOfficeT('media')
  const isRecording = item.kind === 'video' || item.kind === 'audio'
  const errors = Object.fromEntries(
    Object.entries(failed?.errors ?? {}).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  )
  const mayWorkAgain = processes && isRecording && item.address !== null && item.state !== 'behandlas'
  return (
    <Page width="wide">
      <PageHeader
        title={item.title}
        breadcrumbs={[{ label: t('title'), to: paths.media() }, { label: item.title }]}
        actions={
          item.address !== null && (
            <>
              <ButtonLink to={item.address} variant="quiet" document>
                {t(item.kind === 'file' ? 'download' : 'open')}
              </ButtonLink>
              <ButtonLink to={paths.newMedia(`?ersatt=${item.mediaId}`)} variant="quiet">
                {t('replace')}
              </ButtonLink>
            </>
          )
        }
      />
      <FormErrorSummary errors={errors} />
      {failed !== undefined && failed.uses.length > 0 && (
        <div role="alert">
          <Notice tone="granite">
            <p>{t('used')}</p>
            <UseList uses={failed.uses} />
          </Notice>
        </div>
      )}
      <Grid columns="main">
        <Stack>
          <div>
            <StateLine item={item} />
          </div>
          <MediaPreview item={item} />
          {isRecording && !processes && !item.atMux && <Notice>{t('noFfmpeg')}</Notice>}
          {mayWorkAgain && (item.state === 'fel' || item.streamAddress === null) && (
            <Form method="post">
              <Button name="intent" value="again" variant="quiet">
                {t(item.state === 'fel' ? 'again' : 'makeStreams')}
              </Button>
            </Form>
          )}
          {isRecording && <TrackSection item={item} errors={failed?.trackErrors ?? []} />}
          {item.kind === 'video' && <LectureSection item={item} />}
          <Section title={t('places')}>
            {item.uses.length === 0 ? <p>{t('noPlaces')}</p> : <UseList uses={item.uses} />}
          </Section>
        </Stack>
        <Stack>
          <ItemFacts item={item} />
          <DescribeForm item={item} errors={errors} />
          <Removal item={item} />
        </Stack>
      </Grid>
    </Page>
  )
}
