import { Form, Link, useSearchParams } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  FormErrorSummary,
  Page,
  PageHeader,
  Section,
  Stack,
  Tabs,
} from '~/shared/ui'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import { type DatesProposal, keyOfProposal } from '../../dates/rules'
import lines from '../months/lines.module.css'
import styles from '../table.module.css'

export interface ProposalsPage {
  projects: { diarienr: string; name: string }[]
  project: { diarienr: string; name: string; endsOn: string; exitAfterDays: number }
  proposals: DatesProposal[]
  count: number
}

export interface ProposalsAnswer {
  errors: Record<string, string>
}

/** Entry and exit days from attended time, to be confirmed one by one or together. */
export function ProposalsView({ page, answer }: { page: ProposalsPage; answer: ProposalsAnswer | undefined }) {
  const t = useOfficeT('participantDates')
  const tParticipants = useOfficeT('participants')
  const { project } = page
  const list = paths.participants(`?projekt=${project.diarienr}`)
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead', { project: project.name, diarienr: project.diarienr })}
        breadcrumbs={[{ label: tParticipants('title'), to: list }, { label: t('link') }]}
      />
      <Stack gap="l">
        <ProjectTabs diarienr={project.diarienr} current="participants" />
        {page.projects.length > 1 && (
          <Tabs
            label={t('project')}
            items={page.projects.map(({ diarienr, name }) => ({
              label: name,
              to: paths.participantDates(`?projekt=${diarienr}`),
              active: diarienr === project.diarienr,
            }))}
          />
        )}
        <p>{t('rule', { days: project.exitAfterDays, end: project.endsOn })}</p>
        {page.count === 0 ? (
          <EmptyState title={t('empty.title')} action={<ButtonLink to={list}>{t('empty.back')}</ButtonLink>}>
            <p>{t('empty.text')}</p>
          </EmptyState>
        ) : (
          <ProposalsForm page={page} answer={answer} />
        )}
      </Stack>
    </Page>
  )
}

function ProposalsForm({ page, answer }: { page: ProposalsPage; answer: ProposalsAnswer | undefined }) {
  const t = useOfficeT('participantDates')
  const [query] = useSearchParams()
  const all = query.get('valj') === 'alla'
  const here = `?projekt=${page.project.diarienr}`
  return (
    <Form method="post" key={`${page.project.diarienr} ${all} ${page.count}`}>
      <input type="hidden" name="project" value={page.project.diarienr} />
      <Stack>
        <FormErrorSummary errors={answer?.errors} />
        <Section
          title={t('list', { count: page.count })}
          actions={
            <Link to={paths.participantDates(all ? here : `${here}&valj=alla`)} preventScrollReset>
              {t(all ? 'chooseNone' : 'chooseAll')}
            </Link>
          }
        >
          <DataTable caption={t('list', { count: page.count })}>
            <thead>
              <tr>
                <th scope="col">{t('column.choose')}</th>
                <th scope="col">{t('column.name')}</th>
                <th scope="col">{t('column.entry')}</th>
                <th scope="col">{t('column.exit')}</th>
                <th scope="col">{t('column.act')}</th>
              </tr>
            </thead>
            <tbody>
              {page.proposals.map((proposal) => (
                <ProposalRow key={proposal.participationId} proposal={proposal} checked={all} />
              ))}
            </tbody>
          </DataTable>
          {page.count > page.proposals.length && <p className="small">{t('more', { shown: page.proposals.length })}</p>}
        </Section>
        <div>
          <Button name="intent" value="chosen" id="field-key">
            {t('chosen')}
          </Button>
        </div>
      </Stack>
    </Form>
  )
}

function ProposalRow({ proposal, checked }: { proposal: DatesProposal; checked: boolean }) {
  const t = useOfficeT('participantDates')
  const key = keyOfProposal(proposal)
  const { name, entry, exit } = proposal
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          className={lines.choice}
          name="key"
          value={key}
          defaultChecked={checked}
          aria-label={t('choose', { name })}
        />
      </td>
      <th scope="row">
        <Link to={paths.participant(proposal.participationId)}>{name}</Link>
        <div className={`small ${styles.plain}`}>{proposal.partner}</div>
      </th>
      <Day standing={proposal.entryOn} proposed={entry} title={proposal.firstTitle} />
      <Day standing={proposal.exitOn} proposed={exit} title={proposal.lastTitle} />
      <td>
        <Button name="one" value={key} variant="quiet" aria-label={t('oneFor', { name })}>
          {t('one')}
        </Button>
      </td>
    </tr>
  )
}

function Day(props: {
  standing: string | null
  proposed: DatesProposal['entry'] | DatesProposal['exit']
  title: string
}) {
  const t = useOfficeT('participantDates')
  const { standing, proposed, title } = props
  const now = t('now', { day: standing ?? t('unset') })
  if (proposed === undefined)
    return (
      <td>
        <div className={`small ${styles.nowrap}`}>{now}</div>
        <div className="small">{t('unchanged')}</div>
      </td>
    )
  return (
    <td className={styles.day}>
      <strong className={styles.nowrap}>{proposed.day}</strong>
      <div className="small">{now}</div>
      <div className="small">{t(`reason.${proposed.reason}`, { title, day: proposed.day })}</div>
    </td>
  )
}
