import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, DataTable, EmptyState, Notice, Page, PageHeader, Section, Stack, TextField } from '~/shared/ui'

export interface ProtectedListPage {
  people: { personId: string; alias: string; protection: 'marked' | 'protected' }[]
  search: string
  /** Null when nothing has been looked for yet. */
  found: { personId: string; name: string; email: string }[] | null
}

/** Those whose personal data are protected, by alias, and the way to set the protection for somebody. */
export function ProtectedList({ page }: { page: ProtectedListPage }) {
  const t = useOfficeT('handling')
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Stack gap="l">
        <Notice tone="granite">
          <p>{t('routine')}</p>
        </Notice>
        {page.people.length === 0 ? (
          <EmptyState title={t('none.title')}>
            <p>{t('none.text')}</p>
          </EmptyState>
        ) : (
          <People people={page.people} />
        )}
        <Section title={t('set.title')}>
          <Stack>
            <p>{t('set.lead')}</p>
            <Form method="get" action={paths.protectedPeople()}>
              <Stack>
                <TextField
                  label={t('set.search')}
                  hint={t('set.searchHint')}
                  name="sok"
                  type="search"
                  defaultValue={page.search}
                  maxLength={100}
                  autoComplete="off"
                />
                <div>
                  <Button variant="quiet">{t('set.find')}</Button>
                </div>
              </Stack>
            </Form>
            {page.found !== null && <Found found={page.found} />}
          </Stack>
        </Section>
      </Stack>
    </Page>
  )
}

function People({ people }: { people: ProtectedListPage['people'] }) {
  const t = useOfficeT('handling')
  return (
    <DataTable caption={t('list.caption', { count: people.length })}>
      <thead>
        <tr>
          <th scope="col">{t('list.alias')}</th>
          <th scope="col">{t('list.kind')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.personId}>
            <th scope="row">
              <Link to={paths.protectedPerson(person.personId)}>{person.alias}</Link>
            </th>
            <td>{t(`kind.${person.protection}`)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function Found({ found }: { found: NonNullable<ProtectedListPage['found']> }) {
  const t = useOfficeT('handling')
  if (found.length === 0) return <p role="status">{t('set.nobody')}</p>
  return (
    <DataTable caption={t('set.found', { count: found.length })}>
      <thead>
        <tr>
          <th scope="col">{t('set.name')}</th>
          <th scope="col">{t('set.email')}</th>
        </tr>
      </thead>
      <tbody>
        {found.map((person) => (
          <tr key={person.personId}>
            <th scope="row">
              <Link to={paths.protectedPerson(person.personId)}>{person.name}</Link>
            </th>
            <td>{person.email}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
