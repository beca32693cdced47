import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useStudyT } from '~/i18n/use-study-t'
import { useLanguage } from '~/i18n/use-t'
import { formatNumber } from '~/shared/dates'
import { paths } from '~/shared/paths'
import { ButtonLink, Card, DataTable, EmptyState, Notice, Page, PageHeader, Row, Section } from '~/shared/ui'
import type { ItemStatistics } from '../../statistics/rules'
import styles from './statistics.module.css'

export interface StatisticsPage {
  course: { slug: string; title: string }
  quizzes: { slug: string; title: string; items: ItemStatistics[] }[]
  mayGive: boolean
}

/** How the questions of a course have worked, for those who write them; no persons, nothing below five. */
export function StatisticsView({ page }: { page: StatisticsPage }) {
  const t = useOfficeT('quizzes')
  const { course, quizzes } = page
  return (
    <Page>
      <PageHeader
        title={t('statistics.title')}
        lead={t('statistics.lead')}
        breadcrumbs={[{ label: course.title, to: paths.course(course.slug) }, { label: t('statistics.title') }]}
        actions={
          <>
            <ButtonLink to={paths.questionBank()} variant="quiet">
              {t('bank.title')}
            </ButtonLink>
            {page.mayGive && (
              <ButtonLink to={paths.usedUpAttempts(course.slug)} variant="quiet">
                {t('attempts.title')}
              </ButtonLink>
            )}
          </>
        }
      />
      {quizzes.length === 0 && <EmptyState title={t('statistics.none')} />}
      {quizzes.map((quiz) => (
        <Section key={quiz.slug} title={quiz.title} id={quiz.slug}>
          <Row>
            <Link to={paths.lesson(course.slug, quiz.slug)}>{t('statistics.open')}</Link>
            {(['yaml', 'json'] as const).map((form) => (
              <a key={form} href={paths.quizFile(form, course.slug, quiz.slug)} download>
                {t('statistics.export', { form: form.toUpperCase() })}
              </a>
            ))}
          </Row>
          <ol className={styles['items']}>
            {quiz.items.map((item, index) => (
              <li key={item.key}>
                <Item item={item} quiz={quiz.title} number={index + 1} />
              </li>
            ))}
          </ol>
        </Section>
      ))}
      <Section title={t('statistics.howTitle')}>
        <p>{t('statistics.howRight')}</p>
        <p>{t('statistics.howApart')}</p>
      </Section>
    </Page>
  )
}

function Item({ item, quiz, number }: { item: ItemStatistics; quiz: string; number: number }) {
  const t = useOfficeT('quizzes')
  const language = useLanguage()
  const question = useStudyT('question')
  const { told } = item
  return (
    <Card>
      <h3 className={styles['prompt']}>{item.prompt}</h3>
      <p className="small">
        {t(`types.${item.type}`)} · {t('statistics.people', { count: item.people })}
        {item.earlier > 0 && ` · ${t('statistics.earlier', { count: item.earlier })}`}
      </p>
      {told === null ? (
        <Notice>{t('statistics.few')}</Notice>
      ) : (
        <>
          <p>
            <strong>{t('statistics.right', { share: told.right })}</strong>{' '}
            {t(`statistics.apart.${told.discrimination}`)}
            {told.correlation !== null && (
              <span className="small">
                {' '}
                ({t('statistics.correlation', { value: formatNumber(told.correlation, language, 2) })})
              </span>
            )}
          </p>
          <DataTable caption={t('statistics.table', { quiz, number })}>
            <thead>
              <tr>
                <th scope="col">{t('statistics.part')}</th>
                <th scope="col">{t('statistics.isRight')}</th>
                <th scope="col">{t('statistics.share')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('statistics.picture')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {told.parts.map((part) => (
                <tr key={part.key}>
                  <th scope="row">{part.label}</th>
                  <td>{part.right ? question('right') : '–'}</td>
                  <td>{t('statistics.percent', { share: part.share })}</td>
                  <td>
                    <svg
                      viewBox="0 0 100 14"
                      className={styles['bar']}
                      data-right={part.right}
                      aria-hidden="true"
                      preserveAspectRatio="none"
                    >
                      <rect width="100" height="14" />
                      <rect width={part.share} height="14" />
                    </svg>
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </>
      )}
    </Card>
  )
}
