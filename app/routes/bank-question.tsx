import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bankChoices, offeredBy } from '~/bank-choices.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import {
  type BankQuestion,
  bankFieldsOf,
  bankScope,
  canKeepQuestions,
  draftOf,
  emptyDraft,
  questionTypes,
  readBankFields,
  readDraft,
  readQuestions,
} from '~/domains/catalogue'
import {
  addBankQuestion,
  findBankQuestion,
  retireBankQuestion,
  saveBankQuestion,
} from '~/domains/catalogue/index.server'
import { BankQuestionForm, type BankQuestionState } from '~/domains/catalogue/ui/questions/bank-question'
import type { Actor } from '~/domains/identity'
import { askedQuestions } from '~/domains/learning'
import { QuestionField } from '~/domains/learning/ui/questions/question-field'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound, redirectWithToast } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

/** The question of the address, or undefined for a new one; 403 for those who keep none, 404 for another's. */
async function openForKeeping(actor: Actor, id: string | undefined): Promise<BankQuestion | undefined> {
  if (!canKeepQuestions(actor)) return forbidden()
  if (id === undefined) return undefined
  return (isUuid(id) ? await findBankQuestion(db(), bankScope(actor), id) : undefined) ?? notFound()
}

function preview(draft: BankQuestionState['draft']) {
  const { question } = readDraft(draft, 0)
  return question === undefined ? null : (askedQuestions([question])[0] ?? null)
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const stored = await openForKeeping(actor, params['id'])
  const language = languageOf(request)
  const t = translator(language)
  const asked = new URL(request.url).searchParams.get('typ')
  const type = questionTypes.find((each) => each === asked) ?? 'single'
  const draft = stored === undefined ? emptyDraft(type, 'q1') : draftOf(stored.question)
  return {
    title: `${t('quizzes')(stored === undefined ? 'bank.newTitle' : 'bank.editTitle')} – ${t('common')('portal')}`,
    page: {
      stored: stored && { bankQuestionId: stored.bankQuestionId, retired: stored.retiredAt !== null },
      ...(await bankChoices(actor, language)),
    },
    draft,
    fields: bankFieldsOf(stored),
    preview: preview(draft),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const stored = await openForKeeping(actor, params['id'])
  const form = await request.formData()
  const at = now()
  const intent = form.get('intent')
  if (stored !== undefined && (intent === 'retire' || intent === 'restore')) {
    const done = await retireBankQuestion(db(), actor, stored, { retired: intent === 'retire', now: at })
    return done.ok ? redirectWithToast(paths.questionBank(), 'saved') : forbidden()
  }
  if (stored !== undefined && intent === 'duplicate') {
    const { organisationId, ...content } = stored
    const made = await addBankQuestion(db(), actor, { organisationId, content, now: at })
    return made.ok ? redirectWithToast(paths.bankQuestion(made.value.bankQuestionId), 'saved') : forbidden()
  }
  const choices = await bankChoices(actor, 'sv')
  const read = readQuestions(form)
  const about = readBankFields(form, offeredBy(choices))
  const draft = read.drafts[0]
  if (draft === undefined) throw new Response(null, { status: 400 })
  const back = (change: Partial<BankQuestionState>, status: number) => {
    const state = { draft, fields: about.fields, faults: [], fieldFaults: {}, conflict: false, focus: null, ...change }
    return data({ state: { ...state, version: at.getTime() }, preview: preview(draft) }, { status })
  }
  if (read.kind === 'changed') return back({ focus: read.focus }, 200)
  if (intent === 'preview') return back({ faults: read.kind === 'faulty' ? read.faults : [] }, 200)
  const [question] = read.kind === 'ok' ? read.questions : []
  if (read.kind === 'faulty' || question === undefined || about.value === undefined) {
    return back({ faults: read.kind === 'faulty' ? read.faults : [], fieldFaults: about.faults }, 400)
  }
  const { organisationId, ...rest } = about.value
  const content = { question, ...rest }
  if (stored === undefined) {
    const made = await addBankQuestion(db(), actor, { organisationId, content, now: at })
    return made.ok ? redirectWithToast(paths.bankQuestion(made.value.bankQuestionId), 'saved') : forbidden()
  }
  const version = new Date(about.fields.version)
  if (Number.isNaN(version.getTime())) throw new Response(null, { status: 400 })
  const saved = await saveBankQuestion(db(), actor, stored, { content, version, now: at })
  if (saved.ok) return redirectWithToast(paths.bankQuestion(stored.bankQuestionId), 'saved')
  if (saved.refusal === 'not-allowed') return forbidden()
  return back({ conflict: true, fields: { ...about.fields, version: stored.changedAt.toISOString() } }, 409)
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function BankQuestionRoute() {
  const loaded = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const shown = answered === undefined ? loaded.preview : answered.preview
  const state = answered?.state ?? {
    draft: loaded.draft,
    fields: loaded.fields,
    faults: [],
    fieldFaults: {},
    conflict: false,
    focus: null,
    version: 0,
  }
  return (
    <BankQuestionForm
      key={`${loaded.page.stored?.bankQuestionId ?? 'new'}:${loaded.fields.version}`}
      page={loaded.page}
      state={state}
      preview={shown && <QuestionField key={JSON.stringify(shown)} question={shown} name="q.preview" given={[]} />}
    />
  )
}
