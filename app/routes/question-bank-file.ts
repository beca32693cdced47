import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '~/db.server'
import { bankFilterOf, bankScope, canKeepQuestions, plainQuiz } from '~/domains/catalogue'
import { listBank, quizFile } from '~/domains/catalogue/index.server'
import { requireActor } from '~/session.server'
import { forbidden } from '~/shared/http.server'

/** The questions of the bank that the choices show, as YAML or JSON. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepQuestions(actor)) forbidden()
  const { pathname, searchParams } = new URL(request.url)
  const listed = await listBank(db(), bankScope(actor), bankFilterOf(searchParams))
  const questions = listed.map(({ question }) => question)
  const form = pathname.endsWith('.json') ? 'json' : 'yaml'
  return quizFile({ title: 'Frågebank', pass: null, quiz: plainQuiz, questions }, 'fragor', form)
}
