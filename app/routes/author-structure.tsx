import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireDraft } from '~/authoring.server'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { courseLanguages, draftHead, type StructureForm, structureForm } from '~/domains/catalogue'
import { changeStructure, listSourceLessons, type StructureChange } from '~/domains/catalogue/index.server'
import { StructureView } from '~/domains/catalogue/ui/authoring/structure-view'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, draft } = await requireDraft(request, params['slug'])
  const head = draftHead(draft, actor)
  const portal = translator(languageOf(request))('common')('portal')
  return {
    title: `${head.title} – ${portal}`,
    page: {
      head,
      modules: draft.modules,
      lessons: draft.lessons.map(({ settings: _settings, ...lesson }) => lesson),
      removed: draft.removed,
      languages: courseLanguages(draft.settings),
      sources: head.mayChange ? await listSourceLessons(db(), draft.courseId) : [],
    },
  }
}

function changeOf(form: StructureForm, copyOf: (title: string) => string): StructureChange {
  const moduleId = 'moduleId' in form && form.moduleId !== '' ? form.moduleId : null
  switch (form.intent) {
    case 'add-module':
      return { kind: 'add-module', title: form.title }
    case 'rename-module':
      return { kind: 'rename-module', moduleId: form.moduleId, title: form.title }
    case 'remove-module':
      return { kind: 'remove-module', moduleId: form.moduleId }
    case 'module-up':
    case 'module-down':
      return { kind: 'step-module', moduleId: form.moduleId, by: form.intent === 'module-up' ? -1 : 1 }
    case 'add-lesson':
      return { kind: 'add-lesson', lessonKind: form.kind, title: form.title, moduleId }
    case 'reuse':
      return { kind: 'reuse-lesson', sourceLessonId: form.sourceLessonId, moduleId }
    case 'duplicate':
      return { kind: 'duplicate-lesson', lessonId: form.lessonId, title: copyOf }
    case 'up':
    case 'down':
      return { kind: 'step-lesson', lessonId: form.lessonId, by: form.intent === 'up' ? -1 : 1 }
    case 'place':
      return {
        kind: 'place-lesson',
        lessonId: form.lessonId,
        moduleId,
        beforeId: form.beforeId === '' ? undefined : form.beforeId,
      }
    case 'remove':
      return { kind: 'remove-lesson', lessonId: form.lessonId }
    case 'restore':
      return { kind: 'restore-lesson', lessonId: form.lessonId }
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, draft } = await requireDraft(request, params['slug'])
  const t = translator(languageOf(request))('authoring')
  const form = await readForm(request, structureForm)
  if (!form.ok) throw new Response(null, { status: 400 })
  const change = changeOf(form.value, (title) => t('structure.copyOf', { title }))
  const outcome = await changeStructure(db(), actor, { slug: draft.slug, change, now: now() })
  if (outcome.ok) {
    const { lessonId } = outcome.value
    if (form.value.intent === 'add-lesson' && lessonId !== null) {
      return redirect(paths.draftLesson(draft.slug, lessonId))
    }
    if (form.value.intent === 'add-module') return redirectWithToast(paths.draft(draft.slug), 'moduleAdded')
    if (form.value.intent === 'remove') return redirectWithToast(paths.draft(draft.slug), 'lessonRemoved')
    return redirect(paths.draft(draft.slug, lessonId === null ? '' : `lektion-${lessonId}`))
  }
  switch (outcome.refusal) {
    case 'not-found':
      return notFound()
    case 'not-allowed':
    case 'in-review':
      return data({ message: t('fault.in-review') }, { status: 403 })
    case 'title':
    case 'no-such-lesson':
    case 'no-such-module':
      return data({ message: t(`fault.${outcome.refusal}`) }, { status: 400 })
  }
}

export default function AuthorStructure() {
  return <StructureView page={useLoaderData<typeof loader>().page} />
}
