import { type FormEvent, useEffect, useState } from 'react'
import { useT } from '~/i18n/use-t'
import type { KeptPage } from '~/shared/offline/kept-work'
import { Button, Notice } from '~/shared/ui'
import { HELD_EVENT, KEPT_EVENT, doneKey, keepWork, recallWork, removeWork } from '~/shared/unsent'
import type { LessonPage } from '../lesson-page'

/** What a form of a lesson would send, as the queue sends it. */
type Work =
  | { kind: 'submit'; after: number; responses: Record<string, string[]> }
  | { kind: 'finish'; transcriptRead: boolean; text?: string; base?: string | null }

/** The lesson as kept work names it. */
export function keptPage({ course, slug, title }: LessonPage): KeptPage {
  return { course: course.slug, lesson: slug, title }
}

/** Which button sent a form; the empty text for none. */
export function intentOf(event: FormEvent<HTMLFormElement>): string {
  const { submitter } = event.nativeEvent as SubmitEvent
  return submitter instanceof HTMLButtonElement ? submitter.value : ''
}

/**
 * Handing in and marking as done without a connection: it is held on this device and sent when there is one. `hold`
 * keeps a form from being sent while there is none, and does nothing otherwise.
 */
export function useHeld(page: LessonPage, viewerKey: string) {
  const key = doneKey(viewerKey, page.lessonId)
  const [isHeld, setIsHeld] = useState(false)
  useEffect(() => {
    const look = () => setIsHeld(recallWork(key) !== null)
    look()
    window.addEventListener(KEPT_EVENT, look)
    return () => window.removeEventListener(KEPT_EVENT, look)
  }, [key])
  return {
    isHeld,
    /** True when the form is held; `isUnreachable` is what its saver knows of the connection. */
    hold(event: FormEvent<HTMLFormElement>, isUnreachable: boolean, work: () => Work | undefined): boolean {
      if (navigator.onLine && !isUnreachable) return false
      const done = work()
      if (done !== undefined) keepWork(key, { ...done, page: keptPage(page) })
      if (done !== undefined && recallWork(key) === null) return false
      event.preventDefault()
      window.dispatchEvent(new Event(HELD_EVENT))
      return true
    },
    release: () => removeWork(key),
  }
}

/** Says that what was done waits for a connection, and lets it be undone until then. */
export function HeldNotice({ kind, onUndo }: { kind: 'finish' | 'submit'; onUndo: () => void }) {
  const t = useT('lesson')
  return (
    <Notice tone="lichen" live>
      <p>{t(`held.${kind}`)}</p>
      <Button type="button" variant="quiet" onClick={onUndo}>
        {t('held.undo')}
      </Button>
    </Notice>
  )
}
