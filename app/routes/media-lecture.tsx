import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { lectureForm, type LectureTyped, readQuestions, withQuestions } from '~/domains/catalogue'
import { findLectureDraft, publishLecture, retireLecture, saveLectureDraft } from '~/domains/catalogue/index.server'
import { type LectureAnswer, LectureFormPage } from '~/domains/catalogue/ui/media/lecture-form-page'
import { translator } from '~/i18n/translator.server'
import { bankToPick, competenceCodes, lectureFormPage, openFilm, pickedQuestions } from '~/lecture-form.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const item = await openFilm(actor, params['id'])
  const language = languageOf(request)
  const t = translator(language)
  return {
    title: `${t('lectureMaking')('title', { title: item.title })} – ${t('common')('portal')}`,
    page: await lectureFormPage(actor, item, language),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const { mediaId } = await openFilm(actor, params['id'])
  const intent = new URL(request.url).searchParams.get('gor')
  const here = paths.mediaLecture(mediaId)
  const at = now()
  if (intent === 'avpublicera') {
    const retired = await retireLecture(db(), actor, mediaId, at)
    return retired.ok ? redirectWithToast(here, 'lectureRetired') : notFound()
  }
  const raw = await request.clone().formData()
  const form = await readForm(request, lectureForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  const read = readQuestions(raw)
  const typed: LectureTyped = { ...form.value, questions: read.drafts }
  const version = typed.version === '' ? null : new Date(typed.version)
  if (version !== null && Number.isNaN(version.getTime())) throw new Response(null, { status: 400 })
  const back = (change: Partial<LectureAnswer> & { typed?: LectureTyped }, status: number) => {
    const none = { typed, faults: [], questionFaults: [], conflict: false, focus: null, bank: null }
    return data({ ...none, ...change, at: at.getTime() }, { status })
  }
  if (read.kind === 'changed') {
    const asked = raw.get('andra')
    if (asked === 'bank:sok') return back({ bank: await bankToPick(actor, String(raw.get('banksok') ?? '')) }, 200)
    if (asked !== 'bank:hamta') return back({ focus: read.focus }, 200)
    const questions = withQuestions(read.drafts, await pickedQuestions(actor, raw))
    const focus = questions.length > read.drafts.length ? `f${read.drafts.length}.prompt` : null
    return back({ typed: { ...typed, questions }, focus }, 200)
  }
  const saved = await saveLectureDraft(db(), actor, mediaId, { typed, version, at })
  if (!saved.ok) {
    if (saved.refusal === 'not-found') return notFound()
    const stored = await findLectureDraft(db(), mediaId)
    return back({ typed: { ...typed, version: stored?.changedAt.toISOString() ?? '' }, conflict: true }, 409)
  }
  if (intent !== 'publicera') return redirectWithToast(here, 'saved')
  const outcome = await publishLecture(db(), actor, mediaId, { competenceCodes: await competenceCodes(), at })
  if (outcome.ok) return redirectWithToast(here, 'lecturePublished')
  if (outcome.refusal === 'not-found') return notFound()
  const questionFaults = read.kind === 'faulty' ? read.faults : []
  return back({ typed: { ...typed, version: at.toISOString() }, faults: outcome.faults, questionFaults }, 400)
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function MediaLecture() {
  const { page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const typed = answer?.typed ?? page.typed
  return <LectureFormPage key={answer?.at ?? typed.version} {...page} typed={typed} failed={answer} />
}
