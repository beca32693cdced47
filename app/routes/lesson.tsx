import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { now } from '~/clock.server'
import { db } from '~/db.server'
import { type AnswerFault, type Remaining, lessonForm, responsesOf } from '~/domains/learning'
import { openLesson } from '~/domains/learning/index.server'
import { LessonView } from '~/domains/learning/ui/lesson-view'
import { type LessonRefusal, refusalText } from '~/domains/learning/ui/refusal-text'
import { answerWorkForm, isWorkForm } from '~/hand-in.server'
import { translator } from '~/i18n/translator.server'
import { enrolInCourse } from '~/journeys/enrol-in-course.server'
import type { FinishLesson } from '~/journeys/finish-lesson.server'
import { markDone, saveDraft, submitAnswers } from '~/journeys/work-on-lesson.server'
import { playbackTokenFor } from '~/mux.server'
import { qualityFor } from '~/quality.server'
import { courseLanguageOf, languageOf } from '~/server/language.server'
import { requireActor } from '~/session.server'
import { notFound, readForm, redirectWithToast } from '~/shared/http.server'
import { KEEPING_HEADER } from '~/shared/offline/saved-names'
import { paths } from '~/shared/paths'

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { slug: courseSlug = '', lektion: lessonSlug = '' } = params
  const asked = new URL(request.url).searchParams.get('forsok')
  const attempt = asked === 'nytt' ? 'new' : asked === null ? undefined : Number(asked)
  const language = courseLanguageOf(request)
  // A copy that is made for reading later is no visit.
  const isVisit = !request.headers.has(KEEPING_HEADER)
  const ask = { courseSlug, lessonSlug, isVisit, now: now(), language }
  const opened = await openLesson(db(), actor.personId, { ...ask, attempt })
  if (opened === undefined) notFound()
  const portal = translator(languageOf(request))('common')('portal')
  return {
    ...opened,
    lecture: opened.lecture && {
      ...opened.lecture,
      playbackToken: playbackTokenFor(opened.lecture.muxPlaybackId),
    },
    quality: opened.lecture === null ? undefined : await qualityFor(actor.personId),
    newNoteId: randomUUID(),
    viewerKey: actor.personId,
    title: `${opened.page.title} – ${opened.page.course.title} – ${portal}`,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const { slug: courseSlug = '', lektion: lessonSlug = '' } = params
  const at = { courseSlug, lessonSlug, now: now() }
  const here = paths.lesson(courseSlug, lessonSlug)
  const refuse = (answer: { refusal: LessonRefusal; left?: Remaining[]; faults?: Record<string, AnswerFault> }) => {
    const message = refusalText(answer.refusal, translator(languageOf(request))('lesson'))
    return data({ message, left: answer.left ?? [], faults: answer.faults ?? {} }, { status: 400 })
  }
  const onward = (finish: FinishLesson | undefined, to: string) => {
    if (finish === undefined || !finish.ok || !finish.value.created) return redirect(to)
    return redirectWithToast(to, finish.value.courseFinished ? 'courseFinished' : 'lessonFinished')
  }
  if (isWorkForm(request)) return answerWorkForm(request, actor, at)
  const form = await readForm(request, lessonForm)
  if (!form.ok) return refuse({ refusal: 'unknown-question' })
  const sent = form.value
  switch (sent.intent) {
    case 'enrol': {
      const joined = await enrolInCourse(db(), actor, at)
      return joined.ok ? redirectWithToast(here, 'enrolled') : refuse(joined)
    }
    case 'submit-quiz': {
      const done = await submitAnswers(db(), actor, at, { responses: responsesOf(sent), after: sent.after })
      return done.ok ? onward(done.value.finish, paths.lessonResult(courseSlug, lessonSlug)) : refuse(done)
    }
    case 'save-answers': {
      const answers = { kind: 'answers' as const, responses: responsesOf(sent), after: sent.after }
      const saved = await saveDraft(db(), actor, at, answers)
      return saved.ok ? redirectWithToast(here, 'saved') : refuse(saved)
    }
    case 'save-text': {
      const saved = await saveDraft(db(), actor, at, { kind: 'text', text: sent.text })
      return saved.ok ? redirectWithToast(here, 'saved') : refuse(saved)
    }
    case 'save-prompt': {
      const saved = await saveDraft(db(), actor, at, { kind: 'prompt', key: sent.key, text: sent.text })
      return saved.ok ? redirectWithToast(here, 'saved') : refuse(saved)
    }
    case 'finish': {
      const finish = await markDone(db(), actor, at, { text: sent.text, transcriptRead: sent.transcriptRead === 'ja' })
      if (!finish.ok) return refuse(finish)
      const { nextLessonSlug } = finish.value
      return onward(finish, nextLessonSlug === undefined ? here : paths.lesson(courseSlug, nextLessonSlug))
    }
  }
}

export default function LessonRoute() {
  const shown = useLoaderData<typeof loader>()
  return <LessonView key={shown.page.lessonId} {...shown} refused={useActionData<typeof action>()} />
}
