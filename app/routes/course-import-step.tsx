import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireAuthor } from '~/authoring.server'
import { now } from '~/clock.server'
import { dropWaiting, findWaiting, packageGround, type WaitingPackage } from '~/course-packages.server'
import { db } from '~/db.server'
import { authorReach, sizeText } from '~/domains/catalogue'
import { type ImportTarget, listMakerOrganisations } from '~/domains/catalogue/index.server'
import { PackageView } from '~/domains/catalogue/ui/authoring/package-view'
import type { Actor } from '~/domains/identity'
import { env } from '~/env.server'
import { translator } from '~/i18n/translator.server'
import { analysePackage, type PackageAnalysis } from '~/journeys/analyse-package.server'
import { importPackage } from '~/journeys/import-package.server'
import { languageOf } from '~/server/language.server'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import type { OrganisationId } from '~/shared/ids'
import type { Language } from '~/shared/language'
import { paths } from '~/shared/paths'
import { readPackage } from '~db/seed/package'

const SHOWN_PROBLEMS = 50

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

async function requireWaiting(actor: Actor, importId: string | undefined): Promise<WaitingPackage> {
  return (await findWaiting(actor, importId)) ?? notFound()
}

async function analysed(actor: Actor, { folder }: WaitingPackage): Promise<PackageAnalysis> {
  return analysePackage(packageGround(), actor, await readPackage(folder))
}

/** The analysis as the page shows it: sizes in words, and what is private to this machine left out. */
function shown({ read, contents }: PackageAnalysis, language: Language) {
  const size = (bytes: number) => sizeText(bytes, language)
  const { manifest, whole, problems } = read
  return {
    course: manifest && { title: whole?.course.title ?? manifest.title, slug: manifest.course },
    licence: whole?.course.licence ?? manifest?.licence ?? '',
    origin: manifest?.origin ?? null,
    problems: { count: problems.length, first: problems.slice(0, SHOWN_PROBLEMS) },
    contents: contents && {
      ...contents,
      bytes: size(contents.bytes),
      lectures: contents.lectures.map(({ lectureId: _id, bytes, ...lecture }) => ({ ...lecture, size: size(bytes) })),
      files: contents.files.map(({ bytes, ...file }) => ({ ...file, size: size(bytes) })),
    },
  }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAuthor(request)
  const waiting = await requireWaiting(actor, params['importId'])
  const language = languageOf(request)
  const t = translator(language)
  const reach = authorReach(actor)
  const organisations = await listMakerOrganisations(db(), reach)
  const libraries = organisations.map(({ organisationId, name }) => ({ value: organisationId, label: name }))
  const portal = { value: '', label: t('authoring')('list.portal') }
  return {
    title: `${t('coursePackage')('title')} – ${t('common')('portal')}`,
    page: {
      ...shown(await analysed(actor, waiting), language),
      fileName: waiting.fileName,
      libraries,
      owners: [...(reach.everywhere ? [portal] : []), ...libraries],
    },
  }
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('give-up') }),
  z.object({
    intent: z.literal('apply'),
    target: z.enum(['draft', 'new']),
    organisationId: z.union([z.uuid(), z.literal('')]).default(''),
    library: z.uuid(),
  }),
])

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAuthor(request)
  const waiting = await requireWaiting(actor, params['importId'])
  const sent = await readForm(request, form)
  if (!sent.ok) throw new Response(null, { status: 400 })
  if (sent.value.intent === 'give-up') {
    await dropWaiting(waiting)
    return redirectWithToast(paths.importPackage(), 'packageRemoved')
  }
  const t = translator(languageOf(request))('coursePackage')
  const { organisationId, library } = sent.value
  const { read, contents } = await analysed(actor, waiting)
  const refuse = (message: string) => data({ message }, { status: 400 })
  if (read.whole === undefined || contents === null) return refuse(t('refused.problems'))
  const target: ImportTarget =
    sent.value.target === 'draft'
      ? { kind: 'draft' }
      : { kind: 'new', organisationId: organisationId === '' ? null : (organisationId as OrganisationId) }
  const outcome = await importPackage(packageGround(), actor, {
    folder: waiting.folder,
    found: read.whole,
    lectures: contents.lectures,
    target,
    library: library as OrganisationId,
    quota: env().media.quota,
    now: now(),
  })
  if (!outcome.ok) return refuse(t(`refused.${outcome.refusal}`))
  await dropWaiting(waiting)
  return redirectWithToast(paths.draftReview(outcome.value.slug), 'packageImported')
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function CourseImportStep() {
  const { page } = useLoaderData<typeof loader>()
  return <PackageView page={page} answer={useActionData<typeof action>()} />
}
