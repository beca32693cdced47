import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bankChoices, offeredBy } from '~/bank-choices.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import {
  canKeepQuestions,
  MOST_FILE_QUESTIONS,
  QUIZ_FILE_BYTES,
  type QuizFileRefusal,
  readBankFields,
  sizeText,
} from '~/domains/catalogue'
import { examineQuizFile, readInQuestions } from '~/domains/catalogue/index.server'
import { BankImport, type BankImportAnswer } from '~/domains/catalogue/ui/questions/bank-import'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden } from '~/shared/http.server'
import { paths } from '~/shared/paths'
import { decodeText } from '~/shared/text-file'
import { receiveForm } from '~/shared/upload.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

async function requireKeeper(request: Request) {
  const actor = await requireActor(request)
  return canKeepQuestions(actor) ? actor : forbidden()
}

/** A count in the address, which only this page writes. */
const counted = (value: string | null) => (value !== null && /^\d{1,4}$/.test(value) ? Number(value) : null)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireKeeper(request)
  const language = languageOf(request)
  const t = translator(language)
  const { searchParams } = new URL(request.url)
  const added = counted(searchParams.get('inlasta'))
  const present = counted(searchParams.get('fanns'))
  return {
    title: `${t('quizzes')('fileImport.title')} – ${t('common')('portal')}`,
    page: {
      choices: await bankChoices(actor, language),
      most: sizeText(QUIZ_FILE_BYTES, language),
      done: added === null || present === null ? null : { added, present },
    },
  }
}

/** The text of the file that comes now, or that came before and was looked through. */
async function sentFile(request: Request) {
  const pieces: Uint8Array[] = []
  const take = (piece: Uint8Array) => void pieces.push(piece)
  const { fields, name, size, isTooLarge } = await receiveForm(request, 'file', QUIZ_FILE_BYTES, take, 1_000_000)
  const kept = fields.get('text')
  if (typeof kept === 'string') return { fields, name: String(fields.get('name') ?? ''), text: kept }
  if (isTooLarge) return { fields, name, refusal: 'too-large' as const }
  if (name === '' || size === 0) return { fields, name, refusal: 'missing' as const }
  const text = decodeText(new Uint8Array(Buffer.concat(pieces)))
  return text === undefined ? { fields, name, refusal: 'not-text' as const } : { fields, name, text }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireKeeper(request)
  if (!(request.headers.get('content-type') ?? '').startsWith('multipart/form-data'))
    throw new Response(null, { status: 400 })
  const language = languageOf(request)
  const t = translator(language)('quizzes')
  const sent = await sentFile(request)
  const about = readBankFields(sent.fields, offeredBy(await bankChoices(actor, language)))
  const at = now()
  const back = (change: Partial<BankImportAnswer>, status: number) => {
    const none = { fields: about.fields, fieldFaults: about.faults, error: null, found: null }
    return data({ ...none, ...change, at: at.getTime() }, { status })
  }
  const refuse = (refusal: QuizFileRefusal, line: number | null = null) => {
    const limits = { size: sizeText(QUIZ_FILE_BYTES, language), most: MOST_FILE_QUESTIONS }
    const said = t(`fileImport.refusal.${refusal}`, limits)
    return back({ error: line === null ? said : `${said} ${t('fileImport.refusal.line', { line })}` }, 400)
  }
  if (sent.text === undefined) return refuse(sent.refusal)
  const { text, name } = sent
  const organisationId = about.value?.organisationId
  if (organisationId === undefined) return back({}, 400)
  const examined = await examineQuizFile(db(), actor, { organisationId, text })
  if (!examined.ok) {
    return examined.refusal === 'not-allowed' ? forbidden() : refuse(examined.refusal, examined.line)
  }
  const found = { name: name.slice(0, 200), text, questions: examined.questions }
  if (about.value === undefined) return back({ found }, 400)
  if (sent.fields.get('intent') !== 'apply') return back({ found }, 200)
  const { organisationId: _organisation, ...content } = about.value
  const contents = examined.whole.map((question) => ({ question, ...content }))
  const outcome = await readInQuestions(db(), actor, { organisationId, contents, now: at })
  if (!outcome.ok) return forbidden()
  const { added, present } = outcome.value
  return redirect(paths.importQuestions(`?inlasta=${added}&fanns=${present}`))
}

export default function QuestionBankImport() {
  const { page } = useLoaderData<typeof loader>()
  return <BankImport page={page} answer={useActionData<typeof action>()} />
}
