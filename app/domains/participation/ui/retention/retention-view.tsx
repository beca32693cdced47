import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Badge, DataTable, FormErrorSummary, Notice, Page, PageHeader, Section, Stack } from '~/shared/ui'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import { commonKinds, projectKinds } from '../../retention/model'
import { countAll } from '../../retention/rules'
import styles from '../table.module.css'
import { DeleteForms, HoldForm, PaymentForm } from './retention-forms'
import type { RetentionAnswer, RetentionPage } from './retention-page'

/** What is kept of a project, by which rule and until when; what would go now, and the forms of the office. */
export function RetentionView({ page, answer }: { page: RetentionPage; answer: RetentionAnswer | undefined }) {
  const t = useOfficeT('retention')
  const project = useOfficeT('project')
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[
          { label: project('title'), to: paths.project() },
          { label: page.project.diarienr, to: paths.project(page.project.diarienr) },
          { label: t('title') },
        ]}
        title={t('title')}
        lead={t('lead', { project: page.project.name })}
      />
      <Stack gap="l">
        <ProjectTabs diarienr={page.project.diarienr} current="retention" />
        <FormErrorSummary errors={answer?.errors} />
        <Standing page={page} />
        <Section title={t('dry.title')}>
          <p className="lead">{t('dry.lead')}</p>
          <ProjectTable page={page} />
          <CommonTable page={page} />
        </Section>
        <Section title={t('rules.title')}>
          <Rules page={page} />
        </Section>
        {page.canKeep && (
          <>
            <Section title={t('decide.title')}>
              <HoldForm page={page} answer={answer} />
              <PaymentForm page={page} answer={answer} />
            </Section>
            <Section title={t('apply.title')}>
              <DeleteForms page={page} answer={answer} />
            </Section>
          </>
        )}
        <Section title={t('log.title')}>
          <Log page={page} />
        </Section>
      </Stack>
    </Page>
  )
}

function Standing({ page }: { page: RetentionPage }) {
  const t = useOfficeT('retention')
  const { readiness, keptUntil, project } = page
  const empty = countAll(page.counts) === 0
  const values = { day: keptUntil ?? '', payment: project.finalPaymentOn ?? '', reason: project.legalHoldReason ?? '' }
  return (
    <Notice tone={readiness === 'due' && !empty ? 'granite' : readiness === 'kept' || empty ? 'ok' : 'lichen'}>
      <p>
        <strong>{t(empty ? 'standing.empty' : `standing.${readiness}`, values)}</strong>
      </p>
      {!empty && <p>{t(`standing.${readiness}More`, values)}</p>}
    </Notice>
  )
}

function ProjectTable({ page }: { page: RetentionPage }) {
  const t = useOfficeT('retention')
  const due = page.readiness === 'due'
  return (
    <DataTable caption={t('dry.project')}>
      <thead>
        <tr>
          <th scope="col">{t('dry.kind')}</th>
          <th scope="col">{t('dry.held')}</th>
          <th scope="col">{t('dry.goesNow')}</th>
          <th scope="col">{t('dry.keptUntil')}</th>
        </tr>
      </thead>
      <tbody>
        {projectKinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{t(`kinds.${kind}`)}</th>
            <td>{page.counts[kind] ?? 0}</td>
            <td>{due ? (page.counts[kind] ?? 0) : 0}</td>
            <td className={styles.nowrap}>{page.keptUntil ?? t('dry.noDay')}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function CommonTable({ page }: { page: RetentionPage }) {
  const t = useOfficeT('retention')
  return (
    <DataTable caption={t('dry.common')}>
      <thead>
        <tr>
          <th scope="col">{t('dry.kind')}</th>
          <th scope="col">{t('dry.goesNow')}</th>
          <th scope="col">{t('dry.when')}</th>
        </tr>
      </thead>
      <tbody>
        {commonKinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{t(`kinds.${kind}`)}</th>
            <td>{page.common[kind]}</td>
            <td>
              {t(`dry.whenOf.${kind}`, { count: page.rules.find(({ ruleId }) => ruleId === kind)?.keepDays ?? 0 })}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

const named = ['projektunderlag', 'statsstod', ...commonKinds] as const

function Rules({ page }: { page: RetentionPage }) {
  const t = useOfficeT('retention')
  const period = ({ keepYears, keepDays }: RetentionPage['rules'][number]) =>
    keepYears === null ? t('rules.days', { count: keepDays ?? 0 }) : t('rules.years', { count: keepYears })
  return (
    <>
      <p>{t('rules.lead')}</p>
      <DataTable caption={t('rules.title')}>
        <thead>
          <tr>
            <th scope="col">{t('rules.subject')}</th>
            <th scope="col">{t('rules.period')}</th>
            <th scope="col">{t('rules.from')}</th>
            <th scope="col">{t('rules.source')}</th>
            <th scope="col">{t('rules.certainty')}</th>
          </tr>
        </thead>
        <tbody>
          {page.rules.map((rule) => {
            const name = named.find((id) => id === rule.ruleId)
            return (
              <tr key={rule.ruleId}>
                <th scope="row">{name === undefined ? rule.ruleId : t(`rules.names.${name}`)}</th>
                <td className={styles.nowrap}>{period(rule)}</td>
                <td>{name === undefined ? '–' : t(`rules.fromOf.${name}`)}</td>
                <td>{name === undefined ? rule.source : t(`rules.sources.${name}`)}</td>
                <td>
                  <Badge tone={rule.isSourced ? 'ok' : 'lichen'}>
                    {t(rule.isSourced ? 'rules.sourced' : 'rules.uncertain')}
                  </Badge>
                </td>
              </tr>
            )
          })}
        </tbody>
      </DataTable>
      <p className="small">{t('rules.longest')}</p>
      <p className="small">{t('rules.never')}</p>
    </>
  )
}

function Log({ page }: { page: RetentionPage }) {
  const t = useOfficeT('retention')
  if (page.events.length === 0) return <p>{t('log.empty')}</p>
  const kinds = [...projectKinds, ...commonKinds]
  const told = (counts: Record<string, number>) =>
    kinds
      .filter((kind) => (counts[kind] ?? 0) > 0)
      .map((kind) => `${t(`kinds.${kind}`)}: ${counts[kind] ?? 0}`)
      .join(', ')
  return (
    <DataTable caption={t('log.title')}>
      <thead>
        <tr>
          <th scope="col">{t('log.when')}</th>
          <th scope="col">{t('log.who')}</th>
          <th scope="col">{t('log.rule')}</th>
          <th scope="col">{t('log.what')}</th>
        </tr>
      </thead>
      <tbody>
        {page.events.map((event, index) => {
          const name = named.find((id) => id === event.rule)
          return (
            <tr key={`${event.happenedAt} ${index}`}>
              <td className={styles.nowrap}>{event.happenedAt}</td>
              <td>{event.actor === '' ? t('log.command') : event.actor}</td>
              <td>{name === undefined ? event.rule : t(`rules.names.${name}`)}</td>
              <td>{told(event.counts)}</td>
            </tr>
          )
        })}
      </tbody>
    </DataTable>
  )
}
