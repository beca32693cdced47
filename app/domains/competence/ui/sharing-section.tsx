import { Form } from '@remix-run/react'
import { useStudyT } from '~/i18n/use-study-t'
import { Button, Card, DataTable, Section } from '~/shared/ui'

export interface ShownView {
  viewer: string
  viewedAt: string
}

/** The choice to share, in plain words, and who has used it. */
export function SharingSection({ shared, views }: { shared: boolean; views: readonly ShownView[] }) {
  const t = useStudyT('competence')
  return (
    <Section id="delning" title={t('sharing.title')}>
      <Card>
        <p>
          <strong>{shared ? t('sharing.on') : t('sharing.off')}</strong>
        </p>
        <p>{t('sharing.explain')}</p>
        <Form method="post">
          <input type="hidden" name="intent" value="sharing" />
          <Button variant={shared ? 'quiet' : 'primary'} name="shared" value={shared ? 'no' : 'yes'}>
            {shared ? t('sharing.stop') : t('sharing.share')}
          </Button>
        </Form>
      </Card>
      {views.length === 0 ? (
        <p className="small">{t('sharing.noViews')}</p>
      ) : (
        <DataTable caption={t('sharing.views')}>
          <thead>
            <tr>
              <th scope="col">{t('sharing.viewer')}</th>
              <th scope="col">{t('sharing.viewedAt')}</th>
            </tr>
          </thead>
          <tbody>
            {views.map((view) => (
              <tr key={`${view.viewer} ${view.viewedAt}`}>
                <td>{view.viewer}</td>
                <td>{view.viewedAt}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Section>
  )
}
