import { type RefObject, useRef } from 'react'
import type { RichDocument } from '~/shared/editor/document'
import type { TextFields, Written } from '..'
import { type Autosave, type LoadedText, useAutosave, usePlace } from './use-autosave'

/** Fetches the editor; a page keeps its plain form until it has come. */
export const loadEditor = () => import('~/shared/editor/rich-text-editor')

function fieldsIn(form: HTMLFormElement | null, names: readonly string[]): TextFields {
  if (form === null) return {}
  const sent = new FormData(form)
  return Object.fromEntries(names.map((name) => [name, String(sent.get(name) ?? '')]))
}

/** Whether somebody has begun to write in the plain field while the editor was being fetched. */
function hasChanged(form: HTMLFormElement | null, name: string): boolean {
  const field = form?.elements.namedItem(name)
  return field instanceof HTMLTextAreaElement && field.value !== field.defaultValue
}

export interface WrittenText {
  autosave: Autosave
  /** One of the short texts of the form has changed. */
  change: () => void
  /** The body has changed. */
  changeBody: (body: RichDocument) => void
}

/**
 * A text in a form, saved while one writes: its body and the short texts of the form that are named as its fields.
 * `typed` is what a form without scripts was answered with; `plainName` is the plain field of the body.
 */
export function useWritten(given: {
  text: LoadedText
  viewerKey: string
  form: RefObject<HTMLFormElement>
  plainName: string
  typed?: Written | undefined
}): WrittenText {
  const { text, viewerKey, form, plainName, typed } = given
  const body = useRef<RichDocument>()
  const names = Object.keys(text.fields)
  const place = usePlace(viewerKey, text.textId, loadEditor)
  const autosave = useAutosave(place, text, () =>
    hasChanged(form.current, plainName)
      ? null
      : { body: typed?.body ?? text.body, fields: fieldsIn(form.current, names) },
  )
  const change = () => {
    const { opened } = autosave
    if (opened === undefined) return
    autosave.change({ body: body.current ?? opened.body, fields: fieldsIn(form.current, names) })
  }
  return {
    autosave,
    change,
    changeBody: (now) => {
      body.current = now
      change()
    },
  }
}
