import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import type { MediaId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import {
  Button,
  ButtonLink,
  Notice,
  Page,
  PageHeader,
  PlaceLink,
  Row,
  SelectField,
  TextArea,
  TextField,
} from '~/shared/ui'
import { lengthText } from '~/shared/video'
import type { LectureFault, LectureTyped } from '../../media/lecture-form'
import type { LectureState } from '../../media/model'
import { ActivityTopics } from '../activity/activity-topics'
import { type Choice, RowField, RowSelect } from '../activity/row-field'
import { useLanguageChoices } from './describe-form'
import { LectureQuestions } from './lecture-questions'
import { LectureSlides } from './lecture-slides'
import styles from './media.module.css'

interface LecturePlace {
  item: { mediaId: MediaId; title: string; durationSeconds: number | null }
  state: LectureState
  slug: string | null
  typed: LectureTyped
  pictures: Choice[]
  competences: Choice[]
}
interface LectureFailure {
  faults: LectureFault[]
  conflict: boolean
}

/** Where a fault is mended: a field of this form, or a page of the recording. */
function placeOf(fault: LectureFault, mediaId: MediaId): string {
  switch (fault) {
    case 'captions':
    case 'captionFaults':
    case 'chapterFaults':
      return `${paths.mediaItem(mediaId)}#texter`
    case 'file':
    case 'duration':
      return paths.mediaItem(mediaId)
    case 'source':
      return '#field-sourceTitle'
    case 'slide':
      return '#bilder'
    default:
      return `#field-${fault}`
  }
}

function Faults({ failed, mediaId }: { failed: LectureFailure | undefined; mediaId: MediaId }) {
  const t = useOfficeT('lectureMaking')
  if (failed === undefined) return null
  return (
    <div className="form-errors" role="alert">
      <p>
        <strong>{t(failed.conflict ? 'conflict' : 'missing')}</strong>
      </p>
      <ul>
        {failed.faults.map((fault) => {
          const to = placeOf(fault, mediaId)
          const text = t(`faults.${fault}`)
          return (
            <li key={fault}>
              {to.startsWith('#') ? <PlaceLink to={to.slice(1)}>{text}</PlaceLink> : <Link to={to}>{text}</Link>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const rowsOf = (filled: readonly string[], least: number) =>
  Array.from({ length: Math.max(filled.filter((one) => one !== '').length + 1, least) }, (_, row) => row)

function Rights({ typed, pictures }: { typed: LectureTyped; pictures: Choice[] }) {
  const t = useOfficeT('lectureMaking')
  return (
    <fieldset className={styles.group}>
      <legend>{t('rights')}</legend>
      <TextField label={t('fields.licence')} name="licence" defaultValue={typed.licence} maxLength={200} />
      <SelectField
        label={t('fields.poster')}
        name="posterId"
        defaultValue={typed.posterId}
        options={[{ value: '', label: t('fields.ownPoster') }, ...pictures]}
      />
      {rowsOf(typed.sourceTitle, 2).map((row) => (
        <div key={row} className={styles.two} role="group" aria-label={t('source', { number: row + 1 })}>
          <RowField
            label={`${t('source', { number: row + 1 })}: ${t('sourceTitle').toLowerCase()}`}
            row={row}
            name="sourceTitle"
            defaultValue={typed.sourceTitle[row] ?? ''}
          />
          <RowField
            label={t('sourcePublisher')}
            row={row}
            name="sourcePublisher"
            defaultValue={typed.sourcePublisher[row] ?? ''}
          />
          <RowField label={t('sourceUrl')} row={row} name="sourceUrl" defaultValue={typed.sourceUrl[row] ?? ''} />
        </div>
      ))}
    </fieldset>
  )
}

function What({
  typed,
  durationSeconds,
  faults,
}: {
  typed: LectureTyped
  durationSeconds: number | null
  faults: readonly LectureFault[]
}) {
  const t = useOfficeT('lectureMaking')
  const languages = useLanguageChoices()
  const errorOf = (fault: LectureFault) => (faults.includes(fault) ? t(`faults.${fault}`) : undefined)
  return (
    <fieldset className={styles.group}>
      <legend>{t('what')}</legend>
      <TextField
        label={t('fields.title')}
        name="title"
        defaultValue={typed.title}
        maxLength={200}
        error={errorOf('title')}
      />
      <TextArea
        label={t('fields.summary')}
        name="summary"
        defaultValue={typed.summary}
        hint={t('fields.summaryHint')}
        rows={3}
        maxLength={600}
        error={errorOf('summary')}
      />
      <TextArea
        label={t('fields.description')}
        name="description"
        defaultValue={typed.description}
        hint={t('fields.descriptionHint')}
        rows={8}
      />
      <div className={styles.two}>
        <TextField
          label={t('fields.speaker')}
          name="speaker"
          defaultValue={typed.speaker}
          maxLength={200}
          error={errorOf('speaker')}
        />
        <TextField
          label={t('fields.recordedOn')}
          name="recordedOn"
          defaultValue={typed.recordedOn}
          error={errorOf('recordedOn')}
        />
        <SelectField
          label={t('fields.language')}
          name="language"
          defaultValue={typed.language}
          options={languages}
          error={errorOf('language')}
        />
        <TextField
          label={t('fields.minutes')}
          name="minutes"
          defaultValue={typed.minutes}
          inputMode="numeric"
          hint={
            durationSeconds === null
              ? t('fields.minutesHintUnknown')
              : t('fields.minutesHint', { length: lengthText(durationSeconds) })
          }
          error={errorOf('minutes')}
        />
      </div>
    </fieldset>
  )
}

function Competences({ typed, competences }: { typed: LectureTyped; competences: Choice[] }) {
  const t = useOfficeT('lectureMaking')
  return (
    <fieldset className={styles.group}>
      <legend>{t('about')}</legend>
      {rowsOf(typed.competence, 3).map((row) => (
        <RowSelect
          key={row}
          label={t('fields.competence', { number: row + 1 })}
          row={row}
          name="competence"
          defaultValue={typed.competence[row] ?? ''}
          options={[{ value: '', label: t('fields.none') }, ...competences]}
        />
      ))}
    </fieldset>
  )
}

/** A lecture made of a film of the library: a draft of everything, then publishing, which tells what is missing. */
export function LectureFormPage({
  item,
  state,
  slug,
  typed,
  pictures,
  competences,
  failed,
}: LecturePlace & { failed: LectureFailure | undefined }) {
  const t = useOfficeT('lectureMaking')
  const media = useOfficeT('media')
  const faults = failed?.faults ?? []
  const here = paths.mediaLecture(item.mediaId)
  const publish = paths.mediaLecture(item.mediaId, '?gor=publicera')
  return (
    <Page>
      <PageHeader
        title={t('title', { title: item.title })}
        lead={t('lead')}
        eyebrow={t(`states.${state}`)}
        breadcrumbs={[
          { label: media('title'), to: paths.media() },
          { label: item.title, to: paths.mediaItem(item.mediaId) },
          { label: t('section') },
        ]}
        actions={
          slug !== null &&
          state === 'publicerad' && (
            <ButtonLink to={paths.lecture(slug)} variant="quiet">
              {t('show')}
            </ButtonLink>
          )
        }
      />
      <Faults failed={failed} mediaId={item.mediaId} />
      <Form method="post" action={here} className={styles.form}>
        <input type="hidden" name="version" value={typed.version} />
        <What typed={typed} durationSeconds={item.durationSeconds} faults={faults} />
        <ActivityTopics fields={typed} />
        <Competences typed={typed} competences={competences} />
        <Rights typed={typed} pictures={pictures} />
        <LectureSlides typed={typed} pictures={pictures} faults={faults} />
        <LectureQuestions typed={typed} faults={faults} />
        <Row>
          <Button formAction={publish}>{t(state === 'publicerad' ? 'publishAgain' : 'publish')}</Button>
          <Button variant="quiet">{t('save')}</Button>
        </Row>
      </Form>
      {state === 'publicerad' && (
        <details>
          <summary>{t('retire')}</summary>
          <Notice>{t('retireLead')}</Notice>
          <Form method="post" action={paths.mediaLecture(item.mediaId, '?gor=avpublicera')}>
            <Button variant="quiet">{t('retire')}</Button>
          </Form>
        </details>
      )}
    </Page>
  )
}
