import { type RouteConfig, index, route } from '@remix-run/route-config'

/** The site map: Swedish addresses to English modules. One line a page. */
export default [
  index('routes/home.tsx'),
  route('logga-in', 'routes/sign-in.tsx'),
  route('logga-ut', 'routes/sign-out.tsx'),
  route('sprak', 'routes/language.tsx'),
  route('konto', 'routes/account.tsx'),
  route('kompetens', 'routes/competence.tsx'),
  route('medarbetare', 'routes/staff.tsx'),
  route('medarbetare.csv', 'routes/staff-csv.ts'),
  route('medarbetare/:personId', 'routes/staff-member.tsx'),
  route('om', 'routes/about.tsx'),
  route('tillganglighet', 'routes/accessibility.tsx'),
  route('personuppgifter', 'routes/privacy.tsx'),
  route('synpunkter', 'routes/feedback.tsx'),
  route('timmar', 'routes/hours.tsx'),
  route('deltagare', 'routes/participants.tsx'),
  route('deltagare.csv', 'routes/participants-csv.ts'),
  route('deltagare/:id', 'routes/participant.tsx'),
  route('intyg', 'routes/certificates.tsx'),
  route('intyg/:code', 'routes/certificate.tsx'),
  route('intyg/:code/pdf', 'routes/certificate-pdf.ts'),
  route('kurser', 'routes/courses.tsx'),
  route('kurser/:slug', 'routes/course.tsx'),
  route('forelasningar', 'routes/lectures.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
