import { data } from '@remix-run/node'
import { db } from '~/db.server'
import type { Actor } from '~/domains/identity'
import { canModerate, canReadDiscussion, type Discussion } from '~/domains/learning'
import { findDiscussion } from '~/domains/learning/index.server'
import type { DiscussionRefusal } from '~/domains/learning/ui/discussion/refusal'
import { translator } from '~/i18n/translator.server'
import { languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { forbidden, notFound } from '~/shared/http.server'

export interface AskedDiscussion {
  actor: Actor
  discussion: Discussion
  reads: boolean
  moderates: boolean
}

/** The signed-in person and the discussion of the course at this address; 404 when there is no such course. */
export async function askedDiscussion(request: Request, slug: string | undefined): Promise<AskedDiscussion> {
  const actor = await requireActor(request)
  const discussion = (await findDiscussion(db(), actor.personId, slug ?? '')) ?? notFound()
  const [reads, moderates] = [canReadDiscussion(actor, discussion), canModerate(actor, discussion)]
  return { actor, discussion, reads, moderates }
}

/** A refusal in words, with what was typed: 404 for what is not there, 403 for what the person may not. */
export function answerRefusal<T extends object>(request: Request, refusal: DiscussionRefusal, sent: T) {
  if (refusal === 'not-found') return notFound()
  if (refusal === 'not-allowed') return forbidden()
  const message = translator(languageOf(request))('discussion')(`refusal.${refusal}`)
  return data({ message, sent }, { status: 400 })
}
