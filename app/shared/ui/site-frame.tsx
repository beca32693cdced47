import { Form, Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { OfflineStrip } from '~/shared/offline/offline-strip'
import { forgetWork, hasUnsentWork } from '~/shared/unsent'
import { Notice } from './display'
import { EuLockup } from './eu-lockup'
import type { Frame } from './frame'
import { PlaceLink } from './place-link'
import { NavigationLine, NavigationList } from './site-navigation'
import { useFocusOnNavigation } from './use-focus-on-navigation'

function Mark() {
  const t = useT('common')
  return (
    <Link to={paths.home()} className="site-mark">
      <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 0h12a6 6 0 0 1 6 6v12a6 6 0 0 1-6 6H0V6a6 6 0 0 1 6-6Z" fill="var(--sea)" />
        <path
          d="M4 16c3-3 5-3 8 0s5 3 8 0"
          fill="none"
          stroke="var(--lichen)"
          strokeWidth="2.4"
          strokeLinecap="round"
        />
      </svg>
      {t('portal')}
    </Link>
  )
}

function Me({ frame }: { frame: Frame | undefined }) {
  const t = useT('common')
  const { pathname, search } = useLocation()
  return (
    <div className="site-me">
      <Form method="post" action={paths.language()} reloadDocument>
        <input type="hidden" name="till" value={pathname + search} />
        <button name="language" value={t('language.otherLang')} lang={t('language.otherLang')}>
          {t('language.other')}
        </button>
      </Form>
      {frame?.actor === undefined ? (
        <Link to={paths.signIn()}>{t('nav.signIn')}</Link>
      ) : (
        <>
          <Link to={paths.account()}>{frame.actor.name}</Link>
          <Form
            method="post"
            action={paths.signOut()}
            reloadDocument
            onSubmit={(event) => {
              if (hasUnsentWork() && !window.confirm(t('nav.signOutUnsent'))) event.preventDefault()
              else forgetWork()
            }}
          >
            <button>{t('nav.signOut')}</button>
          </Form>
        </>
      )}
    </div>
  )
}

function Toast({ text }: { text: string }) {
  return (
    <div className="wrap toast no-print">
      <Notice tone="ok" live>
        {text}
      </Notice>
    </div>
  )
}

/** Skip link, header, footer and the EU lock-up round a page. */
export function SiteFrame({ frame, children }: { frame: Frame | undefined; children: ReactNode }) {
  const t = useT('common')
  const main = useFocusOnNavigation()
  return (
    <>
      <PlaceLink className="skip-link" to="innehall">
        {t('skip')}
      </PlaceLink>
      <header>
        {frame?.demo && (
          <div className="demo-strip">
            <div className="wrap">
              {frame.demo.day === undefined ? t('demo.plain') : t('demo.clock', { day: frame.demo.day })}
            </div>
          </div>
        )}
        <div className="eu-first-view no-print">
          <div className="wrap">
            <EuLockup height={28} />
          </div>
        </div>
        <div className="site-header">
          <div className="wrap">
            <Mark />
            <details className="site-menu">
              <summary>{t('nav.menu')}</summary>
              <NavigationList actor={frame?.actor} />
              <Me frame={frame} />
            </details>
            <div className="site-wide row">
              <NavigationLine actor={frame?.actor} />
            </div>
            <div className="site-wide site-me-wide">
              <Me frame={frame} />
            </div>
          </div>
        </div>
      </header>
      {frame?.toast && <Toast text={frame.toast} />}
      {frame?.actor && <OfflineStrip viewerKey={frame.actor.key} />}
      <main id="innehall" ref={main} tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <div className="wrap">
          <EuLockup />
          <p>{t('footer.line')}</p>
          <nav aria-label={t('footer.label')}>
            <Link to={paths.about()} reloadDocument>
              {t('footer.about')}
            </Link>
            <Link to={paths.accessibility()} reloadDocument>
              {t('footer.accessibility')}
            </Link>
            <Link to={paths.privacy()} reloadDocument>
              {t('footer.privacy')}
            </Link>
          </nav>
        </div>
      </footer>
    </>
  )
}
