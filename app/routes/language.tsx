import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { updateLanguage } from '~/domains/identity/index.server'
import { db } from '~/db.server'
import { env } from '~/env.server'
import { courseLanguageCookie, languageCookie } from '~/server/language.server'
import { optionalActor } from '~/session.server'
import { readForm } from '~/shared/http.server'
import { languages } from '~/shared/language'
import { paths, safeReturnPath } from '~/shared/paths'

/** A choice for the portal, or for the texts of courses. */
const schema = z.object({
  language: z.enum(languages).optional(),
  courseLanguage: z.enum(languages).optional(),
  till: z.string().optional(),
})

export function loader() {
  return redirect(paths.home())
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await optionalActor(request)
  const form = await readForm(request, schema)
  if (!form.ok) return redirect(paths.home())
  const { language, courseLanguage, till } = form.value
  const secure = env().publicUrl?.startsWith('https:') ?? false
  const headers = new Headers()
  if (language !== undefined) {
    if (actor !== undefined) await updateLanguage(db(), actor.personId, language)
    headers.append('Set-Cookie', languageCookie(language, secure))
  }
  if (courseLanguage !== undefined) headers.append('Set-Cookie', courseLanguageCookie(courseLanguage, secure))
  return redirect(safeReturnPath(till ?? null), { headers })
}
