import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import type { Language } from '~/shared/language'
import { paths } from '~/shared/paths'
import { Badge, ButtonLink, Card, DataTable, type Tone } from '~/shared/ui'
import type { TranslationState } from '../../authoring/course-texts'
import type { DraftHead } from '../../authoring/desk'
import type { LanguageOverview } from '../../authoring/language-overview'
import { DraftFrame } from './draft-frame'
import styles from './translating.module.css'

const tones: Record<TranslationState, Tone> = {
  missing: 'plain',
  unfinished: 'lichen',
  outdated: 'lichen',
  whole: 'ok',
}

/** How one text stands in a language, with the way to it; no way to a language that is not begun. */
function Cell(given: { state: TranslationState; title: string; language: Language; to: string | null }) {
  const { state, title, language, to } = given
  const t = useOfficeT('courseLanguages')
  const common = useT('common')
  return (
    <td>
      <span className={styles['cell']}>
        <Badge tone={tones[state]}>{t(`overview.states.${state}`)}</Badge>
        {to !== null && (
          <Link to={to}>
            {t(state === 'missing' ? 'overview.translate' : 'overview.open')}
            <span className="visually-hidden">
              {t('overview.of', { title, language: common(`reading.names.${language}`) })}
            </span>
          </Link>
        )}
      </span>
    </td>
  )
}

/** What readers get of the course in one language, and the first step towards it. */
function Reach({ page, index }: { page: LanguagesPage; index: number }) {
  const t = useOfficeT('courseLanguages')
  const authoring = useOfficeT('authoring')
  const common = useT('common')
  const { own, others, course, lessons } = page.overview
  const language = others[index] ?? own
  const state = course[index] ?? 'missing'
  const names = { language: common(`reading.names.${language}`), original: common(`reading.names.${own}`) }
  const done = lessons.filter(({ states }) => states[index] === 'whole').length
  return (
    <Card as="section">
      <div className={styles['summary']}>
        <h2>{authoring(`languages.${language}`)}</h2>
        <p>{t(`overview.reach.${state}`, names)}</p>
        {state !== 'missing' && lessons.length > 0 && (
          <p>
            {done === lessons.length
              ? t('overview.allDone')
              : t('overview.done', { done, total: lessons.length, ...names })}
          </p>
        )}
        {state === 'missing' && page.head.mayChange && (
          <p>
            <ButtonLink to={paths.draftTexts(page.head.slug, language)}>{t('overview.begin', names)}</ButtonLink>
          </p>
        )}
      </div>
    </Card>
  )
}

export interface LanguagesPage {
  head: DraftHead
  overview: LanguageOverview
}

/** Every text of a draft by language: what is finished, what is not, what has changed and what is missing. */
export function LanguagesView({ page }: { page: LanguagesPage }) {
  const t = useOfficeT('courseLanguages')
  const authoring = useOfficeT('authoring')
  const { head, overview } = page
  const { own, others, course, lessons } = overview
  return (
    <DraftFrame head={head}>
      <p>{t('overview.lead')}</p>
      {others.map((language, index) => (
        <Reach key={language} page={page} index={index} />
      ))}
      <DataTable caption={t('overview.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('overview.text')}</th>
            {others.map((language) => (
              <th key={language} scope="col">
                {authoring(`languages.${language}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <Link to={paths.draftSettings(head.slug)}>{t('overview.own')}</Link>
            </th>
            {others.map((language, index) => (
              <Cell
                key={language}
                state={course[index] ?? 'missing'}
                title={t('overview.own')}
                language={language}
                to={paths.draftTexts(head.slug, language)}
              />
            ))}
          </tr>
          {lessons.map(({ lessonId, title, kind, states }) => (
            <tr key={lessonId}>
              <th scope="row" className={styles['name']}>
                <Link to={paths.draftLesson(head.slug, lessonId)} lang={own}>
                  {title}
                </Link>{' '}
                <span className="xsmall">{authoring(`kinds.${kind}`)}</span>
              </th>
              {others.map((language, index) => (
                <Cell
                  key={language}
                  state={states[index] ?? 'missing'}
                  title={title}
                  language={language}
                  to={course[index] === 'missing' ? null : paths.draftLesson(head.slug, lessonId, `?sprak=${language}`)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      {lessons.length === 0 && <p className="small">{t('overview.noLessons')}</p>}
    </DraftFrame>
  )
}
