import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import type { CourseFinding } from '../../authoring/checks'
import styles from './authoring.module.css'

function addressOf(slug: string, original: string, { place }: CourseFinding): string {
  switch (place.page) {
    case 'settings':
      return `${paths.draftSettings(slug)}#field-${place.field}`
    case 'texts':
      return paths.draftTexts(slug, place.language)
    case 'structure':
      return paths.draft(slug)
    case 'lesson':
      return paths.draftLesson(slug, place.lessonId, place.language === original ? '' : `?sprak=${place.language}`)
  }
}

/** What stands in the way of publishing and what could be better, each with a link to where it is mended. */
export function FindingsList({
  slug,
  language,
  findings,
}: {
  slug: string
  language: 'sv' | 'en'
  findings: readonly CourseFinding[]
}) {
  const t = useOfficeT('courseReview')
  const common = useT('common')
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const hints = findings.length - errors
  const beginning = ({ place }: CourseFinding) => {
    if (place.page === 'texts') return t('inTexts', { language: common(`reading.names.${place.language}`) })
    if (place.page !== 'lesson') return ''
    if (place.language === language) return t('in', { title: place.title })
    return t('inLanguage', { title: place.title, language: common(`reading.names.${place.language}`) })
  }
  if (findings.length === 0) return <p>{t('none')}</p>
  return (
    <>
      <p>
        {errors > 0 && <strong>{t('errors', { count: errors })}</strong>} {hints > 0 && t('hints', { count: hints })}
      </p>
      <ul className={styles['findings']}>
        {[...findings]
          .sort((a, b) => Number(a.severity === 'hint') - Number(b.severity === 'hint'))
          .map((finding, index) => (
            <li key={`${finding.code}-${index}`} data-severity={finding.severity}>
              <strong>{t(`severity.${finding.severity}`)}:</strong> {beginning(finding)}
              {t(`finding.${finding.code}`, { quote: finding.quote ?? '' })}{' '}
              <Link to={addressOf(slug, language, finding)}>
                {t('mend')}
                <span className="visually-hidden">
                  : {beginning(finding)}
                  {t(`finding.${finding.code}`, { quote: finding.quote ?? '' })}
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </>
  )
}
