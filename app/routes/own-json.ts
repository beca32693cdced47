import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { now } from '~/clock.server'
import { database, db } from '~/db.server'
import type { Actor } from '~/domains/identity'
import { confirmPassword, recordAudit } from '~/domains/identity/index.server'
import { keyText, sectionText } from '~/domains/insight'
import { ownCopyJson } from '~/domains/insight/index.server'
import type { Vault } from '~/domains/participation/index.server'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { localDay } from '~/shared/dates'
import { fileResponse } from '~/shared/file-response.server'
import { readForm } from '~/shared/http.server'
import { paths } from '~/shared/paths'
import { identityVault } from '~/vault.server'

async function copyFor(request: Request, actor: Actor, vault?: Vault): Promise<Response> {
  const language = languageOf(request)
  const t = translator(language)('copy')
  const at = now()
  const { personId } = actor
  const wish = vault === undefined ? { personId, at } : { personId, at, vault }
  await recordAudit(db(), {
    actorId: personId,
    action: 'own-copy.fetched',
    subjectKind: 'person',
    subjectId: personId,
    detail: { form: 'json', fullNumbers: vault !== undefined },
    at,
  })
  const words = {
    language,
    title: t('title'),
    left: [t('leftOut')],
    section: (name: string) => sectionText(t, name),
    key: (name: string) => keyText(t, name),
  }
  const name = `mina-uppgifter-${localDay(at)}.json`
  return fileResponse({ name, type: 'application/json; charset=utf-8', pieces: ownCopyJson(db(), wish, words) })
}

/** The reader's own copy as JSON, with identity numbers masked. */
export async function loader({ request }: LoaderFunctionArgs) {
  return copyFor(request, await requireActor(request))
}

/** The same with the numbers in full, after the password. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await readForm(request, z.object({ copyPassword: z.string().max(200) }))
  const password = form.ok ? form.value.copyPassword : ''
  const known = await confirmPassword(db(), database().pool, { personId: actor.personId, password })
  if (!known.ok) return redirect(paths.ownData(`?fel=${known.refusal}`))
  return copyFor(request, actor, identityVault())
}
