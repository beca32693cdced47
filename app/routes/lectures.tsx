import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listLectures } from '~/domains/catalogue/index.server'
import { LectureList } from '~/domains/catalogue/ui/lecture-list'
import { db } from '~/db.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const t = translator(languageOf(request))
  const lectures = await listLectures(db())
  return {
    title: `${t('catalogue')('lectures')} – ${t('common')('portal')}`,
    lectures: lectures.map(({ slug, title, summary, minutes, themes, posterPath, recordedOn, speaker }) => ({
      slug,
      title,
      summary,
      minutes,
      themes,
      posterPath,
      recordedOn,
      speaker,
    })),
  }
}

export default function Lectures() {
  return <LectureList lectures={useLoaderData<typeof loader>().lectures} />
}
