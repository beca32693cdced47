import { type RouteConfig, index, route } from '@remix-run/route-config'

/** The site map: Swedish addresses to English modules. One line a page. */
export default [
  index('routes/home.tsx'),
  route('logga-in', 'routes/sign-in.tsx'),
  route('logga-ut', 'routes/sign-out.tsx'),
  route('sprak', 'routes/language.tsx'),
  route('konto', 'routes/account.tsx'),
  route('om', 'routes/about.tsx'),
  route('tillganglighet', 'routes/accessibility.tsx'),
  route('personuppgifter', 'routes/privacy.tsx'),
  route('synpunkter', 'routes/feedback.tsx'),
  route('exempel', 'routes/examples.tsx'),
  route('exempel/:slug', 'routes/example.tsx'),
  route('sok', 'routes/search.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
