import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDateTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Button, DataTable, EmptyState, Notice, Page, PageHeader } from '~/shared/ui'

export interface UsedUpPage {
  course: { slug: string; title: string }
  people: {
    personId: string
    name: string
    lessonId: string
    lessonTitle: string
    used: number
    best: number
    lastAt: Date
  }[]
}

/** Those whose attempts are used up, and a button each that gives one more. */
export function UsedUpView({ page, refused }: { page: UsedUpPage; refused: string | undefined }) {
  const t = useOfficeT('quizzes')
  const { course, people } = page
  return (
    <Page>
      <PageHeader
        title={t('attempts.title')}
        lead={t('attempts.lead')}
        breadcrumbs={[
          { label: course.title, to: paths.course(course.slug) },
          { label: t('statistics.title'), to: paths.questionStatistics(course.slug) },
          { label: t('attempts.title') },
        ]}
      />
      {refused !== undefined && (
        <Notice tone="granite" live>
          {refused}
        </Notice>
      )}
      {people.length === 0 ? (
        <EmptyState title={t('attempts.none')}>
          <p>{t('attempts.noneText')}</p>
        </EmptyState>
      ) : (
        <DataTable caption={t('attempts.title')}>
          <thead>
            <tr>
              {(['name', 'lesson', 'used', 'best', 'last', 'give'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`attempts.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={`${person.personId}:${person.lessonId}`}>
                <th scope="row">{person.name}</th>
                <td>{person.lessonTitle}</td>
                <td>{person.used}</td>
                <td>{t('statistics.percent', { share: person.best })}</td>
                <td>{formatDateTime(person.lastAt)}</td>
                <td>
                  <Form method="post">
                    <input type="hidden" name="personId" value={person.personId} />
                    <input type="hidden" name="lessonId" value={person.lessonId} />
                    <Button variant="quiet">
                      {t('attempts.give')} <span className="visually-hidden">{person.name}</span>
                    </Button>
                  </Form>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Page>
  )
}
