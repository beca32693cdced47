import { Form, useLocation } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import type { Language } from '../language'
import { paths } from '../paths'
import { Button } from './button'

/** The choice of language for the texts of a course, which is remembered; nothing for a course in one language. */
export function ReadingLanguage({ shown, languages }: { shown: Language; languages: readonly Language[] }) {
  const t = useT('common')
  const { pathname } = useLocation()
  if (languages.length < 2) return null
  return (
    <Form method="post" action={paths.language()} reloadDocument className="row reading-language">
      <input type="hidden" name="till" value={pathname} />
      <span className="small">{t('reading.label')}</span>
      {languages.map((each) =>
        each === shown ? (
          <strong key={each} className="small">
            {t(`reading.names.${each}`)}
          </strong>
        ) : (
          <Button key={each} name="courseLanguage" value={each} variant="quiet">
            {t(`reading.choose.${each}`)}
          </Button>
        ),
      )}
    </Form>
  )
}
