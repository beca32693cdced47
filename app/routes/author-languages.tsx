import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireDraft } from '~/authoring.server'
import { db } from '~/db.server'
import { draftHead, languageOverview } from '~/domains/catalogue'
import { listTextsOf } from '~/domains/catalogue/index.server'
import { LanguagesView } from '~/domains/catalogue/ui/authoring/languages-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, draft } = await requireDraft(request, params['slug'])
  const t = translator(languageOf(request))
  return {
    title: `${t('authoring')('tabs.languages')} – ${draft.settings.title} – ${t('common')('portal')}`,
    page: {
      head: draftHead(draft, actor),
      overview: languageOverview(draft, await listTextsOf(db(), draft.courseId)),
    },
  }
}

export default function AuthorLanguages() {
  return <LanguagesView page={useLoaderData<typeof loader>().page} />
}
