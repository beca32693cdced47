import { Form } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, Notice, Row } from '~/shared/ui'
import type { DraftHead } from '../../authoring/desk'
import type { DiffLine } from '../../authoring/text-diff'
import styles from './authoring.module.css'
import { DraftFrame } from './draft-frame'

export interface UpdatePage {
  head: DraftHead
  title: string
  courseTitle: string
  revision: number
  seal: string
  minutes: { before: number; after: number }
  lines: DiffLine[]
}

/** What the lesson of another course has become since it was taken from there. */
export function UpdateView({ page, meanwhile }: { page: UpdatePage; meanwhile: boolean }) {
  const t = useOfficeT('authoring')
  const common = useT('common')
  const { minutes } = page
  return (
    <DraftFrame head={page.head}>
      <h2>{t('update.title', { title: page.title })}</h2>
      <p>{t('update.lead', { course: page.courseTitle, revision: page.revision })}</p>
      {meanwhile && (
        <Notice tone="lichen" live>
          {t('update.meanwhile')}
        </Notice>
      )}
      {minutes.before !== minutes.after && <p>{t('update.minutes', minutes)}</p>}
      {page.lines.length === 0 ? (
        <p>{t('update.same')}</p>
      ) : (
        <ul className={styles['diff']}>
          {page.lines.map(({ change, text }, index) => (
            <li key={`${index}-${text}`} data-change={change}>
              {change !== 'same' && <strong className="xsmall">{t(`update.${change}`)}: </strong>}
              {text}
            </li>
          ))}
        </ul>
      )}
      {page.head.mayChange && (
        <Form method="post" className="stack">
          <input type="hidden" name="seal" value={page.seal} />
          <p>{t('update.warning')}</p>
          <Row>
            <Button>{t('update.take')}</Button>
            <ButtonLink to={paths.draft(page.head.slug)} variant="quiet">
              {common('cancel')}
            </ButtonLink>
          </Row>
        </Form>
      )}
    </DraftFrame>
  )
}
