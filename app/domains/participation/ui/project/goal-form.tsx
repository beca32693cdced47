import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Button, Card, Grid, Row, SelectField, Stack, TextField } from '~/shared/ui'
import { goalMeasures } from '../../project/model'
import type { PartnerAnswer, PartnerPage } from './partner-page'

const levels = ['1', '2', '3', '4'] as const

/** Adds a goal, or changes the one that the address names. */
export function GoalForm({ page, answer }: { page: PartnerPage; answer: PartnerAnswer | undefined }) {
  const t = useOfficeT('partner')
  const words = useT('common')
  const { editing } = page
  const values = { ...editing?.values, ...answer?.values }
  const codes = answer?.competenceCodes ?? editing?.values.competenceCodes ?? []
  const errors = answer?.errors ?? {}
  const listed = new Set(page.areas.map(({ code }) => code))
  const choices = [...page.areas, ...codes.flatMap((code) => (listed.has(code) ? [] : [{ code, name: '' }]))]
  return (
    <Card>
      <h3 id="mal">{t(editing === null ? 'addGoal' : 'changeGoal')}</h3>
      <Form method="post" key={`${editing?.localGoalId ?? ''} ${page.goals.length}`}>
        {editing !== null && <input type="hidden" name="localGoalId" value={editing.localGoalId} />}
        <Stack>
          <TextField
            label={t('goal.wording')}
            name="wording"
            hint={t('goal.wordingHint')}
            error={errors['wording']}
            defaultValue={values.wording ?? ''}
            maxLength={300}
          />
          <Grid columns={2}>
            <SelectField
              label={t('goal.measure')}
              name="measure"
              error={errors['measure']}
              defaultValue={values.measure ?? 'deltagare'}
              options={goalMeasures.map((value) => ({ value, label: t(`goal.measures.${value}`) }))}
            />
            <TextField
              label={t('goal.target')}
              name="target"
              error={errors['target']}
              defaultValue={values.target ?? ''}
              inputMode="numeric"
              maxLength={7}
            />
            <TextField
              label={t('goal.dueOn')}
              name="dueOn"
              hint={t('goal.dueHint')}
              error={errors['dueOn']}
              defaultValue={values.dueOn ?? ''}
              inputMode="numeric"
              maxLength={12}
            />
            <SelectField
              label={t('goal.level')}
              name="level"
              hint={t('goal.levelHint')}
              error={errors['level']}
              defaultValue={values.level ?? ''}
              options={[
                { value: '', label: t('goal.levelAny') },
                ...levels.map((value) => ({ value, label: `${value} ${words(`level.${value}`)}` })),
              ]}
            />
          </Grid>
          <fieldset className="fieldset">
            <legend>{t('goal.competences')}</legend>
            <p className="small">{t('goal.competencesHint')}</p>
            {errors['competenceCodes'] && <p className="field-error">{errors['competenceCodes']}</p>}
            {choices.map(({ code, name }) => (
              <div className="choice" key={code}>
                <input
                  type="checkbox"
                  id={`kompetens-${code}`}
                  name="competenceCodes"
                  value={code}
                  defaultChecked={codes.includes(code)}
                />
                <label htmlFor={`kompetens-${code}`}>
                  {code} {name}
                </label>
              </div>
            ))}
          </fieldset>
          <Row>
            <Button name="intent" value="goal" variant={editing === null ? 'quiet' : 'primary'}>
              {t(editing === null ? 'addGoal' : 'save')}
            </Button>
            {editing !== null && (
              <Link to={paths.partner(page.project.diarienr, page.partner.slug)}>{t('cancel')}</Link>
            )}
          </Row>
        </Stack>
      </Form>
    </Card>
  )
}

/** A row a goal: change it, close it or open it again. */
export function GoalActions({ page }: { page: PartnerPage }) {
  const t = useOfficeT('partner')
  if (page.goals.length === 0) return null
  return (
    <Card>
      <h3>{t('actions')}</h3>
      <ul className="plain-list">
        {page.goals.map((goal) => (
          <li key={goal.localGoalId}>
            <Form method="post">
              <input type="hidden" name="localGoalId" value={goal.localGoalId} />
              <Row between>
                <span>{goal.wording}</span>
                <Row>
                  <Link
                    to={paths.partner(page.project.diarienr, page.partner.slug, `?mal=${goal.localGoalId}#mal`)}
                    aria-label={t('changeNamed', { goal: goal.wording })}
                  >
                    {t('change')}
                  </Link>
                  <button
                    className="link-button"
                    name="intent"
                    value={goal.closedOn === null ? 'close' : 'reopen'}
                    aria-label={t(goal.closedOn === null ? 'closeNamed' : 'reopenNamed', { goal: goal.wording })}
                  >
                    {t(goal.closedOn === null ? 'close' : 'reopen')}
                  </button>
                </Row>
              </Row>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  )
}
