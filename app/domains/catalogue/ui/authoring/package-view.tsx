import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatMinutes } from '~/shared/dates'
import { paths } from '~/shared/paths'
import {
  Button,
  DataTable,
  Facts,
  Notice,
  Page,
  PageHeader,
  RadioGroup,
  Row,
  Section,
  SelectField,
  Stack,
} from '~/shared/ui'
import styles from './authoring.module.css'
import { PackageContents } from './package-contents'
import type { PackagePage } from './package-page'

function Problems({ page }: { page: PackagePage }) {
  const t = useOfficeT('coursePackage')
  const { count, first } = page.problems
  return (
    <Section title={t('problems', { count })}>
      <Notice tone="granite">{t('problemsLead')}</Notice>
      <DataTable caption={t('problems', { count })}>
        <thead>
          <tr>
            <th scope="col">{t('place')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('remedy')}</th>
          </tr>
        </thead>
        <tbody>
          {first.map(({ file, line, field, message, remedy }, index) => (
            <tr key={index}>
              <th scope="row">
                <code>{file}</code>
                <div className="xsmall">
                  {[...(line === undefined ? [] : [t('line', { line })]), ...(field === undefined ? [] : [field])].join(
                    ', ',
                  )}
                </div>
              </th>
              <td lang="sv">{message}</td>
              <td lang="sv">{remedy}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {count > first.length && <p>{t('more', { count: count - first.length })}</p>}
    </Section>
  )
}

function Head({ page }: { page: PackagePage }) {
  const t = useOfficeT('coursePackage')
  const { course, contents, licence, origin } = page
  const state =
    origin === null
      ? []
      : [
          { label: t('facts.origin'), value: origin.address === '' ? t('originUnknown') : origin.address },
          {
            label: t('facts.state'),
            value: origin.state === 'draft' ? t('draft') : t('published', { revision: origin.revision ?? 1 }),
          },
        ]
  return (
    <Facts
      items={[
        { label: t('facts.file'), value: page.fileName },
        ...(course === undefined ? [] : [{ label: t('facts.course'), value: course.title }]),
        ...(contents === null
          ? []
          : [
              { label: t('facts.lessons'), value: contents.lessons.length },
              { label: t('facts.time'), value: formatMinutes(contents.minutes) },
              { label: t('facts.size'), value: contents.bytes },
              ...(contents.questions === 0 ? [] : [{ label: t('facts.questions'), value: contents.questions }]),
            ]),
        { label: t('facts.licence'), value: licence === '' ? t('noLicence') : licence },
        ...state,
      ]}
    />
  )
}

function TakeIn({ page }: { page: PackagePage }) {
  const t = useOfficeT('coursePackage')
  const { contents, course, libraries, owners } = page
  if (contents === null || course === undefined) return null
  const { present } = contents
  const { slug } = course
  const mayReplace = present?.mayReplace === true
  const replace =
    present !== null && present.title !== '' ? t('replace', { title: present.title }) : t('replaceUntitled', { slug })
  const asNew = present === null ? t('asNew', { slug }) : t('asNewFree', { slug })
  if (libraries.length === 0) return <Notice tone="granite">{t('noLibrary')}</Notice>
  return (
    <Form method="post" className={styles['group']}>
      <h2>{t('take_in')}</h2>
      <p>{t('whole')}</p>
      {present !== null && !mayReplace && <Notice>{t('presentLocked')}</Notice>}
      {mayReplace && present.hasChanges && <Notice tone="granite">{t('presentChanges')}</Notice>}
      {mayReplace && present.isPublished && <p>{t('presentPublished')}</p>}
      <RadioGroup
        legend={t('target')}
        name="target"
        value={mayReplace ? 'draft' : 'new'}
        options={[...(mayReplace ? [{ value: 'draft', label: replace }] : []), { value: 'new', label: asNew }]}
      />
      <SelectField label={t('owner')} name="organisationId" options={owners} />
      <SelectField label={t('library')} name="library" options={libraries} />
      <div>
        <Button name="intent" value="apply">
          {t('submit')}
        </Button>
      </div>
    </Form>
  )
}

/** What is in a package that waits: all of it, what is wrong, and how it is read in. */
export function PackageView({ page, answer }: { page: PackagePage; answer: { message: string } | undefined }) {
  const t = useOfficeT('coursePackage')
  const authoring = useOfficeT('authoring')
  const { contents } = page
  return (
    <Page width="wide">
      <PageHeader
        title={page.course?.title ?? page.fileName}
        eyebrow={t('title')}
        breadcrumbs={[
          { label: authoring('title'), to: paths.authoring() },
          { label: t('title'), to: paths.importPackage() },
          { label: page.course?.title ?? page.fileName },
        ]}
      />
      <Stack gap="l">
        {answer !== undefined && (
          <Notice tone="granite" live>
            {answer.message}
          </Notice>
        )}
        <Head page={page} />
        {page.problems.count > 0 && <Problems page={page} />}
        {contents !== null && contents.unknownCodes.length > 0 && (
          <Notice tone="lichen">
            <p>
              <strong>{t('unknownCodes')}</strong>
            </p>
            <p>{t('unknownCodesText', { codes: contents.unknownCodes.join(', ') })}</p>
          </Notice>
        )}
        <TakeIn page={page} />
        {contents !== null && <PackageContents contents={contents} />}
        <Form method="post">
          <Row>
            <Button variant="quiet" name="intent" value="give-up">
              {t('giveUp')}
            </Button>
          </Row>
        </Form>
      </Stack>
    </Page>
  )
}
