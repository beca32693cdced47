import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canEditContent } from '~/domains/identity'
import { editExample, findExample } from '~/domains/practice/index.server'
import { ExampleEditor } from '~/domains/practice/ui/example-editor'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { formatDateTime } from '~/shared/dates'
import { documentFromMarkdown } from '~/shared/editor/markdown/reader.server'
import { markdownFromDocument } from '~/shared/editor/markdown/writer'
import { picturesOf } from '~/shared/editor/pictures'
import { checkDocument } from '~/shared/editor/schema.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

async function openForEditing(request: Request, slug: string | undefined) {
  const actor = await requireActor(request)
  if (!canEditContent(actor)) forbidden()
  return { actor, example: (await findExample(db(), slug ?? '')) ?? notFound() }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { example } = await openForEditing(request, params['slug'])
  const t = translator(languageOf(request))
  const { slug, title, summary, body, editedAt } = example
  return {
    title: `${t('practice')('editTitle')} – ${t('common')('portal')}`,
    draft: { slug, title, summary, body, markdown: markdownFromDocument(body), version: editedAt?.toISOString() ?? '' },
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, example } = await openForEditing(request, params['slug'])
  const t = translator(languageOf(request))('practice')
  const form = await readForm(
    request,
    z.object({
      title: z.string().max(1000),
      summary: z.string().max(3000),
      version: z.union([z.literal(''), z.iso.datetime()]),
      body: z.string().max(1_000_000).optional(),
      markdown: z.string().max(400_000).optional(),
    }),
  )
  if (!form.ok) return data({ errors: form.errors, conflict: null, draft: null }, { status: 400 })
  const title = form.value.title.trim()
  const summary = form.value.summary.trim()
  const written =
    form.value.body === undefined
      ? documentFromMarkdown(form.value.markdown ?? '', picturesOf(example.body))
      : { document: parsed(form.value.body), faults: [] }
  const fault = written.faults[0]
  const errors = {
    ...(title === '' || title.length > 140 ? { title: t('fault.title') } : {}),
    ...(summary === '' || summary.length > 300 ? { summary: t('fault.summary') } : {}),
    ...(fault === undefined ? {} : { markdown: t('fault.line', { ...fault }) }),
  }
  const checked = checkDocument(written.document)
  const body = checked.ok ? checked.value : example.body
  const kept = (version: string) => ({
    slug: example.slug,
    title: form.value.title,
    summary: form.value.summary,
    body,
    markdown: form.value.markdown ?? markdownFromDocument(body),
    version,
  })
  if (Object.keys(errors).length > 0) {
    return data({ errors, conflict: null, draft: kept(form.value.version) }, { status: 400 })
  }
  const readEditedAt = form.value.version === '' ? null : new Date(form.value.version)
  const edit = { slug: example.slug, title, summary, body: written.document, readEditedAt, now: now() }
  const outcome = await editExample(db(), actor, edit)
  if (outcome.ok) return redirectWithToast(paths.example(example.slug), 'saved')
  switch (outcome.refusal) {
    case 'not-allowed':
      return forbidden()
    case 'not-found':
      return notFound()
    case 'edited-meanwhile': {
      const conflict = example.editedAt === null ? '' : formatDateTime(example.editedAt)
      return data({ errors: {}, conflict, draft: kept(example.editedAt?.toISOString() ?? '') }, { status: 409 })
    }
    case 'body-refused':
    case 'body-empty': {
      const message =
        outcome.refusal === 'body-empty' ? t('fault.bodyEmpty') : checked.ok ? t('fault.bodyRefused') : checked.message
      return data({ errors: { body: message }, conflict: null, draft: kept(form.value.version) }, { status: 400 })
    }
  }
}

export default function ExampleEdit() {
  const { draft } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const shown = answer?.draft ?? draft
  return <ExampleEditor key={shown.version} draft={shown} faults={answer} />
}
