import { type RouteConfig, index, route } from '@remix-run/route-config'

/** The site map: Swedish addresses to English modules. One line a page. */
export default [
  index('routes/home.tsx'),
  route('logga-in', 'routes/sign-in.tsx'),
  route('logga-ut', 'routes/sign-out.tsx'),
  route('sprak', 'routes/language.tsx'),
  route('konto', 'routes/account.tsx'),
  route('forelasningar/:slug', 'routes/lecture.tsx'),
  route('forelasningar/:slug/hjartslag', 'routes/lecture-heartbeat.ts'),
  route('om', 'routes/about.tsx'),
  route('tillganglighet', 'routes/accessibility.tsx'),
  route('personuppgifter', 'routes/privacy.tsx'),
  route('synpunkter', 'routes/feedback.tsx'),
  route('kurser/:slug/:lektion', 'routes/lesson.tsx'),
  route('kurser/:slug/:lektion/utkast', 'routes/lesson-draft.ts'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
