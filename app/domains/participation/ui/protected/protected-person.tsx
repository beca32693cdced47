import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import {
  Badge,
  Button,
  Card,
  DataTable,
  FormErrorSummary,
  Grid,
  Notice,
  Page,
  PageHeader,
  RadioGroup,
  Section,
  SelectField,
  Stack,
  TextField,
} from '~/shared/ui'
import type { HandlingAnswer, HandlingPage } from './handling-page'

const kinds = ['none', 'marked', 'protected'] as const

/** What a named handler does for one person: sets and lifts the protection, opens name and number, adds a number. */
export function ProtectedPersonView({ page, answer }: { page: HandlingPage; answer: HandlingAnswer | undefined }) {
  const t = useOfficeT('handling')
  const of = (intent: string) => (answer?.intent === intent ? answer : undefined)
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: t('title'), to: paths.protectedPeople() }, { label: page.title }]}
        title={page.title}
        eyebrow={<Badge tone={page.protection === 'none' ? 'plain' : 'granite'}>{t(`kind.${page.protection}`)}</Badge>}
        lead={t(page.protection === 'none' ? 'person.open' : 'person.lead')}
      />
      <Stack gap="l">
        <FormErrorSummary errors={answer?.errors} />
        {answer?.revealed !== undefined && (
          <Notice tone="lichen" live>
            <p>
              <strong>{answer.revealed}</strong>
            </p>
            <p>{t('person.once')}</p>
          </Notice>
        )}
        <Grid columns={2}>
          <ProtectionForm page={page} answer={of('protection')} />
          {page.protection !== 'none' && (
            <Stack>
              <NameForm answer={of('name')} />
              <Numbers page={page} reveal={of('reveal')} add={of('number')} />
            </Stack>
          )}
        </Grid>
        <Log page={page} />
      </Stack>
    </Page>
  )
}

function Reason(props: { name: string; answer: HandlingAnswer | undefined; label: string }) {
  const t = useOfficeT('handling')
  return (
    <TextField
      label={props.label}
      name={props.name}
      hint={t('reasonHint')}
      error={props.answer?.errors[props.name]}
      defaultValue={props.answer?.values[props.name]}
      maxLength={300}
      autoComplete="off"
    />
  )
}

function ProtectionForm({ page, answer }: { page: HandlingPage; answer: HandlingAnswer | undefined }) {
  const t = useOfficeT('handling')
  return (
    <Card as="section">
      <h2>{t('protection.title')}</h2>
      <Form method="post" key={page.protection}>
        <Stack>
          <RadioGroup
            legend={t('protection.legend')}
            name="protection"
            value={answer?.values['protection'] ?? page.protection}
            error={answer?.errors['protection']}
            options={kinds.map((kind) => ({
              value: kind,
              label: (
                <>
                  {t(`kind.${kind}`)}
                  <span className="hint"> {t(`kindHint.${kind}`)}</span>
                </>
              ),
            }))}
          />
          <Reason name="reason" answer={answer} label={t('protection.reason')} />
          <div>
            <Button name="intent" value="protection">
              {t('protection.save')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}

function NameForm({ answer }: { answer: HandlingAnswer | undefined }) {
  const t = useOfficeT('handling')
  return (
    <Card as="section">
      <h2>{t('name.title')}</h2>
      <p className="small">{t('name.lead')}</p>
      <Form method="post">
        <Stack>
          <Reason name="nameReason" answer={answer} label={t('name.reason')} />
          <div>
            <Button name="intent" value="name" variant="quiet">
              {t('name.show')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}

function Numbers(props: { page: HandlingPage; reveal: HandlingAnswer | undefined; add: HandlingAnswer | undefined }) {
  const t = useOfficeT('handling')
  const people = useOfficeT('participants')
  const { numbers } = props.page
  const labelOf = (number: HandlingPage['numbers'][number]) =>
    t('number.label', {
      kind: people(`number.${number.kind}`),
      on: number.addedOn,
      state: t(number.isCurrent ? 'number.current' : 'number.replaced'),
    })
  return (
    <Card as="section">
      <h2>{t('number.title')}</h2>
      {numbers.length === 0 ? (
        <p>{t('number.none')}</p>
      ) : (
        <Form method="post">
          <Stack>
            <SelectField
              label={t('number.which')}
              name="identityNumberId"
              defaultValue={props.reveal?.values['identityNumberId']}
              options={numbers.map((number) => ({ value: number.identityNumberId, label: labelOf(number) }))}
            />
            <Reason name="numberReason" answer={props.reveal} label={t('number.reason')} />
            <div>
              <Button name="intent" value="reveal" variant="quiet">
                {t('number.show')}
              </Button>
            </div>
          </Stack>
        </Form>
      )}
      <Form method="post">
        <Stack>
          <h3>{people('number.add')}</h3>
          <TextField
            label={people('number.addLabel')}
            name="number"
            hint={people('number.addHint')}
            error={props.add?.errors['number']}
            defaultValue={props.add?.values['number']}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
          />
          <div>
            <Button name="intent" value="number" variant="quiet">
              {people('number.save')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}

const known = [
  'protection.changed',
  'protected-name.revealed',
  'identity-number.revealed',
  'identity-number.added',
] as const

function Log({ page }: { page: HandlingPage }) {
  const t = useOfficeT('handling')
  const what = (action: string) => {
    const name = known.find((one) => one === action)
    return name === undefined ? action : t(`log.${name}`)
  }
  return (
    <Section title={t('log.title')}>
      {page.log.length === 0 ? (
        <p>{t('log.none')}</p>
      ) : (
        <DataTable caption={t('log.caption')}>
          <thead>
            <tr>
              <th scope="col">{t('log.when')}</th>
              <th scope="col">{t('log.what')}</th>
              <th scope="col">{t('log.who')}</th>
              <th scope="col">{t('log.why')}</th>
            </tr>
          </thead>
          <tbody>
            {page.log.map((event, index) => (
              <tr key={index}>
                <td>{event.at}</td>
                <td>{what(event.action)}</td>
                <td>{event.actor}</td>
                <td>{event.reason ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  )
}
