import { type FormEvent, useEffect, useRef } from 'react'
import { useLanguage, useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Button } from '~/shared/ui'
import { useSaver } from '~/shared/use-saver'
import { clockText, durationAttribute } from '~/shared/video'
import { type LectureNote, LONGEST_NOTE } from '../../notes'
import { SaverLine } from '../saver-state'
import { isSentNote, type ListedNote, noteKey, type SentNote } from './use-notes'
import styles from './notes.module.css'

export interface NotePlaces {
  slug: string
  viewerKey: string
  /** The page to come back to without scripts. */
  back: string
  hrefAt: (second: number) => string
  onSeek: (second: number) => void
}

/** A note under its time, saved while it is written. Emptied and left, it is taken away. */
export function NoteItem({
  note,
  places,
  onRemove,
}: {
  note: ListedNote
  places: NotePlaces
  onRemove: (note: LectureNote) => Promise<void>
}) {
  const t = useT('video')
  const language = useLanguage()
  const area = useRef<HTMLTextAreaElement>(null)
  const { noteId, second } = note
  const time = clockText(second, language)
  const url = paths.lectureNotes(places.slug)
  const saver = useSaver<SentNote>(url, noteKey(places.viewerKey, places.slug, noteId), null)

  function write(text: string, delayMs: number): void {
    if (text.trim() === '') {
      saver.stop()
      saver.forget()
    } else saver.put({ kind: 'save', noteId, second, text }, delayMs)
  }
  async function remove(): Promise<void> {
    const text = area.current?.value ?? note.text
    saver.stop()
    saver.forget()
    // A save on its way would bring the note back.
    await saver.flush()
    await onRemove({ noteId, second, text })
  }
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    void remove()
  }

  useEffect(() => {
    const field = area.current
    if (field === null) return
    if (note.origin === 'begun') field.focus()
    const left = saver.recall()
    if (isSentNote(left) && left.text !== note.text) field.value = left.text
    if (note.origin === 'unsent' || field.value !== note.text) write(field.value, 0)
    else saver.forget()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the note is shown
  }, [])

  return (
    <li>
      <form method="post" action={url} onSubmit={submit} className={styles['note']}>
        <input type="hidden" name="noteId" value={noteId} />
        <input type="hidden" name="at" value={time} />
        <input type="hidden" name="back" value={places.back} />
        <a
          className={styles['time']}
          href={places.hrefAt(second)}
          aria-label={t('slides.goTo', { time })}
          onClick={(event) => {
            event.preventDefault()
            places.onSeek(second)
          }}
        >
          <time dateTime={durationAttribute(second)}>{time}</time>
        </a>
        <textarea
          ref={area}
          name="text"
          className={`input ${styles['text']}`}
          aria-label={t('notes.text', { time })}
          rows={Math.max(2, note.text.split('\n').length)}
          maxLength={LONGEST_NOTE}
          defaultValue={note.text}
          onChange={(event) => write(event.currentTarget.value, 900)}
          onBlur={(event) => {
            if (event.currentTarget.value.trim() === '') void remove()
          }}
        />
        <div className={styles['foot']}>
          <SaverLine state={saver.state} />
          <noscript>
            <Button name="intent" value="save" variant="quiet">
              {t('notes.save')}
            </Button>
          </noscript>
          <button className={styles['remove']} name="intent" value="delete" aria-label={t('notes.removeOf', { time })}>
            {t('notes.remove')}
          </button>
        </div>
      </form>
    </li>
  )
}
