import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import type { MediaId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, Notice, Page, PageHeader, PlaceLink, Row } from '~/shared/ui'
import type { LectureFault, LectureTyped } from '../../media/lecture-form'
import type { LectureState } from '../../media/model'
import type { DraftFault } from '../../questions/form'
import { ActivityTopics } from '../activity/activity-topics'
import { type Choice, RowSelect } from '../activity/row-field'
import type { BankToPick } from '../questions/bank-pick'
import { LectureQuestions } from './lecture-questions'
import { LectureRights, rowsOf } from './lecture-rights'
import { LectureSlides } from './lecture-slides'
import { LectureWhat } from './lecture-what'
import styles from './media.module.css'

interface LecturePlace {
  item: { mediaId: MediaId; title: string; durationSeconds: number | null }
  state: LectureState
  slug: string | null
  filesChanged: boolean
  typed: LectureTyped
  pictures: Choice[]
  competences: Choice[]
  bank: BankToPick
}
/** What the form came back with; nothing but `faults` stops a lecture. */
export interface LectureAnswer {
  faults: LectureFault[]
  questionFaults: DraftFault[]
  conflict: boolean
  /** The field to go on with. */
  focus: string | null
  /** What was found in the bank, when somebody asked. */
  bank: BankToPick | null
}

/** Where a fault is mended: a field of this form, or a page of the recording. */
function placeOf(fault: LectureFault, mediaId: MediaId, inQuestions: readonly DraftFault[]): string {
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
    case 'noQuestion':
      return '#kontrollfragor'
    case 'question':
      return inQuestions[0] === undefined ? '#kontrollfragor' : `#field-${inQuestions[0].field}`
    default:
      return `#field-${fault}`
  }
}

function Faults({ failed, mediaId }: { failed: LectureAnswer | undefined; mediaId: MediaId }) {
  const t = useOfficeT('lectureMaking')
  if (failed === undefined || (failed.faults.length === 0 && !failed.conflict)) return null
  return (
    <div className="form-errors" role="alert">
      <p>
        <strong>{t(failed.conflict ? 'conflict' : 'missing')}</strong>
      </p>
      <ul>
        {failed.faults.map((fault) => {
          const to = placeOf(fault, mediaId, failed.questionFaults)
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
  filesChanged,
  typed,
  pictures,
  competences,
  bank,
  failed,
}: LecturePlace & { failed: LectureAnswer | undefined }) {
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
      <div className={styles.form}>
        <Faults failed={failed} mediaId={item.mediaId} />
        {filesChanged && <Notice tone="lichen">{t('filesChanged')}</Notice>}
        <Form method="post" action={here} className={styles.form} noValidate preventScrollReset>
          <button className="visually-hidden" tabIndex={-1} aria-hidden="true">
            {t('save')}
          </button>
          <input type="hidden" name="version" value={typed.version} />
          <LectureWhat typed={typed} durationSeconds={item.durationSeconds} faults={faults} />
          <ActivityTopics fields={typed} />
          <Competences typed={typed} competences={competences} />
          <LectureRights typed={typed} pictures={pictures} />
          <LectureSlides typed={typed} pictures={pictures} faults={faults} />
          <LectureQuestions
            typed={typed}
            faults={faults}
            questionFaults={failed?.questionFaults ?? []}
            focus={failed?.focus ?? null}
            bank={failed?.bank ?? bank}
            bankIsOpen={failed?.bank != null}
          />
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
      </div>
    </Page>
  )
}
