import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDay } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Button, DataTable, FormErrorSummary, Page, PageHeader, Row, Section, Stack } from '~/shared/ui'
import type { CohortFields } from '../../cohort/form'
import styles from './authoring.module.css'
import { CohortFieldset } from './cohort-fields'

export interface CohortPage {
  course: { slug: string; title: string }
  name: string
  isClosed: boolean
  /** Null to whoever leads the cohort but does not make the course. */
  fields: CohortFields | null
  taken: number
  members: { personId: string; name: string; done: number; total: number; finishedAt: Date | null }[]
}

function Members({ page }: { page: CohortPage }) {
  const t = useOfficeT('courseParticipants')
  const { members, taken } = page
  const hidden = taken - members.length
  return (
    <Section title={t('members.title')}>
      <p className="small">{t('members.lead')}</p>
      {members.length === 0 ? (
        <p>{t(taken === 0 ? 'members.none' : 'members.noneSeen')}</p>
      ) : (
        <DataTable caption={t('members.title')}>
          <thead>
            <tr>
              {(['name', 'done', 'finished'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`members.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.personId}>
                <th scope="row">{member.name}</th>
                <td>{t('members.progress', { done: member.done, total: member.total })}</td>
                <td className={styles['day']}>{member.finishedAt === null ? '–' : formatDay(member.finishedAt)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {hidden > 0 && <p className="small">{t('members.hidden', { count: hidden })}</p>}
    </Section>
  )
}

/** A cohort: what is decided of it, and how far those in it have come. */
export function CohortView({
  page,
  answer,
}: {
  page: CohortPage
  answer: { errors: Record<string, string>; fields: CohortFields } | undefined
}) {
  const t = useOfficeT('courseParticipants')
  const { course, fields, isClosed } = page
  return (
    <Page>
      <PageHeader
        title={page.name}
        eyebrow={course.title}
        breadcrumbs={[
          { label: course.title, to: paths.course(course.slug) },
          ...(fields === null ? [] : [{ label: t('title'), to: paths.courseParticipants(course.slug) }]),
          { label: page.name },
        ]}
      />
      <Stack gap="l">
        <Members page={page} />
        {fields !== null && (
          <>
            <FormErrorSummary errors={answer?.errors ?? {}} />
            <Form method="post" className={styles['group']} noValidate>
              <h2>{t('cohort.change')}</h2>
              <CohortFieldset fields={answer?.fields ?? fields} errors={answer?.errors ?? {}} />
              <Row>
                <Button name="intent" value="save">
                  {t('cohort.save')}
                </Button>
                <Button variant="quiet" name="intent" value={isClosed ? 'open' : 'close'}>
                  {t(isClosed ? 'cohort.open' : 'cohort.close')}
                </Button>
              </Row>
              <p className="small">{t('cohort.closeHint')}</p>
            </Form>
          </>
        )}
      </Stack>
    </Page>
  )
}
