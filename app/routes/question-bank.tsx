import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { bankFilterOf, bankScope, canKeepQuestions } from '~/domains/catalogue'
import { listBank, listBankTags, listCourses } from '~/domains/catalogue/index.server'
import { BankList } from '~/domains/catalogue/ui/questions/bank-list'
import { EVIDENCE_FRAMEWORK } from '~/domains/competence'
import { findFramework } from '~/domains/competence/index.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { viewerOf } from '~/viewer.server'
import { forbidden } from '~/shared/http.server'
import { pick } from '~/shared/language'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canKeepQuestions(actor)) forbidden()
  const language = languageOf(request)
  const t = translator(language)
  const { search, searchParams } = new URL(request.url)
  const filter = bankFilterOf(searchParams)
  const scope = bankScope(actor)
  const [questions, tags, { courses }, framework] = await Promise.all([
    listBank(db(), scope, filter),
    listBankTags(db(), scope),
    listCourses(db(), await viewerOf(request)),
    findFramework(db(), EVIDENCE_FRAMEWORK),
  ])
  return {
    title: `${t('quizzes')('bank.title')} – ${t('common')('portal')}`,
    page: {
      filter,
      tags,
      query: search,
      courses: courses.map(({ slug, title }) => ({ slug, title })),
      competences: (framework?.areas ?? []).flatMap((area) =>
        area.competences.map(({ code, name }) => ({ value: code, label: `${code} ${pick(name, language)}` })),
      ),
      questions: questions.map(({ question, changedAt, ...rest }) => ({
        bankQuestionId: rest.bankQuestionId,
        organisationName: rest.organisationName,
        courseTitle: rest.courseTitle,
        tags: rest.tags,
        competenceCodes: rest.competenceCodes,
        type: question.type,
        prompt: question.prompt,
        changedOn: changedAt,
      })),
    },
  }
}

export default function QuestionBank() {
  return <BankList page={useLoaderData<typeof loader>().page} />
}
