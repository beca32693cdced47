import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { ButtonLink, Notice, Page, PageHeader, Stack } from '~/shared/ui'
import { ProjectTabs } from '~/shared/ui/project-tabs'
import type { StepAnswer, StepPage } from './import-page'
import { PreviewView } from './preview-view'
import { ResultView } from './result-view'

/** One import: its preview while it waits, its result when it is applied, or that its rows are gone. */
export function StepView({ page, answer }: { page: StepPage; answer: StepAnswer | undefined }) {
  const t = useOfficeT('participantImport')
  const { head } = page
  const named = { file: head.fileName, project: head.projectName, diarienr: head.diarienr }
  const [title, lead] = headingOf()
  return (
    <Page width="wide">
      <PageHeader
        title={title}
        lead={lead}
        breadcrumbs={[
          { label: t('back'), to: paths.participants(`?projekt=${head.diarienr}`) },
          { label: t('title'), to: paths.participantImport(`?projekt=${head.diarienr}`) },
          { label: head.fileName },
        ]}
      />
      <Stack gap="l">
        <ProjectTabs diarienr={head.diarienr} current="participants" />
        {page.step === 'preview' && <PreviewView head={head} preview={page.preview} answer={answer} />}
        {page.step === 'result' && <ResultView head={head} result={page.result} undone={page.undone} answer={answer} />}
        {page.step === 'gone' && (
          <Stack>
            <Notice tone="granite">{answer?.message ?? t('preview.gone')}</Notice>
            <div>
              <ButtonLink to={paths.participantImport(`?projekt=${head.diarienr}`)}>{t('result.again')}</ButtonLink>
            </div>
          </Stack>
        )}
      </Stack>
    </Page>
  )

  function headingOf(): [string, string] {
    if (page.step === 'result' && page.undone)
      return [t('result.titleUndone'), t('result.leadUndone', { ...named, at: head.undoneAt ?? '' })]
    if (page.step === 'result')
      return [t('result.title'), t('result.lead', { ...named, at: head.appliedAt ?? '', who: head.actorName })]
    return [t('preview.title'), t('preview.lead', { ...named, count: head.rowCount })]
  }
}
