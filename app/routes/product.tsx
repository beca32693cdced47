import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { findOccasion } from '~/domains/catalogue/index.server'
import { findOwnProduct, handInProduct, isParticipant } from '~/domains/learning/index.server'
import { ProductForm } from '~/domains/learning/ui/attendance/product-form'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { isUuid } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

/** The page is there for those who take part in an occasion whose activity asks for a product. */
async function occasionOf(request: Request, id: string | undefined) {
  const actor = await requireActor(request)
  const occasion = isUuid(id ?? '') ? await findOccasion(db(), id ?? '') : undefined
  if (occasion === undefined || occasion.productPrompt === null) return notFound()
  if (!(await isParticipant(db(), occasion.occasionId, actor.personId))) return notFound()
  return { actor, occasion, prompt: occasion.productPrompt }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, occasion, prompt } = await occasionOf(request, params['occasionId'])
  const product = await findOwnProduct(db(), occasion.occasionId, actor.personId)
  const t = translator(languageOf(request))
  return data(
    {
      title: `${t('attendance')('product.own.title')}: ${occasion.title} – ${t('common')('portal')}`,
      page: {
        occasionId: occasion.occasionId,
        slug: occasion.slug,
        title: occasion.title,
        prompt,
        product: product ?? null,
      },
    },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, occasion } = await occasionOf(request, params['occasionId'])
  const form = await readForm(request, z.object({ wording: z.string().default('') }))
  const wording = form.ok ? form.value.wording : ''
  const outcome = await handInProduct(db(), actor, { occasion, wording, at: now() })
  if (outcome.ok) return redirectWithToast(paths.product(occasion.occasionId), 'productHandedIn')
  const t = translator(languageOf(request))('attendance')
  return data({ error: t(`product.fault.${outcome.refusal}`), wording }, { status: 400 })
}

export default function Product() {
  return <ProductForm page={useLoaderData<typeof loader>().page} answer={useActionData<typeof action>()} />
}
