import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireAuthor } from '~/authoring.server'
import { packageLimits, receivePackage } from '~/course-packages.server'
import { sizeText } from '~/domains/catalogue'
import { PackageUpload } from '~/domains/catalogue/ui/authoring/package-upload'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAuthor(request)
  const language = languageOf(request)
  const t = translator(language)
  return {
    title: `${t('coursePackage')('title')} – ${t('common')('portal')}`,
    most: sizeText(packageLimits().totalBytes, language),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAuthor(request)
  const language = languageOf(request)
  const t = translator(language)('coursePackage')
  const received = await receivePackage(request, actor)
  if (received.ok) return redirect(paths.importPackageStep(received.importId))
  const { fault, file = '' } = received.refusal
  const message = t(`fault.${fault}`, { file, size: sizeText(packageLimits().totalBytes, language) })
  return data({ errors: { file: message } }, { status: 400 })
}

export default function CourseImport() {
  const { most } = useLoaderData<typeof loader>()
  return <PackageUpload most={most} errors={useActionData<typeof action>()?.errors} />
}
