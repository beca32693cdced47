import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, Card, CheckboxField, DataTable, Grid, Notice, Section, Stack, TextField } from '~/shared/ui'
import { erasableKinds } from '../../own/erasable'
import styles from './own.module.css'
import type { OwnAnswer, OwnPage } from './own-page'

type Answered = { page: OwnPage; answer: OwnAnswer | undefined }

/** What the reader erases at once: each kind with how many rows there are of it. */
export function EraseTraces({ page, answer }: Answered) {
  const t = useOfficeT('own')
  const present = erasableKinds.filter((kind) => page.erasable[kind] > 0)
  return (
    <Section title={t('erase.title')}>
      <p>{t('erase.text')}</p>
      {page.isHeld && (
        <Notice tone="lichen">
          <p>{t('erase.held')}</p>
        </Notice>
      )}
      {present.length === 0 && <p>{t('erase.nothing')}</p>}
      {present.length > 0 && !page.isHeld && (
        <Card>
          <Form method="post">
            <Stack>
              <fieldset className="fieldset" id="field-kinds">
                <legend>{t('erase.choose')}</legend>
                {answer?.errors['kinds'] !== undefined && <p className="field-error">{answer.errors['kinds']}</p>}
                {present.map((kind) => (
                  <CheckboxField
                    key={kind}
                    name={kind}
                    value="ja"
                    label={t(`erase.kinds.${kind}`, { count: page.erasable[kind] })}
                    defaultChecked={answer?.kinds.includes(kind) ?? false}
                  />
                ))}
              </fieldset>
              <p className="small">{t('erase.warn')}</p>
              <TextField
                label={t('erase.password')}
                name="tracesPassword"
                type="password"
                autoComplete="current-password"
                error={answer?.errors['tracesPassword']}
              />
              <div>
                <Button name="intent" value="traces">
                  {t('erase.submit')}
                </Button>
              </div>
            </Stack>
          </Form>
        </Card>
      )}
    </Section>
  )
}

/** What goes and what must stay when the whole account is erased, and the request for it. */
export function EraseAccount({ page, answer }: Answered) {
  const t = useOfficeT('own')
  const { request } = page
  return (
    <Section title={t('whole.title')}>
      <p>{t('whole.text')}</p>
      <Grid columns={2}>
        <Card>
          <h3>{t('whole.goes')}</h3>
          <p>{t('whole.goesText')}</p>
        </Card>
        <Card>
          <h3>{t('whole.stays')}</h3>
          <p>{t(page.evidence.length === 0 ? 'whole.staysNone' : 'whole.staysText')}</p>
          <p className="small">{t('whole.always')}</p>
        </Card>
      </Grid>
      {page.evidence.length > 0 && <Evidence evidence={page.evidence} />}
      {request?.state === 'nekad' && (
        <Notice tone="lichen">
          <p>
            <strong>{t('whole.denied', { day: request.decidedOn })}</strong>
          </p>
          <p>{t('whole.reason', { reason: request.reason })}</p>
        </Notice>
      )}
      {request?.state === 'begard' ? <Waiting askedOn={request.askedOn} /> : <Ask answer={answer} />}
    </Section>
  )
}

function Evidence({ evidence }: { evidence: OwnPage['evidence'] }) {
  const t = useOfficeT('own')
  const why = { payment: 'whole.whyPayment', kept: 'whole.whyKept', held: 'whole.whyHeld' } as const
  return (
    <DataTable caption={t('whole.stays')}>
      <thead>
        <tr>
          <th scope="col">{t('whole.project')}</th>
          <th scope="col">{t('whole.entries')}</th>
          <th scope="col">{t('whole.until')}</th>
          <th scope="col">{t('whole.why')}</th>
        </tr>
      </thead>
      <tbody>
        {evidence.map((one) => (
          <tr key={one.diarienr}>
            <th scope="row">
              {one.project} ({one.diarienr})
            </th>
            <td>{one.entries}</td>
            <td className={styles.nowrap}>{one.until ?? t('whole.untilUnknown')}</td>
            <td>{t(why[one.why])}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function Waiting({ askedOn }: { askedOn: string }) {
  const t = useOfficeT('own')
  return (
    <Notice>
      <p>{t('whole.waiting', { day: askedOn })}</p>
      <Form method="post">
        <Button name="intent" value="withdraw" variant="quiet">
          {t('whole.withdraw')}
        </Button>
      </Form>
    </Notice>
  )
}

function Ask({ answer }: { answer: OwnAnswer | undefined }) {
  const t = useOfficeT('own')
  return (
    <Card>
      <Form method="post">
        <Stack>
          <Grid columns={2}>
            <TextField
              label={t('whole.confirm', { word: t('whole.word') })}
              name="confirm"
              autoComplete="off"
              maxLength={20}
              error={answer?.errors['confirm']}
            />
            <TextField
              label={t('whole.password')}
              name="askPassword"
              type="password"
              autoComplete="current-password"
              error={answer?.errors['askPassword']}
            />
          </Grid>
          <div>
            <Button name="intent" value="ask" variant="quiet">
              {t('whole.submit')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}
