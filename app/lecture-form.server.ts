import { now } from './clock.server'
import { db } from './db.server'
import { bankFilterOf, bankScope, canKeepMedia, emptyLecture, mediaScope } from './domains/catalogue'
import { findBankQuestion, findLectureDraft, findMedia, listBank, listPictures } from './domains/catalogue/index.server'
import type { BankToPick } from './domains/catalogue/ui/questions/bank-pick'
import { EVIDENCE_FRAMEWORK } from './domains/competence'
import { findFramework } from './domains/competence/index.server'
import type { Actor } from './domains/identity'
import { localDay } from './shared/dates'
import { forbidden, notFound } from './shared/http.server'
import { isUuid } from './shared/ids'
import { type Language, pick } from './shared/language'

/** Questions of the bank that a form shows at once. */
const SHOWN = 20

/** The film of the address; 403 for those who keep no media, 404 for another's. */
export async function openFilm(actor: Actor, mediaId: string | undefined) {
  if (!canKeepMedia(actor)) return forbidden()
  if (mediaId === undefined || !isUuid(mediaId)) return notFound()
  const item = (await findMedia(db(), mediaScope(actor), mediaId)) ?? notFound()
  return item.kind === 'video' ? item : notFound()
}

/** Questions of the actor's bank with these words, to take into a form. */
export async function bankToPick(actor: Actor, words: string): Promise<BankToPick> {
  const filter = bankFilterOf(new URLSearchParams({ sok: words }))
  const listed = await listBank(db(), bankScope(actor), filter)
  return {
    words: filter.words,
    found: listed.length,
    questions: listed.slice(0, SHOWN).map(({ bankQuestionId, question }) => ({
      bankQuestionId,
      type: question.type,
      prompt: question.prompt,
    })),
  }
}

/** The marked questions of a form, as far as they are in the actor's bank. */
export async function pickedQuestions(actor: Actor, form: FormData) {
  const marked = form.getAll('bankfraga').map(String).filter(isUuid).slice(0, SHOWN)
  const found = await Promise.all(marked.map((id) => findBankQuestion(db(), bankScope(actor), id)))
  return found.flatMap((each) => (each === undefined || each.retiredAt !== null ? [] : [each.question]))
}

/** What the form of a lecture shows: its draft, or one begun from what is known of the film. */
export async function lectureFormPage(actor: Actor, item: Awaited<ReturnType<typeof openFilm>>, language: Language) {
  const [draft, pictures, framework, bank] = await Promise.all([
    findLectureDraft(db(), item.mediaId),
    listPictures(db(), item.organisationId),
    findFramework(db(), EVIDENCE_FRAMEWORK),
    bankToPick(actor, ''),
  ])
  const begun = {
    ...emptyLecture,
    title: item.title,
    language: item.language ?? 'sv',
    licence: item.licence === '' ? emptyLecture.licence : item.licence,
    recordedOn: localDay(now()),
    minutes: item.durationSeconds === null ? '' : String(Math.ceil(item.durationSeconds / 60) + 2),
  }
  return {
    item: { mediaId: item.mediaId, title: item.title, durationSeconds: item.durationSeconds },
    state: item.lecture?.state ?? ('utkast' as const),
    slug: item.lecture?.slug ?? null,
    filesChanged: draft?.filesChanged ?? false,
    typed: draft === undefined ? begun : { ...draft.typed, version: draft.changedAt.toISOString() },
    pictures,
    bank,
    competences: (framework?.areas ?? []).flatMap(({ competences }) =>
      competences.map(({ code, name }) => ({ value: code, label: `${code} ${pick(name, language)}` })),
    ),
  }
}

/** Codes that a lecture may be about. */
export async function competenceCodes(): Promise<string[]> {
  const framework = await findFramework(db(), EVIDENCE_FRAMEWORK)
  return (framework?.areas ?? []).flatMap(({ competences }) => competences.map(({ code }) => code))
}
