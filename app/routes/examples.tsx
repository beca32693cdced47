import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '~/db.server'
import { readExampleFilter } from '~/domains/practice'
import { listExamples } from '~/domains/practice/index.server'
import { ExampleLibrary } from '~/domains/practice/ui/example-library'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const language = languageOf(request)
  const t = translator(language)
  const filter = readExampleFilter(new URL(request.url).searchParams)
  const list = await listExamples(db(), filter)
  const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' })
  const codes = [...filter.country, ...list.facets.flatMap(({ facet, value }) => (facet === 'country' ? [value] : []))]
  const nameOf = (code: string) => (code === 'EU' ? t('practice')('several') : (regions.of(code) ?? code))
  return {
    title: `${t('practice')('title')} – ${t('common')('portal')}`,
    filter,
    list,
    countries: Object.fromEntries(codes.map((code) => [code, nameOf(code)])),
  }
}

export default function Examples() {
  const { filter, list, countries } = useLoaderData<typeof loader>()
  return <ExampleLibrary filter={filter} list={list} countries={countries} />
}
