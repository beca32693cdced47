import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canEditContent } from '~/domains/identity'
import { editExample, findExample } from '~/domains/practice/index.server'
import { ExampleEditPage, ExampleFields } from '~/domains/practice/ui/example-editor'
import { findText, saveText } from '~/domains/writing/index.server'
import { TextForm } from '~/domains/writing/ui/text-form'
import { translator } from '~/i18n/translator.server'
import { useT } from '~/i18n/use-t'
import { metText } from '~/journeys/write-text.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { answerImport, isImport } from '~/shared/editor/import/import-answer.server'
import { ImportNotice, ImportPanel } from '~/shared/editor/import/import-panel'
import { markdownFromDocument } from '~/shared/editor/markdown/writer'
import { checkDocument } from '~/shared/editor/schema.server'
import { readSubmitted, submittedText } from '~/shared/editor/submitted.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

type WrittenText = Awaited<ReturnType<typeof openForEditing>>['text']

async function openForEditing(request: Request, slug: string | undefined) {
  const actor = await requireActor(request)
  if (!canEditContent(actor)) forbidden()
  const example = (await findExample(db(), slug ?? '')) ?? notFound()
  return { actor, example, text: (await findText(db(), example.textId)) ?? notFound() }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, example, text } = await openForEditing(request, params['slug'])
  const t = translator(languageOf(request))
  const { slug, title, summary } = example
  const { textId, body, fields, seq, savedAt } = text
  const published = JSON.stringify([example.body, title, summary])
  const isChanged = JSON.stringify([body, fields['title'], fields['summary']]) !== published
  return {
    title: `${t('practice')('editTitle')} – ${t('common')('portal')}`,
    viewerKey: actor.personId,
    slug,
    published: title,
    text: {
      textId,
      body,
      fields,
      seq,
      savedAt: savedAt.toISOString(),
      markdown: markdownFromDocument(body),
      isChanged,
    },
  }
}

/** The form with the text of a file in it, not yet published. */
async function imported(request: Request, text: WrittenText) {
  const { document: body, answer } = await answerImport(request)
  const typed = body === undefined ? null : { body, fields: text.fields, markdown: markdownFromDocument(body) }
  const status = answer.refusal === null ? 200 : answer.refusal === 'too-large' ? 413 : 400
  return data({ errors: {}, conflict: null, typed, imported: answer }, { status })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, example, text } = await openForEditing(request, params['slug'])
  const t = translator(languageOf(request))('practice')
  if (isImport(request)) return imported(request, text)
  const form = await readForm(
    request,
    z.object({
      intent: z.enum(['publish', 'draft']),
      title: z.string().max(1000),
      summary: z.string().max(3000),
      baseSeq: z.coerce.number().int().min(0).max(2_000_000_000),
      ...submittedText,
    }),
  )
  if (!form.ok) return data({ errors: form.errors, conflict: null, typed: null }, { status: 400 })
  const { intent, baseSeq } = form.value
  const [title, summary] = [form.value.title.trim(), form.value.summary.trim()]
  const { document, fault } = readSubmitted(form.value, text.body)
  const checked = checkDocument(document)
  const mine = { body: checked.ok ? checked.value : text.body, fields: { title, summary } }
  const typed = { ...mine, markdown: form.value.markdown ?? markdownFromDocument(mine.body) }
  const isPublish = intent === 'publish'
  const errors = {
    ...((isPublish && title === '') || title.length > 140 ? { title: t('fault.title') } : {}),
    ...((isPublish && summary === '') || summary.length > 300 ? { summary: t('fault.summary') } : {}),
    ...(fault === undefined ? {} : { markdown: t('fault.line', { ...fault }) }),
  }
  if (Object.keys(errors).length > 0) return data({ errors, conflict: null, typed }, { status: 400 })
  const outcome = isPublish
    ? await editExample(db(), actor, { slug: example.slug, title, summary, body: document, baseSeq, now: now() })
    : await saveText(db(), {
        textId: text.textId,
        body: document,
        fields: mine.fields,
        baseSeq,
        authorId: actor.personId,
        at: now(),
      })
  if (outcome.ok)
    return redirectWithToast(isPublish ? paths.example(example.slug) : paths.editExample(example.slug), 'saved')
  switch (outcome.refusal) {
    case 'not-allowed':
      return forbidden()
    case 'not-found':
    case 'no-such-text':
      return notFound()
    case 'conflict':
      return data({ errors: {}, conflict: metText(mine, outcome.theirs), typed }, { status: 409 })
    case 'body-refused':
      return data({ errors: { body: outcome.message }, conflict: null, typed }, { status: 400 })
    case 'body-empty':
      return data({ errors: { body: t('fault.bodyEmpty') }, conflict: null, typed }, { status: 400 })
  }
}

export default function ExampleEdit() {
  const { slug, published, text, viewerKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const taken = answer !== undefined && 'imported' in answer ? answer.imported : undefined
  const t = useT('practice')
  const common = useT('common')
  const words = {
    body: t('field.body'),
    markdownHint: t('hint.markdown'),
    publish: t('publish'),
    saveDraft: t('saveDraft'),
    cancel: common('cancel'),
  }
  return (
    <ExampleEditPage slug={slug} title={published}>
      <ImportNotice answer={taken} />
      <TextForm
        key={JSON.stringify(taken)}
        text={text}
        viewerKey={viewerKey}
        readAt={paths.example(slug)}
        editAt={paths.editExample(slug)}
        answer={answer}
        words={words}
        fields={(values, errors) => <ExampleFields values={values} errors={errors} />}
      />
      <ImportPanel />
    </ExampleEditPage>
  )
}
