import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import {
  Button,
  ButtonLink,
  FormErrorSummary,
  Page,
  PageHeader,
  Row,
  SelectField,
  TextArea,
  TextField,
} from '~/shared/ui'
import { meetingModes } from '../../activity/model'
import type { OccasionFields } from '../../activity/occasion-form'
import styles from './making.module.css'
import { RowField, RowSelect } from './row-field'

export interface OccasionDraft {
  fields: OccasionFields
  /** How many rows of meetings the form has. */
  rows: number
  activity: { slug: string; title: string }
  /** Null for a new occasion. */
  occasionId: string | null
}

function MeetingRow({ fields, row }: { fields: OccasionFields; row: number }) {
  const t = useOfficeT('making')
  const calendar = useT('calendar')
  return (
    <fieldset className={`fieldset ${styles['meeting'] ?? ''}`}>
      <legend>{t('occasion.meeting', { number: row + 1 })}</legend>
      <input type="hidden" name="meetingId" value={fields.meetingId[row] ?? ''} />
      <div className={styles['three']}>
        <RowField label={t('occasion.day')} row={row} name="day" type="date" defaultValue={fields.day[row] ?? ''} />
        <RowField label={t('occasion.from')} row={row} name="from" type="time" defaultValue={fields.from[row] ?? ''} />
        <RowField label={t('occasion.to')} row={row} name="to" type="time" defaultValue={fields.to[row] ?? ''} />
        <RowField
          label={t('occasion.break')}
          row={row}
          name="breakMinutes"
          inputMode="numeric"
          defaultValue={fields.breakMinutes[row] ?? '0'}
        />
        <RowSelect
          label={t('occasion.mode')}
          row={row}
          name="mode"
          defaultValue={fields.mode[row] ?? 'plats'}
          options={meetingModes.map((mode) => ({ value: mode, label: calendar(`modes.${mode}`) }))}
        />
        <RowField label={t('occasion.place')} row={row} name="place" defaultValue={fields.place[row] ?? ''} />
        <RowField
          label={t('occasion.link')}
          row={row}
          name="onlineUrl"
          type="url"
          defaultValue={fields.onlineUrl[row] ?? ''}
        />
        <RowField label={t('occasion.name')} row={row} name="title" defaultValue={fields.title[row] ?? ''} />
      </div>
    </fieldset>
  )
}

function Moment({
  label,
  name,
  fields,
  error,
}: {
  label: string
  name: 'opens' | 'closes'
  fields: OccasionFields
  error: string | undefined
}) {
  const t = useOfficeT('making')
  return (
    <div className={styles['three']}>
      <TextField label={label} name={`${name}Day`} type="date" defaultValue={fields[`${name}Day`]} error={error} />
      <TextField label={t('occasion.clock')} name={`${name}Time`} type="time" defaultValue={fields[`${name}Time`]} />
    </div>
  )
}

/** The maker's form of an occasion, new or stored, with its meetings. */
export function OccasionFormPage({ draft, errors }: { draft: OccasionDraft; errors: Record<string, string> }) {
  const t = useOfficeT('making')
  const calendar = useT('calendar')
  const common = useT('common')
  const { fields, activity, occasionId } = draft
  const title = occasionId === null ? t('occasion.newTitle') : t('occasion.editTitle')
  return (
    <Page>
      <PageHeader
        breadcrumbs={[
          { label: calendar('title'), to: paths.calendar() },
          { label: activity.title, to: paths.activity(activity.slug) },
          { label: title },
        ]}
        title={title}
      />
      <div className={styles['form']}>
        <FormErrorSummary errors={errors} />
        <Form method="post" className={styles['form']} noValidate>
          <fieldset className={styles['group']}>
            <legend>{t('occasion.meetings')}</legend>
            <p className="small">
              {t('occasion.meetingsHint')} {t('occasion.linkHint')}
            </p>
            {Array.from({ length: draft.rows }, (_, row) => (
              <MeetingRow key={row} fields={fields} row={row} />
            ))}
            <Row>
              <Button variant="quiet" name="intent" value="row">
                {t('occasion.row')}
              </Button>
            </Row>
            {occasionId === null && (
              <div className={styles['three']}>
                <TextField
                  label={t('occasion.repeat')}
                  name="repeat"
                  inputMode="numeric"
                  defaultValue={fields.repeat}
                  hint={t('occasion.repeatHint')}
                  error={errors['repeat']}
                />
                <SelectField
                  label={t('occasion.repeatAs')}
                  name="repeatAs"
                  defaultValue={fields.repeatAs}
                  options={[
                    { value: 'traffar', label: t('occasion.repeatMeetings') },
                    { value: 'tillfallen', label: t('occasion.repeatOccasions') },
                  ]}
                />
              </div>
            )}
          </fieldset>
          <fieldset className={styles['group']}>
            <legend>{t('occasion.seats')}</legend>
            <TextField
              label={t('occasion.capacity')}
              name="capacity"
              inputMode="numeric"
              defaultValue={fields.capacity}
              hint={t('occasion.capacityHint')}
              error={errors['capacity']}
            />
            <Moment label={t('occasion.opens')} name="opens" fields={fields} error={errors['opensDay']} />
            <Moment label={t('occasion.closes')} name="closes" fields={fields} error={errors['closesDay']} />
            <TextArea
              label={t('occasion.leaders')}
              name="leaders"
              defaultValue={fields.leaders}
              hint={t('occasion.leadersHint')}
              error={errors['leaders']}
            />
            <TextArea
              label={t('occasion.materials')}
              name="materials"
              defaultValue={fields.materials}
              hint={t('occasion.materialsHint')}
              error={errors['materials']}
            />
          </fieldset>
          <Row>
            <Button name="intent" value="save">
              {t('save')}
            </Button>
            <ButtonLink to={paths.activity(activity.slug)} variant="quiet">
              {common('cancel')}
            </ButtonLink>
          </Row>
        </Form>
        {occasionId !== null && (
          <Form method="post" className={styles['group']}>
            <h2>{t('occasion.cancelTitle')}</h2>
            <p>{t('occasion.cancelText')}</p>
            <TextField
              label={t('occasion.reason')}
              name="reason"
              defaultValue={fields.reason}
              maxLength={500}
              error={errors['reason']}
            />
            <Row>
              <Button variant="quiet" name="intent" value="cancel">
                {t('occasion.cancel')}
              </Button>
            </Row>
          </Form>
        )}
      </div>
    </Page>
  )
}
