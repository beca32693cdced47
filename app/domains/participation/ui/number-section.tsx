import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { Button, Card, DataTable, Notice, SelectField, Stack, TextField } from '~/shared/ui'
import type { RecordAnswer, RecordPage } from './record-page'
import styles from './table.module.css'

/** The masked numbers of a participant; the office opens one at a time with a reason, and adds new ones. */
export function NumberSection({ record, answer }: { record: RecordPage; answer: RecordAnswer | undefined }) {
  const t = useOfficeT('participants')
  const { numbers, may } = record
  return (
    <Card as="section">
      <h2>{t('number.title')}</h2>
      <p className="small">{t('number.lead')}</p>
      {numbers.length === 0 ? <p>{t('number.none')}</p> : <Numbers record={record} />}
      {answer?.revealed !== undefined && (
        <Notice tone="lichen" live>
          <p>
            <strong>{t('number.revealed', { number: answer.revealed })}</strong>
          </p>
        </Notice>
      )}
      {may.revealNumber && numbers.length > 0 && (
        <RevealForm record={record} answer={answer?.intent === 'reveal' ? answer : undefined} />
      )}
      {may.addNumber && <AddForm answer={answer?.intent === 'number' ? answer : undefined} />}
    </Card>
  )
}

function Numbers({ record }: { record: RecordPage }) {
  const t = useOfficeT('participants')
  return (
    <DataTable caption={t('number.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('number.value')}</th>
          <th scope="col">{t('number.kind')}</th>
          <th scope="col">{t('number.since')}</th>
          <th scope="col">{t('number.state')}</th>
        </tr>
      </thead>
      <tbody>
        {record.numbers.map((number) => (
          <tr key={number.identityNumberId}>
            <th scope="row" className={styles.nowrap}>
              {number.masked}
            </th>
            <td>{t(`number.${number.kind}`)}</td>
            <td className={styles.nowrap}>{number.addedOn}</td>
            <td>
              {number.replacedBy === null
                ? t('number.current')
                : t('number.replaced', {
                    on: number.replacedBy.on,
                    kind: t(`number.short.${number.replacedBy.kind}`),
                    number: number.replacedBy.masked,
                  })}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function RevealForm({ record, answer }: { record: RecordPage; answer: RecordAnswer | undefined }) {
  const t = useOfficeT('participants')
  const [first] = record.numbers
  return (
    <Form method="post" key={answer?.revealed === undefined ? 'ask' : 'asked'}>
      <Stack>
        {record.numbers.length > 1 ? (
          <SelectField
            label={t('number.which')}
            name="identityNumberId"
            defaultValue={answer?.values['identityNumberId'] ?? first?.identityNumberId}
            options={record.numbers.map((number) => ({ value: number.identityNumberId, label: number.masked }))}
          />
        ) : (
          <input type="hidden" name="identityNumberId" value={first?.identityNumberId} />
        )}
        <TextField
          label={t('number.reason')}
          name="reason"
          hint={t('number.reasonHint')}
          error={answer?.errors['reason']}
          defaultValue={answer?.values['reason']}
          maxLength={300}
          autoComplete="off"
        />
        <div>
          <Button name="intent" value="reveal" variant="quiet">
            {t('number.reveal')}
          </Button>
        </div>
      </Stack>
    </Form>
  )
}

function AddForm({ answer }: { answer: RecordAnswer | undefined }) {
  const t = useOfficeT('participants')
  return (
    <Form method="post">
      <Stack>
        <h3>{t('number.add')}</h3>
        <TextField
          label={t('number.addLabel')}
          name="number"
          hint={t('number.addHint')}
          error={answer?.errors['number']}
          defaultValue={answer?.values['number']}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
        />
        <div>
          <Button name="intent" value="number" variant="quiet">
            {t('number.save')}
          </Button>
        </div>
      </Stack>
    </Form>
  )
}
