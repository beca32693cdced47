import '@fontsource-variable/source-sans-3/wght.css'
import './shared/ui/styles/tokens.css'
import './shared/ui/styles/base.css'
import './shared/ui/styles/frame.css'
import './shared/ui/styles/layout.css'
import './shared/ui/styles/parts.css'
import './shared/ui/styles/forms.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, data, useMatches, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import {
  canAttestMonths,
  canHandleProtected,
  canKeepProjects,
  canReadParticipants,
  canReadReports,
  canReviewStaff,
} from '~/domains/identity'
import { canAuthor, canKeepMedia } from '~/domains/catalogue'
import { isDemonstrationClock, now } from '~/clock.server'
import { env } from '~/env.server'
import { translator } from '~/i18n/translator.server'
import { useLanguage, useT } from '~/i18n/use-t'
import { languageOf } from '~/server/language.server'
import { formatDay } from '~/shared/dates'
import { clearToast, readToast } from '~/shared/http.server'
import { ErrorPage } from '~/shared/ui/error-page'
import type { Frame } from '~/shared/ui/frame'
import { SiteFrame } from '~/shared/ui/site-frame'
import { useNonce } from '~/shared/ui/nonce'
import { optionalActor } from './session.server'

export const meta: MetaFunction = () => [{ title: 'Westum Lärportal' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  const toast = readToast(request)
  const language = languageOf(request)
  const t = translator(language)('toast')
  const frame: Frame = {
    language,
    requestId: String((context as { requestId?: string }).requestId ?? ''),
    toast: toast && t(toast as Parameters<typeof t>[0]),
    demo: env().demo ? { day: isDemonstrationClock() ? formatDay(now()) : undefined } : undefined,
    actor: actor && {
      key: actor.personId,
      name: `${actor.givenName} ${actor.familyName}`,
      makesCourses: canAuthor(actor),
      reviewsStaff: canReviewStaff(actor),
      readsParticipants: canReadParticipants(actor),
      attests: canAttestMonths(actor),
      readsReports: canReadReports(actor),
      keepsProjects: canKeepProjects(actor),
      handlesProtected: canHandleProtected(actor),
      keepsMedia: canKeepMedia(actor),
    },
  }
  return toast === undefined ? data(frame) : data(frame, { headers: { 'Set-Cookie': clearToast } })
}

/** Visitors' reading pages need no script, so none is sent; a page that differs says so in its `handle`. */
function usePageNeedsScript(frame: Frame | undefined): boolean {
  const handles = useMatches().map((match) => match.handle as { scripts?: boolean } | undefined)
  const asked = handles.findLast((handle) => handle?.scripts !== undefined)?.scripts
  return asked ?? frame?.actor !== undefined
}

export function Layout({ children }: { children: ReactNode }) {
  const language = useLanguage()
  const nonce = useNonce()
  const frame = useRouteLoaderData<typeof loader>('root')
  const needsScript = usePageNeedsScript(frame)
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b5563" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#10191c" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icons/180.png" />
        <link rel="manifest" href="/portal.webmanifest" />
        <Meta />
        <Links />
      </head>
      <body>
        <SiteFrame frame={frame}>{children}</SiteFrame>
        {needsScript && <ScrollRestoration nonce={nonce} />}
        {needsScript && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const frame = useRouteLoaderData<typeof loader>('root')
  const t = useT('common')
  return <ErrorPage requestId={frame?.requestId} label={t('error.requestId')} />
}
