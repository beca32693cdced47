import { redirect } from '@remix-run/node'
import type { ZodType } from 'zod'

export type FormRead<T> =
  | { ok: true; value: T }
  | {
      ok: false
      errors: Record<string, string>
      values: Record<string, string>
    }

/**
 * Reads a submitted form through a zod schema. A name that occurs several times becomes an array. Null characters,
 * which the database takes in no text, are left out.
 * On failure the messages are by field name and `values` holds what was typed, so that nothing is lost.
 */
export async function readForm<T>(request: Request, schema: ZodType<T>): Promise<FormRead<T>> {
  const form = await request.formData()
  const raw: Record<string, FormDataEntryValue | FormDataEntryValue[]> = {}
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name).map((value) => (typeof value === 'string' ? value.replaceAll('\0', '') : value))
    raw[name] = all.length === 1 && all[0] !== undefined ? all[0] : all
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors: Record<string, string> = {}
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(raw)) {
    if (typeof value === 'string' && !/password|losenord/i.test(name)) values[name] = value
  }
  return { ok: false, errors, values }
}

/** What no text of the database takes: null characters, and halves of characters. */
function storable(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').replaceAll(/\p{Cs}/gu, '\ufffd') : value
}

/** Reads a JSON body through a zod schema, its texts such as the database takes; undefined for what is not of the schema. */
export async function readJson<T>(request: Request, schema: ZodType<T>): Promise<T | undefined> {
  try {
    const sent: unknown = JSON.parse(await request.text(), (_key, value: unknown) => storable(value))
    return schema.safeParse(sent).data
  } catch {
    return undefined
  }
}

/** Throws 404: absent, or not the asker's to see. */
export function notFound(): never {
  throw new Response(null, { status: 404, statusText: 'Not Found' })
}

/** Throws 403: signed in, but the role may not. */
export function forbidden(): never {
  throw new Response(null, { status: 403, statusText: 'Forbidden' })
}

const toastCookie = 'portal_toast'

/** POST–redirect–GET with a short message shown once on the next page; `key` is a text of the `toast` namespace. */
export function redirectWithToast(url: string, key: string, headers: HeadersInit = {}): Response {
  const all = new Headers(headers)
  all.append('Set-Cookie', `${toastCookie}=${encodeURIComponent(key)}; Path=/; Max-Age=20; HttpOnly; SameSite=Lax`)
  return redirect(url, { headers: all })
}

/** The message waiting in the request's cookie, if any. */
export function readToast(request: Request): string | undefined {
  const match = /(?:^|;\s*)portal_toast=([^;]*)/.exec(request.headers.get('cookie') ?? '')
  return match?.[1] === undefined || match[1] === '' ? undefined : decodeURIComponent(match[1])
}

export const clearToast = `${toastCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`
