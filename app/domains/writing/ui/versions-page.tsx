import { Form, Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { formatDateTime } from '~/shared/dates'
import { DocumentView } from '~/shared/editor/document-view'
import { paths } from '~/shared/paths'
import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  Notice,
  Page,
  PageHeader,
  Section,
  SelectField,
  TextField,
} from '~/shared/ui'
import type { Difference, ListedVersion, Version } from '..'
import { versionNameLength } from '../rules/version-name'
import { ConflictView } from './conflict-view'
import { DifferenceView } from './difference-view'
import type { TextConflict } from './use-autosave'
import styles from './writing.module.css'

export interface VersionsView {
  textId: string
  subject: { title: string; readAt: string; editAt: string }
  versions: ListedVersion[]
  shown: Version
  /** The number that the shown version is compared with. */
  other: number | null
  differences: Difference[]
}

export interface VersionsAnswer {
  fault: 'name' | 'already-kept' | 'no-such-version' | null
  message: string | null
  conflict: TextConflict | null
}

function useKindText(): (version: ListedVersion) => string {
  const t = useOfficeT('writing')
  return ({ kind, name, keptAt, restoredFrom }) => {
    if (kind === 'named') return t('versions.named', { name: name ?? '' })
    if (kind === 'published') {
      const time = keptAt === null ? '' : formatDateTime(keptAt)
      return name === null ? t('versions.published', { time }) : t('versions.publishedAs', { time, name })
    }
    return restoredFrom === null ? t('versions.auto') : t('versions.restored', { number: restoredFrom })
  }
}

function VersionTable({ page }: { page: VersionsView }) {
  const t = useOfficeT('writing')
  const kindText = useKindText()
  return (
    <DataTable caption={t('versions.caption')}>
      <thead>
        <tr>
          {(['number', 'when', 'who', 'kind', 'actions'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`versions.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.versions.map((version, index) => (
          <tr key={version.number} data-shown={version.number === page.shown.number}>
            <th scope="row">
              {version.number} {index === 0 && <Badge tone="ok">{t('versions.now')}</Badge>}
            </th>
            <td>{formatDateTime(version.savedAt)}</td>
            <td>{version.authorName ?? t('versions.portal')}</td>
            <td className={styles['kind']}>{kindText(version)}</td>
            <td>
              <Link to={paths.textVersions(page.textId, `?till=${version.number}`)} preventScrollReset>
                {t('versions.show', { number: version.number })}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function CompareForm({ page }: { page: VersionsView }) {
  const t = useOfficeT('writing')
  const options = page.versions.map(({ number, savedAt }) => ({
    value: String(number),
    label: t('versions.choice', { number, time: formatDateTime(savedAt) }),
  }))
  return (
    <Form method="get" action={paths.textVersions(page.textId)} className={styles['compare']} preventScrollReset>
      <SelectField label={t('versions.from')} name="fran" options={options} defaultValue={String(page.other ?? 1)} />
      <SelectField label={t('versions.to')} name="till" options={options} defaultValue={String(page.shown.number)} />
      <Button variant="quiet">{t('versions.compare')}</Button>
    </Form>
  )
}

function VersionActions({ page, nameError }: { page: VersionsView; nameError: string | undefined }) {
  const t = useOfficeT('writing')
  const { number, kind } = page.shown
  const isNow = page.versions[0]?.number === number
  return (
    <div className={styles['choices']}>
      {!isNow && (
        <Form method="post">
          <input type="hidden" name="number" value={number} />
          <p>{t('versions.restoreHint')}</p>
          <Button name="intent" value="restore">
            {t('versions.restore', { number })}
          </Button>
        </Form>
      )}
      {kind === 'auto' && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="number" value={number} />
          <TextField
            label={t('versions.name', { number })}
            name="name"
            maxLength={versionNameLength}
            hint={t('versions.nameHint')}
            error={nameError}
          />
          <Button variant="quiet" name="intent" value="name">
            {t('versions.give')}
          </Button>
        </Form>
      )}
    </div>
  )
}

/** The history of a text: its versions, the difference between two, a name for one, and a way back to it. */
export function VersionsPage({ page, answer }: { page: VersionsView; answer: VersionsAnswer | undefined }) {
  const t = useOfficeT('writing')
  const { shown, other, subject } = page
  const conflict = answer?.conflict ?? null
  const nameError = answer?.fault === 'name' ? t('fault.name') : undefined
  const trouble =
    answer?.message ?? (answer?.fault == null || answer.fault === 'name' ? null : t(`fault.${answer.fault}`))
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: subject.title, to: subject.readAt }, { label: t('versions.title') }]}
        title={t('versions.title')}
        lead={t('versions.lead')}
        actions={
          <ButtonLink to={subject.editAt} variant="quiet" document>
            {t('versions.back')}
          </ButtonLink>
        }
      />
      {trouble !== null && (
        <Notice tone="granite" live>
          <p>{trouble}</p>
        </Notice>
      )}
      {conflict !== null ? (
        <ConflictView textId={page.textId} editAt={subject.editAt} conflict={conflict} nameError={nameError} />
      ) : (
        <>
          <Section
            title={
              other === null
                ? t('versions.firstTitle', { number: shown.number })
                : t('versions.differenceTitle', { number: shown.number, other })
            }
          >
            {other !== null && <DifferenceView differences={page.differences} />}
            <details className={styles['whole']} open={other === null}>
              <summary>{t('versions.textTitle', { number: shown.number })}</summary>
              <DocumentView document={shown.body} shift={1} />
            </details>
            <VersionActions key={shown.number} page={page} nameError={nameError} />
          </Section>
          <Section title={t('versions.compareTitle')}>
            <CompareForm key={`${other}-${shown.number}`} page={page} />
            <VersionTable page={page} />
          </Section>
        </>
      )}
    </Page>
  )
}
