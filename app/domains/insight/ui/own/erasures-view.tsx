import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import {
  Button,
  Card,
  DataTable,
  EmptyState,
  FormErrorSummary,
  Grid,
  Notice,
  Page,
  PageHeader,
  Row,
  Section,
  Stack,
  TextField,
} from '~/shared/ui'
import styles from './own.module.css'

export interface ErasuresPage {
  waiting: { requestId: string; name: string; askedOn: string; isHeld: boolean; stays: string[] }[]
  decided: { requestId: string; name: string; askedOn: string; state: string; decidedOn: string; reason: string }[]
}

export interface ErasuresAnswer {
  requestId: string
  reason: string
  errors: Record<string, string>
}

type Answered = { answer: ErasuresAnswer | undefined }

/** The office's work list: who asks for erasure, what must stay of them, and the decision. */
export function ErasuresView({ page, answer }: { page: ErasuresPage } & Answered) {
  const t = useOfficeT('erasure')
  const project = useOfficeT('project')
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: project('title'), to: paths.project() }, { label: t('title') }]}
        title={t('title')}
        lead={t('lead')}
      />
      <Stack gap="l">
        <FormErrorSummary errors={answer?.errors} />
        {page.waiting.length + page.decided.length === 0 ? (
          <EmptyState title={t('none')}>
            <p>{t('noneText')}</p>
          </EmptyState>
        ) : (
          <Section title={t('waiting')}>
            {page.waiting.length === 0 && <p>{t('noWaiting')}</p>}
            <Stack>
              {page.waiting.map((one) => (
                <Decide
                  key={one.requestId}
                  one={one}
                  answer={answer?.requestId === one.requestId ? answer : undefined}
                />
              ))}
            </Stack>
          </Section>
        )}
        {page.decided.length > 0 && <Decided decided={page.decided} />}
      </Stack>
    </Page>
  )
}

function Decide({ one, answer }: { one: ErasuresPage['waiting'][number] } & Answered) {
  const t = useOfficeT('erasure')
  const [reason, password] = [`reason-${one.requestId}`, `password-${one.requestId}`]
  return (
    <Card as="article">
      <h3>{one.name}</h3>
      <p className="small">{t('askedOn', { day: one.askedOn })}</p>
      <p>{one.stays.length === 0 ? t('staysNone') : t('stays', { list: one.stays.join(', ') })}</p>
      {one.isHeld && (
        <Notice tone="lichen">
          <p>{t('held')}</p>
        </Notice>
      )}
      <Form method="post">
        <input type="hidden" name="requestId" value={one.requestId} />
        <Stack>
          <Grid columns={2}>
            <TextField
              label={t('reason')}
              hint={t('reasonHint')}
              name={reason}
              defaultValue={answer?.reason ?? ''}
              error={answer?.errors[reason]}
              maxLength={300}
              autoComplete="off"
            />
            <TextField
              label={t('password')}
              hint={t('forGood')}
              name={password}
              type="password"
              autoComplete="current-password"
              error={answer?.errors[password]}
            />
          </Grid>
          <Row>
            {!one.isHeld && (
              <Button name="intent" value="grant">
                {t('grant')}
              </Button>
            )}
            <Button name="intent" value="deny" variant="quiet">
              {t('deny')}
            </Button>
          </Row>
        </Stack>
      </Form>
    </Card>
  )
}

const states = ['begard', 'beviljad', 'nekad', 'atertagen'] as const

function Decided({ decided }: { decided: ErasuresPage['decided'] }) {
  const t = useOfficeT('erasure')
  return (
    <Section title={t('decided')}>
      <DataTable caption={t('decided')}>
        <thead>
          <tr>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('asked')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('day')}</th>
            <th scope="col">{t('why')}</th>
          </tr>
        </thead>
        <tbody>
          {decided.map((one) => (
            <tr key={one.requestId}>
              <th scope="row">{one.name}</th>
              <td className={styles.nowrap}>{one.askedOn}</td>
              <td>{t(`states.${states.find((name) => name === one.state) ?? 'begard'}`)}</td>
              <td className={styles.nowrap}>{one.decidedOn}</td>
              <td>{one.reason}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}
