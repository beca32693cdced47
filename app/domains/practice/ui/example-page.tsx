import { useLanguage, useT } from '~/i18n/use-t'
import { formatDay } from '~/shared/dates'
import { DocumentView } from '~/shared/editor/document-view'
import { pick } from '~/shared/language'
import { paths } from '~/shared/paths'
import { ButtonLink, Card, Facts, Page, PageHeader, Section } from '~/shared/ui'
import type { Example } from '../model'
import { ExampleCards } from './example-card'
import styles from './practice.module.css'

type Shown = Omit<Example, 'publishedAt' | 'editedAt'> & { publishedAt: Date | string; editedAt: Date | string | null }

function ExampleFacts({ example }: { example: Shown }) {
  const t = useT('practice')
  const common = useT('common')
  const language = useLanguage()
  const list = (values: readonly string[]) => (
    <ul className={styles['plainList']}>
      {values.map((value) => (
        <li key={value}>{value}</li>
      ))}
    </ul>
  )
  const items = [
    { label: t('organisation'), value: <span lang="sv">{example.organisation}</span> },
    { label: t('place'), value: <span lang="sv">{example.place}</span> },
    { label: t('year'), value: <span lang="sv">{example.year}</span> },
    { label: t('level'), value: common(`exampleLevels.${example.level}`) },
    { label: t('themes'), value: list(example.themes.map((theme) => common(`themes.${theme}`))) },
    { label: t('schoolForms'), value: list(example.schoolForms.map((form) => common(`schoolForms.${form}`))) },
    { label: t('audiences'), value: list(example.audiences.map((audience) => common(`jobs.${audience}`))) },
    {
      label: t('competences'),
      value: list(
        example.competences.map(({ code, name }) => (name === null ? code : `${code} ${pick(name, language)}`)),
      ),
    },
    ...(example.resources === null
      ? []
      : [{ label: t('resources'), value: <span lang="sv">{example.resources}</span> }]),
    ...(example.contactRole === null
      ? []
      : [{ label: t('contactRole'), value: <span lang="sv">{example.contactRole}</span> }]),
    { label: t('licence'), value: example.licence },
    { label: t('sourceLicence'), value: <span lang="sv">{example.sourceLicence}</span> },
  ].filter(({ value }) => value !== null)
  return (
    <Card as="section">
      <h2>{t('facts')}</h2>
      <Facts items={items} />
      <h3>{t('sources')}</h3>
      <ul className={styles['sources']}>
        {example.sources.map((source) => (
          <li key={source.url}>
            <a href={source.url} rel="noopener noreferrer">
              {source.title}
            </a>
            <div className="xsmall">
              {source.publisher}
              {source.year === undefined ? '' : `, ${source.year}`}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function ExamplePage({ example, mayEdit }: { example: Shown; mayEdit: boolean }) {
  const t = useT('practice')
  const common = useT('common')
  const day =
    example.editedAt === null
      ? t('publishedOn', { day: formatDay(new Date(example.publishedAt)) })
      : t('editedOn', { day: formatDay(new Date(example.editedAt)) })
  return (
    <Page width="wide">
      <PageHeader
        breadcrumbs={[{ label: t('title'), to: paths.examples() }, { label: common(`exampleLevels.${example.level}`) }]}
        title={<span lang={example.language}>{example.title}</span>}
        lead={<span lang={example.language}>{example.summary}</span>}
        eyebrow={`${t('reading', { count: example.readingMinutes })} · ${day}`}
        actions={
          mayEdit && (
            <ButtonLink to={paths.editExample(example.slug)} variant="quiet">
              {t('edit')}
            </ButtonLink>
          )
        }
      />
      <div className={styles['columns']}>
        <article lang={example.language}>
          <DocumentView document={example.body} />
        </article>
        <ExampleFacts example={example} />
      </div>
      {example.related.length > 0 && (
        <Section title={t('related')}>
          <ExampleCards examples={example.related} heading="h3" columns={3} />
        </Section>
      )}
    </Page>
  )
}
