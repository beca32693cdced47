import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { paths } from '~/shared/paths'
import { Button, EmptyState } from '~/shared/ui'
import { checkCues } from '~/shared/video/caption-check'
import { type CueEdit, editCues } from '~/shared/video/cue-edit'
import type { Cue } from '../../model'
import { CueFindings } from './cue-findings'
import { CueList } from './cue-list'
import { CueRecording } from './cue-recording'
import { SaveLine } from './save-line'
import { ShiftForm } from './shift-form'
import type { TrackPlace } from './track-place'
import { useCueSaving } from './use-cue-saving'
import styles from './cue-editor.module.css'

const UNDOS = 100

/** Cues that can be edited and taken back; `at` is the cue that is open. */
function useCues(initial: Cue[]) {
  const [state, setState] = useState({ cues: initial, at: initial.length > 0 ? 0 : -1, past: [] as Cue[][] })
  const edit = useCallback((change: CueEdit, at?: number) => {
    setState(({ cues, at: before, past }) => {
      const next = editCues(cues, change)
      const isTyping = change.do === 'text'
      const kept = isTyping && past.length > 0 ? past : [...past, cues].slice(-UNDOS)
      return { cues: next, at: Math.min(at ?? before, next.length - 1), past: kept }
    })
  }, [])
  const open = useCallback((at: number) => setState((before) => ({ ...before, at, past: before.past })), [])
  const undo = useCallback(
    () =>
      setState((before) => {
        const last = before.past.at(-1)
        if (last === undefined) return before
        return { cues: last, at: Math.min(before.at, last.length - 1), past: before.past.slice(0, -1) }
      }),
    [],
  )
  return { ...state, edit, open, undo }
}

/** What the keys of the open line's text field do; `keyList` of the texts tells them. */
function commandOf(event: KeyboardEvent): string | undefined {
  if (event.ctrlKey && event.key === 'Enter') return event.shiftKey ? 'previous' : 'next'
  if (!event.altKey || event.ctrlKey || event.metaKey) return undefined
  return { KeyP: 'play', KeyB: 'start', KeyS: 'end', KeyD: 'split', KeyM: 'merge', KeyN: 'insert' }[event.code]
}

/** The lines of a text beside the recording: everything can be done by keyboard alone, and is saved as it is done. */
export function CueEditor({ name, recording, cues: initial, version }: TrackPlace) {
  const t = useOfficeT('captioning')
  const media = useRef<HTMLMediaElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const { cues, at, edit, open, undo, past } = useCues(initial)
  const state = useCueSaving(paths.mediaTrackSave(name.mediaId, name.kind, name.language), cues, version)
  const isSpeech = name.kind !== 'chapters'
  const { durationSeconds } = recording
  const findings = useMemo(
    () => checkCues(cues, { durationSeconds: durationSeconds ?? undefined, isSpeech }),
    [cues, durationSeconds, isSpeech],
  )
  const here = () => media.current?.currentTime ?? 0
  const focusText = () => requestAnimationFrame(() => text.current?.focus())

  function go(to: number) {
    if (to < 0 || to >= cues.length) return
    open(to)
    const cue = cues[to]
    if (cue !== undefined && media.current !== null) media.current.currentTime = cue.start
    focusText()
  }
  function insertAfter(place: number) {
    const isGap = place + 1 >= cues.length && here() > (cues[place]?.end ?? 0)
    const start = here()
    edit({ do: 'insert', at: place }, place + 1)
    if (isGap) edit({ do: 'times', at: place + 1, start, end: start + 2 })
    focusText()
  }
  const commands: Record<string, () => void> = {
    next: () => go(at + 1),
    previous: () => go(at - 1),
    play: () => void (media.current?.paused === false ? media.current.pause() : media.current?.play()),
    start: () => edit({ do: 'start', at, second: here() }),
    end: () => edit({ do: 'end', at, second: here() }),
    split: () => edit({ do: 'split', at, caret: text.current?.selectionStart ?? 0 }),
    merge: () => edit({ do: 'merge', at }),
    insert: () => insertAfter(at),
    delete: () => {
      edit({ do: 'delete', at }, Math.max(0, at - 1))
      focusText()
    },
    playCue: () => {
      const cue = cues[at]
      if (media.current === null || cue === undefined) return
      media.current.currentTime = cue.start
      void media.current.play()
    },
  }

  useEffect(() => {
    const editor = frame.current
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(event)
      if (command === undefined) return
      event.preventDefault()
      commands[command]?.()
    }
    editor?.addEventListener('keydown', onKey)
    return () => editor?.removeEventListener('keydown', onKey)
  })

  return (
    <div className={styles.editor} ref={frame}>
      <div className={styles.side}>
        <CueRecording recording={recording} media={media} />
        <SaveLine state={state} />
        <CueFindings findings={findings} onOpen={go} />
        <ShiftForm onShift={(seconds) => edit({ do: 'shift', seconds })} />
        <Button type="button" variant="quiet" onClick={undo} disabled={past.length === 0}>
          {t('editor.undo')}
        </Button>
      </div>
      <div>
        <h2>{t('editor.list')}</h2>
        {cues.length === 0 ? (
          <EmptyState
            title={t('editor.empty')}
            action={
              <Button type="button" onClick={() => insertAfter(-1)}>
                {t('editor.first')}
              </Button>
            }
          >
            <p>{t('editor.emptyLead')}</p>
          </EmptyState>
        ) : (
          <CueList
            cues={cues}
            at={at}
            language={name.language}
            text={text}
            findings={findings}
            onOpen={go}
            onEdit={edit}
            commands={commands}
          />
        )}
      </div>
    </div>
  )
}
