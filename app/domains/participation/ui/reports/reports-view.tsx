import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatMonth } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ButtonLink, Card, EmptyState, Notice, Page, PageHeader, Section, Stack } from '~/shared/ui'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import type { ReportsPage } from '../../reports/page'
import { FileTable } from './file-table'
import { MakeSection, type MakeAnswer } from './make-section'
import { MonthTable } from './month-table'

/** The reports of a project: what is to be done next, the months, every file and the template. */
export function ReportsView({ view, answer }: { view: ReportsPage; answer: MakeAnswer | undefined }) {
  const t = useOfficeT('reports')
  const { project } = view
  return (
    <Page width="wide">
      <PageHeader title={t('title')} eyebrow={`${project.name} · ${project.diarienr}`} lead={t('lead')} />
      <ProjectTabs diarienr={project.diarienr} current="reports" />
      {view.months.length === 0 ? (
        <EmptyState title={t('none.title')}>
          <p>{t('none.text')}</p>
        </EmptyState>
      ) : (
        <>
          {view.make === null ? <Next view={view} /> : <MakeSection view={view} make={view.make} answer={answer} />}
          <Section title={t('months.title')}>
            <MonthTable view={view} />
          </Section>
          <Section title={t('files.title')}>
            <FileTable view={view} />
          </Section>
        </>
      )}
      <Section title={t('template.title')} id="mall">
        <Template view={view} />
      </Section>
    </Page>
  )
}

function Next({ view }: { view: ReportsPage }) {
  const t = useOfficeT('reports')
  const language = useLanguage()
  const { next, project, mayMake } = view
  if (next === null) {
    const waiting = view.months.some(({ wanted }) => wanted)
    return (
      <Section title={t('next.title')}>
        <Notice tone="ok">
          <p>{t(waiting ? 'next.locked' : 'next.done')}</p>
        </Notice>
      </Section>
    )
  }
  const month = formatMonth(next.month, language)
  const words = t(next.valid === null ? 'next.make' : 'next.again', { month })
  return (
    <Section title={t('next.title')}>
      <Card>
        <p>{t('next.due', { day: next.dueOn })}</p>
        {mayMake ? (
          <div>
            <ButtonLink to={paths.reports(project.diarienr, `?manad=${next.month}`)}>{words}</ButtonLink>
          </div>
        ) : (
          <p>{words}</p>
        )}
      </Card>
    </Section>
  )
}

function Template({ view }: { view: ReportsPage }) {
  const t = useOfficeT('reports')
  const { template, problems } = view.template
  return (
    <Stack>
      {problems.length > 0 && (
        <Notice tone="granite">
          <p>{template === null ? t('template.missing') : t('template.broken', { version: template.version })}</p>
          <ul>
            {problems.map(({ place, message, remedy }) => (
              <li key={`${place} ${message}`}>
                <code>{place}</code>: {message} {remedy}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {template !== null && (
        <>
          <p>
            {t('template.text', {
              name: template.template,
              version: template.version,
              columns: template.columns.map(({ heading }) => heading).join(', '),
            })}
          </p>
          <p className="small">{template.source}</p>
          <ul className="plain-list small">
            {(['woman', 'man'] as const).map((gender) => {
              const { code, confirmed, source } = template.protectedCode[gender]
              return (
                <li key={gender}>
                  {t(gender === 'woman' ? 'template.codeWoman' : 'template.codeMan', { code })}{' '}
                  {t(confirmed ? 'template.confirmed' : 'template.inference', { source })}
                </li>
              )
            })}
          </ul>
        </>
      )}
      <p className="small">{t('template.where')}</p>
    </Stack>
  )
}
