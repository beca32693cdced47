import { Link } from '@remix-run/react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Badge, ButtonLink, DataTable, EmptyState, Page, PageHeader } from '~/shared/ui'

/** Every learning path, to those who make them. */
export function PathDesk({ list }: { list: readonly { slug: string; title: string; isPublished: boolean }[] }) {
  const t = useOfficeT('pathMaking')
  const action = <ButtonLink to={paths.newPath()}>{t('new')}</ButtonLink>
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} actions={action} />
      {list.length === 0 ? (
        <EmptyState title={t('none')}>{t('lead')}</EmptyState>
      ) : (
        <DataTable caption={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('state')}</th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ slug, title, isPublished }) => (
              <tr key={slug}>
                <th scope="row">
                  <Link to={paths.authorPath(slug)}>{title}</Link>
                </th>
                <td>
                  <Badge tone={isPublished ? 'ok' : 'lichen'}>{t(isPublished ? 'isPublished' : 'isDraft')}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Page>
  )
}
