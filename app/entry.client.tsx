import { RemixBrowser } from '@remix-run/react'
import { hydrateRoot } from 'react-dom/client'
import { createTranslator } from '~/i18n/translate'
import { I18nProvider } from '~/i18n/use-t'
import { watchInstall } from '~/shared/offline/install'

/**
 * Only the texts of the page's language are fetched. The page is taken over in one go: a press in the middle of a divided
 * takeover, which a transition makes of it, can end in an error of React.
 */
async function hydrate(): Promise<void> {
  const language = document.documentElement.lang === 'en' ? 'en' : 'sv'
  const { browserTexts } = language === 'en' ? await import('~/i18n/en/browser') : await import('~/i18n/sv/browser')
  const instance = createTranslator(language, browserTexts)
  hydrateRoot(
    document,
    <I18nProvider instance={instance}>
      <RemixBrowser />
    </I18nProvider>,
  )
}

watchInstall()
void hydrate()
