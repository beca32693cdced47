import { Form, Link, NavLink, useLocation } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useT } from '~/i18n/use-t'
import type { Language } from '~/shared/language'
import { paths } from '~/shared/paths'
import { OfflineStrip } from '~/shared/offline/offline-strip'
import { forgetWork, hasUnsentWork } from '~/shared/unsent'
import { Notice } from './display'
import { EuLockup } from './eu-lockup'

/** What the frame round every page knows of the reader. */
export interface Frame {
  language: Language
  requestId: string
  toast: string | undefined
  demo: { day: string | undefined } | undefined
  actor:
    | {
        /** Tells one person's work on a shared device from another's. */
        key: string
        name: string
        makesCourses: boolean
        reviewsStaff: boolean
        readsParticipants: boolean
        attests: boolean
        readsReports: boolean
        keepsProjects: boolean
        handlesProtected: boolean
        keepsMedia: boolean
      }
    | undefined
}

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

function Navigation({ frame }: { frame: Frame | undefined }) {
  const t = useT('common')
  const actor = frame?.actor
  const items = [
    ...(actor === undefined ? [] : [{ to: paths.home(), label: t('nav.home') }]),
    { to: paths.courses(), label: t('nav.courses') },
    { to: paths.calendar(), label: t('nav.calendar') },
    { to: paths.lectures(), label: t('nav.lectures') },
    { to: paths.examples(), label: t('nav.examples') },
    ...(actor === undefined
      ? []
      : [
          { to: paths.competence(), label: t('nav.competence') },
          { to: paths.hours(), label: t('nav.hours') },
        ]),
    ...(actor?.makesCourses ? [{ to: paths.authoring(), label: t('nav.authoring') }] : []),
    ...(actor?.reviewsStaff ? [{ to: paths.staff(), label: t('nav.staff') }] : []),
    ...(actor?.keepsMedia ? [{ to: paths.media(), label: t('nav.media') }] : []),
    ...(actor?.attests ? [{ to: paths.attest(), label: t('nav.attest') }] : []),
    ...(actor?.readsParticipants ? [{ to: paths.project(), label: t('nav.project') }] : []),
    ...(actor?.handlesProtected ? [{ to: paths.protectedPeople(), label: t('nav.protected') }] : []),
    { to: paths.search(), label: t('nav.search') },
  ]
  return (
    <nav className="site-nav" aria-label={t('nav.label')}>
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.to === paths.home()}>
          {item.label}
        </NavLink>
      ))}
    </nav>
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

/** A client navigation moves focus to the new page, as loading a document does. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    main.current?.focus()
  }, [pathname])
  return main
}

function Toast({ text }: { text: string }) {
  const t = useT('toast')
  return (
    <div className="wrap toast no-print">
      <Notice tone="ok" live>
        {t(text as Parameters<typeof t>[0])}
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
      <a className="skip-link" href="#innehall">
        {t('skip')}
      </a>
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
              <Navigation frame={frame} />
              <Me frame={frame} />
            </details>
            <div className="site-wide row">
              <Navigation frame={frame} />
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
