import { Link } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, ButtonLink, Card, EmptyState, Grid, Page, PageHeader, Progress } from '~/shared/ui'

export interface PathCard {
  slug: string
  title: string
  summary: string
  parts: number
  minutes: number
  /** Null to visitors and to those who have not begun. */
  progress: { done: number; total: number; isDone: boolean } | null
}

/** A path in a list, with how far the reader has come. */
export function PathCardView({ path }: { path: PathCard }) {
  const t = useT('catalogue')
  const { progress } = path
  const label = progress === null ? '' : t('path.progress', { done: progress.done, total: progress.total })
  return (
    <Card as="article">
      {progress?.isDone === true && <Badge tone="ok">{t('path.finished')}</Badge>}
      <h2>
        <Link to={paths.learningPath(path.slug)}>{path.title}</Link>
      </h2>
      <p>{path.summary}</p>
      <p className="small">
        {t('path.parts', { count: path.parts })} · {t('path.atLeast', { time: formatMinutes(path.minutes) })}
      </p>
      {progress !== null && (
        <>
          <Progress value={progress.done} max={progress.total} label={label} />
          <p className="small">{label}</p>
        </>
      )}
    </Card>
  )
}

/** The learning paths of the portal. */
export function PathList({ list, mayEdit }: { list: readonly PathCard[]; mayEdit: boolean }) {
  const t = useT('catalogue')
  return (
    <Page>
      <PageHeader
        title={t('path.title')}
        lead={t('path.lead')}
        breadcrumbs={[{ label: t('courses'), to: paths.courses() }, { label: t('path.title') }]}
        actions={
          mayEdit && (
            <ButtonLink variant="quiet" to={paths.authorPaths()}>
              {t('path.edit')}
            </ButtonLink>
          )
        }
      />
      {list.length === 0 ? (
        <EmptyState title={t('path.none')} action={<ButtonLink to={paths.courses()}>{t('courses')}</ButtonLink>}>
          {t('path.noneText')}
        </EmptyState>
      ) : (
        <Grid columns={2}>
          {list.map((path) => (
            <PathCardView key={path.slug} path={path} />
          ))}
        </Grid>
      )}
    </Page>
  )
}
