import { Form } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import { formatDay } from '~/shared/dates'
import { Button, Notice, Row } from '~/shared/ui'

export interface CourseNewsContent {
  /** The newest version. */
  revision: number
  /** The version that the person keeps or has finished; null: goes on with the newest. */
  kept: number | null
  finished: boolean
  versions: {
    revision: number
    publishedOn: string
    note: string
    added: string[]
    changed: string[]
    removed: string[]
  }[]
}

/** What is new in a course for somebody who began an earlier version, in plain words, and what it means for that person. */
export function CourseNews({ news }: { news: CourseNewsContent }) {
  const t = useT('catalogue')
  const { revision, kept } = news
  const standing = news.finished ? 'news.finished' : kept === null ? 'news.moved' : 'news.keeping'
  return (
    <Notice tone="lichen">
      <div className="stack stack-s">
        <h2>{t('news.title')}</h2>
        <p>{t(standing, { revision, kept: kept ?? revision })}</p>
        {news.versions.map((version) => (
          <div key={version.revision}>
            <p className="small">
              {t('revisionValue', { revision: version.revision, day: formatDay(version.publishedOn) })}
            </p>
            {version.note !== '' && <p>{version.note}</p>}
            {(['added', 'changed', 'removed'] as const).map(
              (kind) =>
                version[kind].length > 0 && <p key={kind}>{t(`news.${kind}`, { titles: version[kind].join(', ') })}</p>,
            )}
            {version.added.length + version.changed.length + version.removed.length === 0 && <p>{t('news.none')}</p>}
          </div>
        ))}
        <Form method="post">
          <Row>
            {kept !== null && !news.finished && (
              <Button variant="quiet" name="intent" value="follow">
                {t('news.follow')}
              </Button>
            )}
            <Button variant="quiet" name="intent" value="known">
              {t('news.read')}
            </Button>
          </Row>
          {kept !== null && !news.finished && <p className="small">{t('news.followHint')}</p>}
        </Form>
      </div>
    </Notice>
  )
}
