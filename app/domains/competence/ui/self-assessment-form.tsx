import { Form } from '@remix-run/react'
import { useStudyT } from '~/i18n/use-study-t'
import { Button, Notice, Section, SelectField, Stack } from '~/shared/ui'
import { levels } from '../model'
import type { ToldArea } from '../tell'
import { useLevelName } from './competence-card'
import styles from './profile.module.css'

/** The own view of every level, one list for each competence, filled with what was said last. */
export function SelfAssessmentForm({ areas, failed }: { areas: readonly ToldArea[]; failed: boolean }) {
  const t = useStudyT('competence')
  const nameOf = useLevelName()
  const options = [
    { value: '', label: t('assess.keep') },
    { value: '0', label: t('assess.none') },
    ...levels.map((level) => ({ value: String(level), label: t('assess.option', { level, name: nameOf(level) }) })),
  ]
  return (
    <Section id="sjalvskattning" title={t('assess.title')}>
      <p>{t('assess.lead')}</p>
      {failed && (
        <Notice tone="granite" live>
          {t('assess.failed')}
        </Notice>
      )}
      <details className={styles.disclosure} open={failed}>
        <summary>{t('assess.open')}</summary>
        <Form method="post">
          {areas.map((area) => (
            <fieldset key={area.code} className={styles.group}>
              <legend>
                {area.code} {area.name}
              </legend>
              <div className={styles.questions}>
                {area.competences.map((competence) => (
                  <SelectField
                    key={competence.code}
                    name={`niva-${competence.code}`}
                    label={`${competence.code} ${competence.name}`}
                    options={options}
                    defaultValue={competence.self === null ? '' : String(competence.self.level)}
                  />
                ))}
              </div>
            </fieldset>
          ))}
          <Stack>
            <div>
              <Button name="intent" value="assess">
                {t('assess.save')}
              </Button>
            </div>
          </Stack>
        </Form>
      </details>
    </Section>
  )
}
