import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { emptyPath, pathFieldsOf, pathForm, readPath } from '~/domains/catalogue'
import { canMakePaths, findPath, listCourseNames, savePath } from '~/domains/catalogue/index.server'
import { PathForm } from '~/domains/catalogue/ui/path/path-form'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { forbidden, notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

/** The path of the address, or undefined for a new one; 403 for those who make none. */
async function openPath(request: Request, slug: string | undefined) {
  const actor = await requireActor(request)
  if (!canMakePaths(actor)) return forbidden()
  const viewer = { personId: actor.personId, today: localDay(now()) }
  const path = slug === undefined ? undefined : ((await findPath(db(), slug, viewer)) ?? notFound())
  return { actor, path, courses: await listCourseNames(db()) }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { path, courses } = await openPath(request, params['slug'])
  const t = translator(languageOf(request))
  const known = new Set(courses.map(({ slug }) => slug))
  // A course that has left the offer stands in its path by its address.
  const gone = (path?.parts ?? []).flatMap((part) => part.courses.filter((slug) => !known.has(slug)))
  return {
    title: `${path?.title ?? t('pathMaking')('new')} – ${t('common')('portal')}`,
    page: {
      slug: path?.slug ?? null,
      fields: path === undefined ? emptyPath : pathFieldsOf(path),
      courses: [
        ...courses.map(({ slug, title }) => ({ value: slug, label: title })),
        ...gone.map((slug) => ({ value: slug, label: slug })),
      ],
    },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, path, courses } = await openPath(request, params['slug'])
  const sent = await readForm(request, pathForm)
  if (!sent.ok) throw new Response(null, { status: 400 })
  const known = new Set([...courses.map(({ slug }) => slug), ...(path?.parts ?? []).flatMap((part) => part.courses)])
  const read = readPath(sent.value, known)
  if (!read.ok) {
    const t = translator(languageOf(request))('pathMaking')
    const errors = Object.entries(read.faults).map(([name, { fault, part }]) => [name, t(`fault.${fault}`, { part })])
    return data({ errors: Object.fromEntries(errors) as Record<string, string>, fields: sent.value }, { status: 400 })
  }
  const saved = await savePath(db(), actor, { slug: path?.slug ?? null, path: read.path, now: now() })
  if (saved.ok) return redirectWithToast(paths.authorPath(saved.value.slug), 'saved')
  return saved.refusal === 'not-found' ? notFound() : forbidden()
}

export default function AuthorPath() {
  const { page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <PathForm page={{ ...page, fields: answer?.fields ?? page.fields }} errors={answer?.errors ?? {}} />
}
