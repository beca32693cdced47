import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canLeadAssignments, leadScope, stepsOf, workStateOf, workStates } from '~/domains/learning'
import { listAssignmentCourses, listWork } from '~/domains/learning/index.server'
import { WorkList, type WorkView } from '~/domains/learning/ui/assignment/work-list'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden } from '~/shared/http.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canLeadAssignments(actor)) return forbidden()
  const query = new URL(request.url).searchParams
  const asked = query.get('visa')
  const view: WorkView = asked === 'alla' ? asked : (workStates.find((state) => state === asked) ?? 'att-bedoma')
  const courses = await listAssignmentCourses(db())
  const course = courses.find(({ slug }) => slug === query.get('kurs'))?.slug
  const at = now()
  const lines = (await listWork(db(), leadScope(actor), { now: at, course })).map(({ assignment, facts, ...line }) => ({
    ...line,
    state: workStateOf(stepsOf(assignment, facts, at)),
  }))
  const count = (state: WorkView) => lines.filter((line) => state === 'alla' || line.state === state).length
  const t = translator(languageOf(request))
  return {
    title: `${t('assignments')('list.title')} – ${t('common')('portal')}`,
    page: {
      view,
      course: course ?? '',
      courses,
      counts: {
        alla: count('alla'),
        'att-bedoma': count('att-bedoma'),
        komplettering: count('komplettering'),
        pagar: count('pagar'),
        klara: count('klara'),
      },
      lines: lines
        .filter((line) => view === 'alla' || line.state === view)
        .map(({ submissionId, name, courseTitle, lessonTitle, version, latestAt, state }) => ({
          ...{ submissionId, name, courseTitle, lessonTitle, version, latestAt, state },
        })),
    },
  }
}

export default function Submissions() {
  return <WorkList page={useLoaderData<typeof loader>().page} />
}
