import { type Ref, useEffect, useImperativeHandle, useState } from 'react'
import { useLanguage, useT } from '~/i18n/use-t'
import { paths } from '~/shared/paths'
import { Button, Notice } from '~/shared/ui'
import { clockText } from '~/shared/video'
import { type LectureNote, LONGEST_NOTE } from '../../notes'
import { NoteItem, type NotePlaces } from './note-item'
import { useNotes } from './use-notes'
import styles from './notes.module.css'

export interface NotesHandle {
  /** Begins a note at a second of the film and moves the keyboard into it. */
  begin: (second: number) => void
}

function PlainForm({ places, newId, second }: { places: NotePlaces; newId: string; second: number }) {
  const t = useT('video')
  const language = useLanguage()
  return (
    <form method="post" action={paths.lectureNotes(places.slug)} className="stack stack-s">
      <input type="hidden" name="noteId" value={newId} />
      <input type="hidden" name="back" value={places.back} />
      <div className="field">
        <label htmlFor="note-at">{t('notes.at')}</label>
        <input id="note-at" name="at" className="input" defaultValue={clockText(second, language)} />
      </div>
      <div className="field">
        <label htmlFor="note-text">{t('notes.newPlain')}</label>
        <textarea id="note-text" name="text" className="input" rows={3} maxLength={LONGEST_NOTE} />
      </div>
      <div>
        <Button name="intent" value="save" variant="quiet">
          {t('notes.save')}
        </Button>
      </div>
    </form>
  )
}

/** A person's own notes of a lecture in the order of the film. `newId` is the id of a note made without scripts. */
export function NotesSection({
  notes: stored,
  newId,
  second,
  places,
  handle,
}: {
  notes: readonly LectureNote[]
  newId: string
  second: number
  places: NotePlaces
  handle: Ref<NotesHandle>
}) {
  const t = useT('video')
  const language = useLanguage()
  const [ready, setReady] = useState(false)
  const { notes, removed, isStuck, isFull, begin, remove, undo } = useNotes(stored, places.slug, places.viewerKey)
  useEffect(() => setReady(true), [])
  useImperativeHandle(handle, () => ({
    begin: (at) => {
      if (isFull) return
      if (document.fullscreenElement) void document.exitFullscreen()
      begin(at)
    },
  }))

  return (
    <section className={styles['section']} aria-labelledby="notes-heading" id="anteckningar">
      <h2 id="notes-heading">{t('notes.title')}</h2>
      <p className="small">{t(ready ? 'notes.lead' : 'notes.leadPlain')}</p>
      {isFull ? (
        <p>{t('notes.full')}</p>
      ) : ready ? (
        <div>
          <Button type="button" variant="quiet" onClick={() => begin(second)}>
            {t('notes.new', { time: clockText(second, language) })}
          </Button>
        </div>
      ) : (
        <PlainForm places={places} newId={newId} second={second} />
      )}
      {isStuck && <Notice live>{t('beat.offline')}</Notice>}
      {removed !== undefined && (
        <Notice live>
          <p className={styles['undo']}>
            {t('notes.removed', { time: clockText(removed.second, language) })}{' '}
            <Button type="button" variant="quiet" onClick={undo}>
              {t('notes.undo')}
            </Button>
          </p>
        </Notice>
      )}
      {notes.length > 0 && (
        <>
          <ul className={styles['list']}>
            {notes.map((note) => (
              <NoteItem key={note.noteId} note={note} places={places} onRemove={remove} />
            ))}
          </ul>
          <p className="small">
            {t('notes.download')}{' '}
            <a href={paths.lectureNotesFile(places.slug, 'md')} download>
              {t('notes.markdown')}
            </a>
            ,{' '}
            <a href={paths.lectureNotesFile(places.slug, 'txt')} download>
              {t('notes.plain')}
            </a>
          </p>
        </>
      )}
    </section>
  )
}
