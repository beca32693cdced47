import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  FormErrorSummary,
  Page,
  PageHeader,
  Row,
  Section,
  Stack,
  TextField,
} from '~/shared/ui'
import { MergeCompare } from './merge-compare'
import type { MergeAnswer, MergePage } from './merge-page'

/** Who may be the same person, and the two side by side before they are made one. */
export function MergeView({ page, answer }: { page: MergePage; answer: MergeAnswer | undefined }) {
  const t = useOfficeT('merge')
  const { compared } = page
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[
          { label: t('participants'), to: paths.participants() },
          { label: page.name, to: paths.participant(page.participationId) },
          { label: t('crumb') },
        ]}
        title={t('title', { name: page.name })}
        lead={t('lead')}
        actions={
          compared !== null && (
            <ButtonLink to={paths.mergeParticipant(page.participationId)} variant="quiet">
              {t('another')}
            </ButtonLink>
          )
        }
      />
      <Stack gap="l">
        <FormErrorSummary errors={answer?.errors} />
        {compared === null ? (
          <>
            <Candidates page={page} />
            <SearchForms page={page} answer={answer?.intent === 'number' ? answer : undefined} />
          </>
        ) : (
          <MergeCompare page={page} compared={compared} answer={answer} />
        )}
      </Stack>
    </Page>
  )
}

function Candidates({ page }: { page: MergePage }) {
  const t = useOfficeT('merge')
  return (
    <Section title={t('candidates.title')}>
      <DataTable caption={t('candidates.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('candidates.name')}</th>
            <th scope="col">{t('candidates.email')}</th>
            <th scope="col">{t('candidates.workplace')}</th>
            <th scope="col">{t('candidates.why')}</th>
          </tr>
        </thead>
        <tbody>
          {page.candidates.length === 0 && (
            <tr>
              <td colSpan={4}>{t(page.search === '' ? 'candidates.none' : 'candidates.noneFound')}</td>
            </tr>
          )}
          {page.candidates.map((one) => (
            <tr key={one.personId}>
              <th scope="row">
                <Link to={paths.mergeParticipant(page.participationId, one.personId)}>{one.name}</Link>
                {!one.hasRecord && <div className="xsmall">{t('candidates.noRecord')}</div>}
              </th>
              <td>{one.email}</td>
              <td>{one.workplace ?? '–'}</td>
              <td>
                <Row>
                  {one.reasons.map((reason) => (
                    <Badge key={reason}>{t(`reasons.${reason}`)}</Badge>
                  ))}
                </Row>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  )
}

function SearchForms({ page, answer }: { page: MergePage; answer: MergeAnswer | undefined }) {
  const t = useOfficeT('merge')
  return (
    <Section title={t('search.title')}>
      <Stack gap="l">
        <Form method="get" action={paths.mergeParticipant(page.participationId)}>
          <Stack>
            <TextField
              label={t('search.text')}
              name="sok"
              type="search"
              defaultValue={page.search}
              maxLength={100}
              autoComplete="off"
            />
            <div>
              <Button variant="quiet">{t('search.find')}</Button>
            </div>
          </Stack>
        </Form>
        <Form method="post">
          <Stack>
            <TextField
              label={t('search.number')}
              hint={t('search.numberHint')}
              name="number"
              error={answer?.errors['number']}
              maxLength={40}
              autoComplete="off"
            />
            <div>
              <Button name="intent" value="number" variant="quiet">
                {t('search.findNumber')}
              </Button>
            </div>
          </Stack>
        </Form>
      </Stack>
    </Section>
  )
}
