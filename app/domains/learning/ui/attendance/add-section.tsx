import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, Card, Section, TextField } from '~/shared/ui'
import type { AttendancePage } from '../../attendance/page.server'
import styles from './attendance.module.css'
import type { AttendanceAnswer } from './person-row'

function AddPerson({ person, markId, online }: { person: AddLine; markId: string; online: boolean }) {
  const t = useOfficeT('attendance')
  return (
    <li className={styles['line']}>
      <span>
        {person.name}
        <span className="small">{person.note === null ? '' : ` – ${person.note}`}</span>
      </span>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="add-person" />
        <input type="hidden" name="personId" value={person.personId} />
        <input type="hidden" name="markId" value={markId} />
        <Button variant="quiet" disabled={!online} aria-label={t('add.addName', { name: person.name })}>
          {t('add.add')}
        </Button>
      </Form>
    </li>
  )
}

interface AddLine {
  personId: string
  name: string
  note: string | null
  markId: string
}

/** Those on the waiting list and with an application: whoever has come is added. */
export function WaitingSection({ page, online }: { page: AttendancePage; online: boolean }) {
  const t = useOfficeT('attendance')
  return (
    <Section title={t('waiting.title')}>
      {page.open && <p className="small">{t('waiting.text')}</p>}
      <ul className="plain-list">
        {page.waiting.map((person) => {
          const note = [person.employer, t(`waiting.${person.state}`)].filter((part) => part !== null).join(', ')
          if (page.open)
            return (
              <AddPerson key={person.personId} person={{ ...person, note }} markId={person.markId} online={online} />
            )
          return <li key={person.personId}>{`${person.name} – ${note}`}</li>
        })}
      </ul>
    </Section>
  )
}

export function AddSection(given: {
  page: AttendancePage
  online: boolean
  answer: AttendanceAnswer | undefined
  words: string
}) {
  const t = useOfficeT('attendance')
  const { page, online, answer, words } = given
  const failed = answer?.intent === 'add-email' ? answer : undefined
  return (
    <Section title={t('add.title')} id="lagg-till">
      <p className="small">{t('add.text')}</p>
      <Card>
        <Form method="post" className="stack stack-s">
          <input type="hidden" name="intent" value="add-email" />
          <input type="hidden" name="markId" value={page.addMarkId} />
          <TextField
            label={t('add.email')}
            name="email"
            type="email"
            required
            autoComplete="off"
            defaultValue={failed?.values['email']}
            error={failed?.error}
          />
          <div>
            <Button variant="quiet" disabled={!online}>
              {t('add.byEmail')}
            </Button>
          </div>
        </Form>
        <Form method="get" action={`${paths.attendance(page.meetingId)}#lagg-till`} className="stack stack-s">
          <TextField
            label={t('add.search')}
            name="sok"
            minLength={2}
            maxLength={80}
            autoComplete="off"
            defaultValue={words}
          />
          <div>
            <Button variant="quiet" disabled={!online}>
              {t('add.find')}
            </Button>
          </div>
        </Form>
        {page.search !== null && page.search.found.length === 0 && (
          <p role="status">{t('add.none', { words: page.search.words })}</p>
        )}
        {page.search !== null && page.search.found.length > 0 && (
          <div>
            <h3>{t('add.found', { words: page.search.words })}</h3>
            <ul className="plain-list">
              {page.search.found.map((person) => (
                <AddPerson
                  key={person.personId}
                  person={{ ...person, note: person.employer }}
                  markId={person.markId}
                  online={online}
                />
              ))}
            </ul>
          </div>
        )}
      </Card>
    </Section>
  )
}
