import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { canEditContent } from '~/domains/identity'
import { findExample } from '~/domains/practice/index.server'
import { ExamplePage } from '~/domains/practice/ui/example-page'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { optionalActor } from '~/session.server'
import { forReading } from '~/shared/editor/for-reading.server'
import { notFound } from '~/shared/http.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'description', content: page?.example.summary },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await optionalActor(request)
  const example = (await findExample(db(), params['slug'] ?? '')) ?? notFound()
  return {
    title: `${example.title} – ${translator(languageOf(request))('common')('portal')}`,
    example: { ...example, body: forReading(example.body) },
    mayEdit: actor !== undefined && canEditContent(actor),
  }
}

export default function ExampleRoute() {
  const { example, mayEdit } = useLoaderData<typeof loader>()
  return <ExamplePage example={example} mayEdit={mayEdit} />
}
