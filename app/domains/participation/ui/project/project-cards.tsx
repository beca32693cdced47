import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Badge, Card, Grid, Progress } from '~/shared/ui'
import type { ShownProject } from './project-page'

/** The projects that the actor reaches; `today` is an ISO day. */
export function ProjectCards(props: { projects: readonly ShownProject[]; everyone: boolean; today: string }) {
  return (
    <Grid columns={2}>
      {props.projects.map((project) => (
        <ProjectCardView key={project.diarienr} project={project} everyone={props.everyone} today={props.today} />
      ))}
    </Grid>
  )
}

function ProjectCardView(props: { project: ShownProject; everyone: boolean; today: string }) {
  const t = useOfficeT('project')
  const language = useLanguage()
  const { project, today } = props
  const count = formatNumber(project.participants, language)
  const planned = formatNumber(project.plannedParticipants, language)
  const participants = props.everyone
    ? t('card.participants', { count, planned })
    : t('card.participantsOwn', { count: project.participants })
  return (
    <Card as="article">
      <div className="row row-between">
        <span className="small">{project.diarienr}</span>
        {today < project.startsOn ? (
          <Badge tone="plain">{t('card.coming')}</Badge>
        ) : today > project.endsOn ? (
          <Badge tone="plain">{t('card.ended')}</Badge>
        ) : (
          <Badge tone="ok">{t('card.running')}</Badge>
        )}
      </div>
      <h2>
        <Link to={paths.project(project.diarienr)}>{project.name}</Link>
      </h2>
      <p className="small">
        {project.startsOn}–{project.endsOn} · {t('card.owner', { owner: project.owner })} ·{' '}
        {t('card.partners', { count: project.partnerCount })}
      </p>
      <p>{participants}</p>
      {props.everyone && (
        <Progress value={project.participants} max={project.plannedParticipants} label={participants} />
      )}
    </Card>
  )
}
