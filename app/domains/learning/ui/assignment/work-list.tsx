import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDateTime } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, Button, DataTable, EmptyState, Page, PageHeader, SelectField, Tabs, type Tone } from '~/shared/ui'
import { type WorkState, workStates } from '../../assignment/standing'
import styles from './assignment.module.css'

export type WorkView = WorkState | 'alla'

export interface WorkListPage {
  view: WorkView
  course: string
  courses: { slug: string; title: string }[]
  counts: Record<WorkView, number>
  lines: {
    submissionId: string
    name: string
    courseTitle: string
    lessonTitle: string
    version: number
    latestAt: Date
    state: WorkState
  }[]
}

const tones: Record<WorkState, Tone> = { 'att-bedoma': 'lichen', komplettering: 'sea', pagar: 'sea', klara: 'ok' }
const views: readonly WorkView[] = [...workStates, 'alla']

/** The works within a course leader's reach, by what they wait for. */
export function WorkList({ page }: { page: WorkListPage }) {
  const t = useOfficeT('assignments')
  const { view, course, courses, counts, lines } = page
  const query = (to: WorkView) => {
    const search = new URLSearchParams()
    if (to !== 'att-bedoma') search.set('visa', to)
    if (course !== '') search.set('kurs', course)
    return search.size === 0 ? '' : `?${search.toString()}`
  }
  return (
    <Page>
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <Tabs
        label={t('list.filter')}
        items={views.map((each) => ({
          label: t(`list.states.${each}`, { count: counts[each] }),
          to: paths.submissions(query(each)),
          active: each === view,
        }))}
      />
      {courses.length > 1 && (
        <Form method="get" className={styles['filter']}>
          {view !== 'att-bedoma' && <input type="hidden" name="visa" value={view} />}
          <SelectField
            label={t('list.course')}
            name="kurs"
            defaultValue={course}
            options={[
              { value: '', label: t('list.everyCourse') },
              ...courses.map(({ slug, title }) => ({ value: slug, label: title })),
            ]}
          />
          <Button variant="quiet">{t('list.apply')}</Button>
        </Form>
      )}
      {lines.length === 0 ? (
        <EmptyState title={t('list.none')}>
          <p>{t('list.noneText')}</p>
        </EmptyState>
      ) : (
        <DataTable caption={t('list.title')}>
          <thead>
            <tr>
              {(['name', 'lesson', 'version', 'handedIn', 'state'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`list.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.submissionId}>
                <th scope="row">
                  <Link to={paths.submission(line.submissionId)}>{line.name}</Link>
                </th>
                <td>
                  {line.lessonTitle}
                  <br />
                  <span className="small">{line.courseTitle}</span>
                </td>
                <td>{line.version}</td>
                <td>{formatDateTime(line.latestAt)}</td>
                <td>
                  <Badge tone={tones[line.state]}>{t(`list.state.${line.state}`)}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Page>
  )
}
