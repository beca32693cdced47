import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { updateLanguage } from '~/domains/identity/index.server'
import { db } from '~/db.server'
import { env } from '~/env.server'
import { languageCookie } from '~/server/language.server'
import { optionalActor } from '~/session.server'
import { readForm } from '~/shared/http.server'
import { languages } from '~/shared/language'
import { paths, safeReturnPath } from '~/shared/paths'

const schema = z.object({
  language: z.enum(languages),
  till: z.string().optional(),
})

export function loader() {
  return redirect(paths.home())
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await optionalActor(request)
  const form = await readForm(request, schema)
  if (!form.ok) return redirect(paths.home())
  if (actor !== undefined) await updateLanguage(db(), actor.personId, form.value.language)
  const secure = env().publicUrl?.startsWith('https:') ?? false
  return redirect(safeReturnPath(form.value.till ?? null), {
    headers: { 'Set-Cookie': languageCookie(form.value.language, secure) },
  })
}
