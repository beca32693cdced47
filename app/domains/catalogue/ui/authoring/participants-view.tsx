import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDay } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Button, DataTable, FormErrorSummary, Notice, Section, Stack, TextArea, TextField } from '~/shared/ui'
import type { DraftHead } from '../../authoring/desk'
import { emptyCohort } from '../../cohort/form'
import type { Cohort } from '../../cohort/model'
import type { Permit } from '../../terms/permit'
import styles from './authoring.module.css'
import { CohortFieldset } from './cohort-fields'
import { DraftFrame } from './draft-frame'

/** A cohort with the seats that are taken. */
export interface CohortLine extends Pick<Cohort, 'name' | 'startsOn' | 'deadlineOn' | 'seats' | 'isClosed'> {
  cohortId: string
  leader: string | null
  taken: number
}

export interface ParticipantsPage {
  head: DraftHead
  hasDraft: boolean
  /** Null until the course is published. */
  course: { requires: boolean; invites: boolean; permits: Permit[]; cohorts: CohortLine[] } | null
}

export interface ParticipantsAnswer {
  intent: string
  errors: Record<string, string>
  typed: Record<string, string>
}

interface Part {
  answer: ParticipantsAnswer | undefined
}

/** What a form was refused with and what was typed in it, when it is this one. */
export function answerTo(answer: ParticipantsAnswer | undefined, intent: string) {
  return answer?.intent === intent ? answer : { errors: {}, typed: {} }
}

function Cohorts({ slug, cohorts, answer }: { slug: string; cohorts: readonly CohortLine[] } & Part) {
  const t = useOfficeT('courseParticipants')
  const { errors, typed }: Omit<ParticipantsAnswer, 'intent'> = answerTo(answer, 'cohort')
  return (
    <Section title={t('cohort.title')}>
      {cohorts.length === 0 ? (
        <p>{t('cohort.none')}</p>
      ) : (
        <DataTable caption={t('cohort.title')}>
          <thead>
            <tr>
              {(['name', 'startsOn', 'deadlineOn', 'seats', 'leader'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`cohort.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cohorts.map((cohort) => (
              <tr key={cohort.cohortId}>
                <th scope="row">
                  <Link to={paths.cohort(slug, cohort.cohortId)}>{cohort.name}</Link>
                  {cohort.isClosed && <span className="small"> {t('cohort.closed')}</span>}
                </th>
                <td className={styles['day']}>{cohort.startsOn ?? '–'}</td>
                <td className={styles['day']}>{cohort.deadlineOn ?? '–'}</td>
                <td>
                  {cohort.seats === null
                    ? cohort.taken
                    : t('cohort.taken', { taken: cohort.taken, seats: cohort.seats })}
                </td>
                <td>{cohort.leader ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      <Form method="post" className={styles['group']} noValidate>
        <h3>{t('cohort.new')}</h3>
        <CohortFieldset fields={{ ...emptyCohort, ...typed }} errors={errors} />
        <div>
          <Button name="intent" value="cohort">
            {t('cohort.add')}
          </Button>
        </div>
      </Form>
    </Section>
  )
}

function Dispensation({ answer }: Part) {
  const t = useOfficeT('courseParticipants')
  const { errors, typed }: Omit<ParticipantsAnswer, 'intent'> = answerTo(answer, 'dispens')
  return (
    <Form method="post" className={styles['group']} noValidate>
      <h2>{t('permits.title')}</h2>
      <p className="small">{t('permits.lead')}</p>
      <TextField
        label={t('permits.email')}
        id="field-dispens-email"
        name="email"
        type="email"
        defaultValue={typed['email']}
        error={errors['dispens-email']}
      />
      <TextField
        label={t('permits.reason')}
        id="field-dispens-reason"
        name="reason"
        hint={t('permits.reasonHint')}
        maxLength={300}
        defaultValue={typed['reason']}
        error={errors['dispens-reason']}
      />
      <div>
        <Button name="intent" value="dispens">
          {t('permits.give')}
        </Button>
      </div>
    </Form>
  )
}

function Invitation({ answer }: Part) {
  const t = useOfficeT('courseParticipants')
  const { errors, typed }: Omit<ParticipantsAnswer, 'intent'> = answerTo(answer, 'inbjudan')
  return (
    <Form method="post" className={styles['group']} noValidate>
      <h2>{t('invite.title')}</h2>
      <p className="small">{t('invite.lead')}</p>
      <TextArea
        label={t('invite.emails')}
        id="field-inbjudan-emails"
        name="emails"
        hint={t('invite.emailsHint')}
        defaultValue={typed['emails']}
        error={errors['inbjudan-emails']}
      />
      <div>
        <Button name="intent" value="inbjudan">
          {t('invite.give')}
        </Button>
      </div>
    </Form>
  )
}

function Permits({ permits }: { permits: readonly Permit[] }) {
  const t = useOfficeT('courseParticipants')
  if (permits.length === 0) return <p>{t('permits.none')}</p>
  return (
    <>
      <DataTable caption={t('permits.listTitle')}>
        <thead>
          <tr>
            {(['name', 'kind', 'reason', 'given', 'end'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`permits.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permits.map((permit) => (
            <tr key={permit.permitId}>
              <th scope="row">{permit.name}</th>
              <td>{t(`permits.kinds.${permit.kind}`)}</td>
              <td>{permit.reason}</td>
              <td className={styles['day']}>{formatDay(permit.givenAt)}</td>
              <td>
                <Form method="post">
                  <input type="hidden" name="permitId" value={permit.permitId} />
                  <Button variant="quiet" name="intent" value="end">
                    {t('permits.end')} <span className="visually-hidden">{permit.name}</span>
                  </Button>
                </Form>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="small">{t('permits.endHint')}</p>
    </>
  )
}

/** Who is let in to a course by name. */
export function ParticipantsView({ page, answer }: { page: ParticipantsPage; answer: ParticipantsAnswer | undefined }) {
  const t = useOfficeT('courseParticipants')
  const { head, hasDraft, course } = page
  return (
    <DraftFrame head={head} hasDraft={hasDraft}>
      {course === null ? (
        <Notice tone="lichen">{t('notPublished')}</Notice>
      ) : (
        <Stack gap="l">
          <p>{t('lead')}</p>
          <FormErrorSummary errors={answer?.errors ?? {}} />
          <Cohorts slug={head.slug} cohorts={course.cohorts} answer={answer} />
          {course.invites && <Invitation answer={answer} />}
          {course.requires && <Dispensation answer={answer} />}
          <Section title={t('permits.listTitle')}>
            <Permits permits={course.permits} />
          </Section>
        </Stack>
      )}
    </DraftFrame>
  )
}
