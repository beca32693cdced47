import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { ButtonLink, Row, Section } from '~/shared/ui'
import type { DraftHead } from '../../authoring/desk'

/** The course to take along: as its draft is, and as it is published. */
export function PackageLinks({ head }: { head: DraftHead }) {
  const t = useOfficeT('coursePackage')
  return (
    <Section title={t('take')}>
      <p>{t('takeHint')}</p>
      <Row>
        <ButtonLink to={paths.draftPackage(head.slug)} variant="quiet" document>
          {t('takeDraft')}
        </ButtonLink>
        {head.published !== null && (
          <ButtonLink to={paths.coursePackage(head.slug)} variant="quiet" document>
            {t('takePublished')}
          </ButtonLink>
        )}
      </Row>
    </Section>
  )
}
