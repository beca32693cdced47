import { useEffect, useState } from 'react'
import { useOfflineT } from '~/i18n/use-offline-t'
import { installPrompt } from '~/shared/offline/install'
import { startWorker } from '~/shared/offline/start-worker'
import { paths } from '~/shared/paths'
import { Button, ButtonLink, Row, Section } from '~/shared/ui'

/** How the portal becomes an app. Asked for here and nowhere else. */
export function InstallSection({ viewerKey }: { viewerKey: string }) {
  const t = useOfflineT()
  const [canAsk, setCanAsk] = useState(false)
  const [isInstalled, setIsInstalled] = useState(false)

  useEffect(() => {
    const look = () => setCanAsk(installPrompt() !== undefined)
    const installed = () => setIsInstalled(true)
    look()
    if (window.matchMedia('(display-mode: standalone)').matches) installed()
    window.addEventListener('beforeinstallprompt', look)
    window.addEventListener('appinstalled', installed)
    return () => {
      window.removeEventListener('beforeinstallprompt', look)
      window.removeEventListener('appinstalled', installed)
    }
  }, [])

  async function install(): Promise<void> {
    await startWorker({ person: viewerKey }).catch(() => undefined)
    const answer = await installPrompt()?.prompt()
    if (answer?.outcome === 'accepted') setIsInstalled(true)
    setCanAsk(false)
  }

  return (
    <Section title={t('install.title')}>
      <p>{isInstalled ? t('install.done') : t('install.text')}</p>
      {!isInstalled && !canAsk && <p className="small">{t('install.how')}</p>}
      <Row>
        {canAsk && !isInstalled && (
          <Button type="button" onClick={() => void install()}>
            {t('install.button')}
          </Button>
        )}
        <ButtonLink to={paths.saved()} variant="quiet">
          {t('install.saved')}
        </ButtonLink>
      </Row>
    </Section>
  )
}
