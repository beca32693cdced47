import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, Card, CheckboxField, Grid, Notice, Row, Section, Stack } from '~/shared/ui'
import type { PreviewPage } from '../../import/preview-page'
import type { ImportHead, StepAnswer } from './import-page'
import { MappingForm } from './mapping-form'
import { PreviewRows } from './preview-rows'

export function PreviewView(props: { head: ImportHead; preview: PreviewPage; answer: StepAnswer | undefined }) {
  const { head, preview, answer } = props
  const t = useOfficeT('participantImport')
  const asked = preview.questions.length
  return (
    <Stack gap="l">
      {answer && (
        <Notice tone="granite" live>
          {answer.message}
        </Notice>
      )}
      {head.twinAppliedAt !== null && <Notice>{t('preview.twin', { at: head.twinAppliedAt })}</Notice>}
      {preview.missing.length > 0 && (
        <Notice tone="granite">
          {t('columns.missing', { fields: preview.missing.map((field) => t(`field.${field}`)).join(', ') })}
        </Notice>
      )}
      <Section title={t('preview.counts')}>
        <Counts counts={preview.counts} />
        {asked > 0 && <p>{t('preview.asked', { count: asked })}</p>}
      </Section>
      <MappingForm head={head} preview={preview} />
      <ApplyForms head={head} preview={preview} />
      <PreviewRows head={head} preview={preview} />
    </Stack>
  )
}

export function Counts({ counts }: { counts: PreviewPage['counts'] }) {
  const t = useOfficeT('participantImport')
  const language = useLanguage()
  return (
    <dl className="facts">
      {(['skapad', 'andrad', 'oforandrad', 'avvisad'] as const).map((outcome) => (
        <div key={outcome}>
          <dt>{t(`preview.${outcome}`)}</dt>
          <dd>{formatNumber(counts[outcome], language)}</dd>
        </div>
      ))}
    </dl>
  )
}

function ApplyForms({ head, preview }: { head: ImportHead; preview: PreviewPage }) {
  const t = useOfficeT('participantImport')
  const { counts, questions } = preview
  const good = counts.skapad + counts.andrad + counts.oforandrad
  const refused = counts.avvisad - questions.length
  return (
    <Section title={t('apply.title')}>
      <Grid columns="main">
        <Form method="post">
          <Stack>
            {questions.length > 0 && (
              <fieldset className="fieldset">
                <legend>{t('apply.questions')}</legend>
                <p className="hint">{t('apply.questionsText')}</p>
                {questions.map(({ line, fileName, portalName }) => (
                  <CheckboxField
                    key={line}
                    name="confirm"
                    value={String(line)}
                    label={t('apply.question', { line, file: fileName, portal: portalName })}
                  />
                ))}
              </fieldset>
            )}
            {counts.avvisad > 0 && good + questions.length > 0 && refused > 0 && (
              <p>{t('apply.refusedStay', { count: refused })}</p>
            )}
            {good + questions.length === 0 && <p>{t('apply.nothing')}</p>}
            {good + questions.length > 0 && (
              <div>
                <Button name="intent" value="apply">
                  {good > 0 ? t('apply.submit', { count: good }) : t('apply.submitAnswers')}
                </Button>
              </div>
            )}
          </Stack>
        </Form>
        <Card>
          <p className="small">{t('preview.until', { day: head.until })}</p>
          <Row>
            {counts.avvisad > 0 && (
              <ButtonLink to={paths.participantImportRefused(head.importId)} variant="quiet" document>
                {t('apply.download')}
              </ButtonLink>
            )}
            <Form method="post">
              <Button name="intent" value="give-up" variant="quiet">
                {t('apply.giveUp')}
              </Button>
            </Form>
          </Row>
        </Card>
      </Grid>
    </Section>
  )
}
