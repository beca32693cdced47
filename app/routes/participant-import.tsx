import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { canImportParticipants, FILE_LIMITS, importReach } from '~/domains/participation'
import { listImportProjects, listImports, type StoredImport, uploadImport } from '~/domains/participation/index.server'
import { NoProject, UploadView } from '~/domains/participation/ui/import/upload-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { formatDateTime } from '~/shared/dates'
import { forbidden, notFound } from '~/shared/http.server'
import { paths } from '~/shared/paths'
import { readUpload } from '~/shared/upload.server'
import { identityVault } from '~/vault.server'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!canImportParticipants(actor)) return forbidden()
  const t = translator(languageOf(request))
  const title = `${t('participantImport')('title')} – ${t('common')('portal')}`
  const reach = importReach(actor)
  const projects = await listImportProjects(db(), reach)
  const wanted = new URL(request.url).searchParams.get('projekt')
  const project = wanted === null ? projects[0] : projects.find(({ diarienr }) => diarienr === wanted)
  if (project === undefined && wanted !== null) return notFound()
  if (project === undefined) return { title, page: null }
  const imports = await listImports(db(), actor.personId, reach, project.projectId)
  const named = ({ diarienr, name }: { diarienr: string; name: string }) => ({ diarienr, name })
  return {
    title,
    page: {
      everyone: reach.everyone,
      project: named(project),
      projects: projects.map(named),
      imports: imports.map(listed),
    },
  }
}

function listed({ importId, fileName, state, counts, choices, actorName, createdAt }: StoredImport) {
  const { skapad, andrad, oforandrad, avvisad } = counts
  const known = skapad !== undefined && andrad !== undefined && oforandrad !== undefined && avvisad !== undefined
  return {
    importId,
    fileName,
    state,
    counts: known ? { skapad, andrad, oforandrad, avvisad } : null,
    rowCount: choices.rowCount,
    actorName,
    createdAt: formatDateTime(createdAt),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!canImportParticipants(actor)) return forbidden()
  const t = translator(languageOf(request))('participantImport')
  const refuse = (message: string) => data({ errors: { file: message } }, { status: 400 })
  const file = await readUpload(request, 'file', FILE_LIMITS.bytes)
  if (!file.ok) return refuse(t(`file.${file.refusal}`))
  const diarienr = new URL(request.url).searchParams.get('projekt') ?? ''
  const upload = { diarienr, bytes: file.value.bytes, fileName: file.value.name, at: now() }
  const outcome = await uploadImport(db(), actor, identityVault(), upload)
  if (outcome.ok) return redirect(paths.participantImportStep(outcome.value.importId))
  if (outcome.refusal === 'not-allowed') return forbidden()
  if (outcome.refusal === 'not-found') return notFound()
  return refuse(t(`file.${outcome.refusal}`))
}

export const headers = () => ({ 'Cache-Control': 'private, no-store' })

export default function ParticipantImport() {
  const { page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return page === null ? <NoProject /> : <UploadView page={page} errors={answer?.errors} />
}
