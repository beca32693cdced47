import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { compareWritten, findVersion, listVersions } from '~/domains/writing/index.server'
import { VersionsPage } from '~/domains/writing/ui/versions-page'
import { translator } from '~/i18n/translator.server'
import { changeText, openText, textChange } from '~/journeys/write-text.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forReading } from '~/shared/editor/for-reading.server'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

async function open(request: Request, textId: string | undefined) {
  const actor = await requireActor(request)
  const opened = await openText(db(), actor, textId ?? '')
  if (!opened.ok) return opened.refusal === 'not-allowed' ? forbidden() : notFound()
  return { actor, ...opened.value }
}

/** The number of a version in the address; undefined for anything else. */
function numberIn(address: URL, name: string): number | undefined {
  const value = address.searchParams.get(name)
  return value !== null && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { text, subject } = await open(request, params['textId'])
  const { textId } = text
  const versions = await listVersions(db(), textId)
  const address = new URL(request.url)
  const to = numberIn(address, 'till') ?? versions[0]?.number ?? 1
  const from = numberIn(address, 'fran') ?? versions.find(({ number }) => number < to)?.number
  const [shown, other] = await Promise.all([
    findVersion(db(), textId, to),
    from === undefined ? undefined : findVersion(db(), textId, from),
  ])
  if (shown === undefined || (from !== undefined && other === undefined)) return notFound()
  const t = translator(languageOf(request))
  return {
    title: `${t('writing')('versions.title')}: ${subject.title} – ${t('common')('portal')}`,
    textId,
    subject,
    versions,
    shown: { ...shown, body: forReading(shown.body) },
    other: other?.number ?? null,
    differences: other === undefined ? [] : compareWritten(other, shown),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, text, subject } = await open(request, params['textId'])
  const form = await readForm(request, textChange)
  if (!form.ok) return data({ fault: null, message: null, conflict: null }, { status: 400 })
  const outcome = await changeText(db(), actor, { text, subject }, form.value, now())
  if (outcome.ok) {
    const { value } = form
    const next = value.intent === 'name' ? paths.textVersions(text.textId, `?till=${value.number}`) : subject.editAt
    return redirectWithToast(next, 'saved')
  }
  switch (outcome.refusal) {
    case 'no-such-text':
      return notFound()
    case 'not-allowed':
      return forbidden()
    case 'no-such-version':
    case 'already-kept':
      return data({ fault: outcome.refusal, message: null, conflict: null }, { status: 409 })
    case 'name':
      return data({ fault: outcome.refusal, message: null, conflict: outcome.conflict ?? null }, { status: 400 })
    case 'body-refused':
      return data({ fault: null, message: outcome.message, conflict: null }, { status: 400 })
    case 'conflict':
      return data({ fault: null, message: null, conflict: outcome.conflict }, { status: 409 })
  }
}

export default function TextVersions() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <VersionsPage page={page} answer={answer} />
}
