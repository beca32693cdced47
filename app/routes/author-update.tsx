import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireDraft } from '~/authoring.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { diffLines, draftHead, onlyChanges } from '~/domains/catalogue'
import { findSourceLesson, listTexts, takeUpdate } from '~/domains/catalogue/index.server'
import { UpdateView } from '~/domains/catalogue/ui/authoring/update-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { markdownFromDocument } from '~/shared/editor/markdown/writer'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const linesOf = (text: string) => text.split(/\n+/).filter((line) => line.trim() !== '')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, draft } = await requireDraft(request, params['slug'])
  const lesson = draft.lessons.find(({ lessonId }) => lessonId === params['lessonId']) ?? notFound()
  if (lesson.source === null) notFound()
  const source = (await findSourceLesson(db(), lesson.source.lessonId)) ?? notFound()
  const texts = await listTexts(db(), lesson.lessonId)
  const mine = texts.find(({ language }) => language === source.language) ?? texts[0]
  const before = mine === undefined ? [] : [mine.title, ...linesOf(markdownFromDocument(mine.body))]
  const after = [source.title, ...linesOf(markdownFromDocument(source.body))]
  const t = translator(languageOf(request))
  return {
    title: `${t('authoring')('update.title', { title: lesson.title })} – ${t('common')('portal')}`,
    page: {
      head: draftHead(draft, actor),
      title: lesson.title,
      courseTitle: source.courseTitle,
      revision: lesson.source.revision,
      seal: source.seal,
      minutes: { before: lesson.minutes, after: source.minutes },
      lines: onlyChanges(diffLines(before, after)),
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, draft } = await requireDraft(request, params['slug'])
  const form = await readForm(request, z.object({ seal: z.string().max(64) }))
  if (!form.ok) throw new Response(null, { status: 400 })
  const asked = { slug: draft.slug, lessonId: params['lessonId'] ?? '', seal: form.value.seal, now: now() }
  const outcome = await takeUpdate(db(), actor, asked)
  if (outcome.ok) return redirectWithToast(paths.draft(draft.slug), 'updateTaken')
  switch (outcome.refusal) {
    case 'changed-meanwhile':
      return data({ meanwhile: true }, { status: 409 })
    case 'not-allowed':
    case 'in-review':
      return forbidden()
    case 'not-found':
    case 'no-such-lesson':
      return notFound()
  }
}

export default function AuthorUpdate() {
  const { page } = useLoaderData<typeof loader>()
  return <UpdateView page={page} meanwhile={useActionData<typeof action>()?.meanwhile ?? false} />
}
