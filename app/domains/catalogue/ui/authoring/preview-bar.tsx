import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import type { Language } from '~/shared/language'
import { paths } from '~/shared/paths'
import { Notice, Row } from '~/shared/ui'

/** Says that a page is a preview, and leads to the other languages and back. */
export function PreviewBar({
  slug,
  language,
  languages,
  addressIn,
}: {
  slug: string
  language: Language
  languages: readonly Language[]
  addressIn: (language: Language) => string
}) {
  const t = useOfficeT('courseReview')
  const authoring = useOfficeT('authoring')
  return (
    <div className="wrap">
      <Notice tone="lichen">
        <Row between>
          <span>{t('preview.notice')}</span>
          <Row>
            {languages.length > 1 &&
              languages.map((each) => (
                <Link key={each} to={addressIn(each)} aria-current={each === language ? 'true' : undefined}>
                  {authoring(`languages.${each}`)}
                </Link>
              ))}
            <Link to={paths.draft(slug)}>{t('preview.back')}</Link>
          </Row>
        </Row>
      </Notice>
    </div>
  )
}
