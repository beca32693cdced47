import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireDraft } from '~/authoring.server'
import { now } from '~/clock.server'
import {
  courseTextsErrors,
  courseTextsPage,
  keptCourseTexts,
  moduleTitles,
  otherLanguage,
  writtenDescription,
} from '~/course-texts.server'
import { db } from '~/db.server'
import { courseTextsForm, readCourseTexts } from '~/domains/catalogue'
import { removeCourseTexts, saveCourseTexts } from '~/domains/catalogue/index.server'
import { CourseTextsView } from '~/domains/catalogue/ui/authoring/course-texts-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, draft } = await requireDraft(request, params['slug'])
  const language = otherLanguage(draft, params['sprak'])
  const t = translator(languageOf(request))
  const name = t('common')(`reading.names.${language}`)
  const isCopy = new URL(request.url).searchParams.get('kopia') === 'ja'
  return {
    title: `${t('courseLanguages')('texts.title', { language: name })} – ${draft.settings.title} – ${t('common')('portal')}`,
    page: courseTextsPage(draft, actor, language, isCopy),
  }
}

const form = z.discriminatedUnion('intent', [courseTextsForm, z.object({ intent: z.literal('remove') })])

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, draft } = await requireDraft(request, params['slug'])
  const language = otherLanguage(draft, params['sprak'])
  const sent = await readForm(request, form)
  if (!sent.ok) throw new Response(null, { status: 400 })
  const at = { slug: draft.slug, language, now: now() }
  if (sent.value.intent === 'remove') {
    const outcome = await removeCourseTexts(db(), actor, at)
    if (outcome.ok) return redirectWithToast(paths.draftLanguages(draft.slug), 'languageRemoved')
    return outcome.refusal === 'in-review' || outcome.refusal === 'not-allowed' ? forbidden() : notFound()
  }
  const { intent: _intent, body, markdown, ...fields } = sent.value
  const { settings } = draft
  const before = settings.translations[language]
  const { written, description } = writtenDescription({ json: body, markdown }, settings, before)
  const read = readCourseTexts(fields, { ...settings, modules: moduleTitles(draft) }, { before, description })
  const stored = courseTextsPage(draft, actor, language)
  const kept = (typed: typeof fields) => keptCourseTexts(stored, typed, { description, markdown })
  if (!read.ok || !written.ok) {
    const errors = courseTextsErrors(request, read.ok ? {} : read.faults, written)
    return data({ errors, conflict: false, page: kept(fields) }, { status: 400 })
  }
  const wish = { ...at, texts: read.texts, version: fields.version }
  const outcome = await saveCourseTexts(db(), actor, wish)
  if (outcome.ok) return redirectWithToast(paths.draftTexts(draft.slug, language), 'saved')
  switch (outcome.refusal) {
    case 'not-found':
    case 'own-language':
      return notFound()
    case 'not-allowed':
    case 'in-review':
      return forbidden()
    case 'edited-meanwhile': {
      // What is said to be whole was read against another original.
      const page = kept({ ...fields, version: stored.fields.version, klar: '' })
      return data({ errors: {}, conflict: true, page }, { status: 409 })
    }
  }
}

export default function AuthorTexts() {
  const loaded = useLoaderData<typeof loader>().page
  const answer = useActionData<typeof action>()
  const page = answer?.page ?? loaded
  return <CourseTextsView key={page.fields.version} page={page} answer={answer} />
}
