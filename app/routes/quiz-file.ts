import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '~/db.server'
import { canKeepQuestions } from '~/domains/catalogue'
import { findLesson, quizFile } from '~/domains/catalogue/index.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound } from '~/shared/http.server'

/** The quiz of a lesson, whole, as YAML or JSON. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepQuestions(actor)) forbidden()
  const lesson = (await findLesson(db(), params['slug'] ?? '', params['lektion'] ?? '')) ?? notFound()
  const form = new URL(request.url).pathname.endsWith('.json') ? 'json' : 'yaml'
  return quizFile(lesson, lesson.slug, form)
}
