import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import type { CourseFinding, FindingCode } from '../../authoring/checks'
import styles from './authoring.module.css'

/** The field of a lesson's page where a finding is mended; what a text is found to lack is listed under its editor. */
function fieldIn(code: FindingCode): string {
  switch (code) {
    case 'no-title':
      return 'field-title'
    case 'no-text':
      return 'field-body'
    case 'no-prompt':
      return 'field-prompt'
    case 'no-questions':
      return 'field-nytyp'
    case 'no-lecture':
    case 'lecture-gone':
    case 'no-captions':
      return 'field-lectureId'
    case 'long-lesson':
      return 'field-minutes'
    case 'no-translation':
    case 'translation-outdated':
      return ''
    default:
      return 'check-body'
  }
}

function addressOf(slug: string, original: string, { code, place }: CourseFinding): string {
  switch (place.page) {
    case 'settings':
      return `${paths.draftSettings(slug)}#field-${place.field}`
    case 'texts':
      return paths.draftTexts(slug, place.language)
    case 'structure':
      return paths.draft(slug)
    case 'lesson': {
      const field = fieldIn(code)
      return `${paths.draftLesson(slug, place.lessonId, place.language === original ? '' : `?sprak=${place.language}`)}${field === '' ? '' : `#${field}`}`
    }
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
