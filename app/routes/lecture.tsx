import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { canEditLecture, canKeepMedia } from '~/domains/catalogue'
import { findLecture, findLectureHome } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import {
  acceptResponses,
  answerFaults,
  askedQuestions,
  responsesOf,
  reviewAttempt,
  secondsToWatch,
  whatIsLeft,
} from '~/domains/learning'
import {
  findItemWork,
  findLectureFinish,
  findViewing,
  finishLecture,
  submitLectureCheck,
} from '~/domains/learning/index.server'
import { LecturePage } from '~/domains/learning/ui/lecture-page'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { playbackTokenFor } from '~/mux.server'
import { qualityFor } from '~/quality.server'
import { optionalActor, requireActor } from '~/session.server'
import { formatDay } from '~/shared/dates'
import { forReading } from '~/shared/editor/for-reading.server'
import { notFound, redirectWithToast } from '~/shared/http.server'
import type { LectureId, PersonId } from '~/shared/ids'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page === undefined ? '' : `${page.lecture.title} – Westum Lärportal` },
  { name: 'description', content: page?.lecture.summary ?? '' },
]
export const handle = { scripts: true }

async function mayEditLecture(actor: Actor, slug: string): Promise<boolean> {
  const home = canKeepMedia(actor) ? await findLectureHome(db(), slug) : undefined
  return home !== undefined && canEditLecture(actor, home)
}

type Work = Awaited<ReturnType<typeof findItemWork>>

async function workOf(personId: PersonId, lectureId: LectureId) {
  const item = { personId, itemId: lectureId, round: 1 }
  const [work, viewing, finishedAt] = await Promise.all([
    findItemWork(db(), item, lectureId),
    findViewing(db(), personId, lectureId),
    findLectureFinish(db(), personId, lectureId),
  ])
  return { work, ...viewing, finishedAt }
}

function latestOf(work: Work, questions: Parameters<typeof reviewAttempt>[0]) {
  const best = work.attempts.find((attempt) => attempt.passed) ?? work.attempts.at(-1)
  if (best === undefined) return null
  const { score, passed, responses } = best
  return { score, passed, questions: reviewAttempt(best.questions ?? questions, responses, passed) }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const [actor, found] = await Promise.all([optionalActor(request), findLecture(db(), params['slug'] ?? '')])
  const { check: secret, ...stored } = found ?? notFound()
  const playbackToken = playbackTokenFor(stored.muxPlaybackId)
  const lecture = { ...stored, playbackToken, description: forReading(stored.description) }
  const quality = await qualityFor(actor?.personId)
  if (actor === undefined) return { lecture, quality, watching: undefined, check: undefined, mayEdit: false }
  const [{ work, watch, notes, finishedAt }, mayEdit] = await Promise.all([
    workOf(actor.personId, lecture.lectureId),
    mayEditLecture(actor, lecture.slug),
  ])
  const seconds = secondsToWatch(lecture.durationSeconds)
  return {
    lecture,
    quality,
    mayEdit,
    watching: {
      viewerKey: actor.personId,
      watched: watch?.watched ?? [],
      positionSeconds: watch?.positionSeconds ?? 0,
      notes,
      newNoteId: randomUUID(),
    },
    check: {
      pass: secret.pass,
      questions: askedQuestions(secret.questions),
      drafts: work.drafts,
      attempts: work.attempts.length,
      latest: latestOf(work, secret.questions),
      transcriptRead: work.transcriptRead,
      left: whatIsLeft({ kind: 'lecture', seconds, pass: secret.pass }, work),
      finishedOn: finishedAt === undefined ? null : formatDay(finishedAt),
    },
  }
}

const formSchema = z.object({
  intent: z.enum(['check', 'finish']),
  after: z.coerce.number().int().min(0).max(100_000).catch(0),
  transcriptRead: z.boolean(),
})

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const lecture = (await findLecture(db(), params['slug'] ?? '')) ?? notFound()
  const form = await request.formData()
  const parsed = formSchema.safeParse({
    intent: form.get('intent'),
    after: form.get('after') ?? 0,
    transcriptRead: form.get('transcriptRead') !== null,
  })
  if (!parsed.success) throw new Response(null, { status: 400 })
  const { intent, after, transcriptRead } = parsed.data
  const back = `${paths.lecture(lecture.slug)}#kontroll`
  const given = { personId: actor.personId, lecture, transcriptRead, now: now() }

  if (intent === 'finish') {
    const outcome = await finishLecture(db(), given)
    return redirectWithToast(back, outcome.finished ? 'lectureFinished' : 'saved')
  }
  const sent = responsesOf(Object.fromEntries([...form.keys()].map((name) => [name, form.getAll(name)])))
  const responses = acceptResponses(lecture.check.questions, sent)
  const outcome = await submitLectureCheck(db(), { ...given, responses, after })
  if (outcome.ok) return redirectWithToast(back, outcome.value.finished ? 'lectureFinished' : 'saved')
  return data({ faults: answerFaults(lecture.check.questions, responses) }, { status: 400 })
}

export default function LectureRoute() {
  const page = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return <LecturePage key={page.lecture.slug} {...page} faults={failed?.faults} />
}
