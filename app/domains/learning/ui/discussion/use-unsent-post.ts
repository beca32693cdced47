import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'

/** What is kept of a form: its post's id, and its fields by name. */
interface Kept {
  key: string
  fields: Record<string, string>
}

const prefixOf = (viewerKey: string) => `portal:post:${viewerKey}:`

function recall(name: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as Partial<Kept> | null
    if (typeof kept?.key !== 'string' || typeof kept.fields !== 'object' || kept.fields === null) return undefined
    return { key: kept.key, fields: kept.fields }
  } catch {
    return undefined
  }
}

function keep(name: string, kept: Kept | undefined): void {
  try {
    if (kept === undefined) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(kept))
  } catch {
    // Storage is switched off or full: the form works without.
  }
}

type Field = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement
const fieldsOf = (form: HTMLFormElement) =>
  [...form.elements].filter((element): element is Field => element.matches('[data-kept]'))

/**
 * Keeps what is written in the fields marked `data-kept` in this browser until the post is among `posted`. The same id
 * goes along with each try, so that a form that came through unseen gives no second post.
 */
export function useUnsentPost(
  place: { viewerKey: string; where: string },
  newKey: string,
  posted: readonly string[],
): { form: RefObject<HTMLFormElement>; postKey: string; isRecalled: boolean; onInput: (event: FormEvent) => void } {
  const form = useRef<HTMLFormElement>(null)
  const [postKey, setPostKey] = useState(newKey)
  const [isRecalled, setRecalled] = useState(false)
  const name = `${prefixOf(place.viewerKey)}${place.where}`

  useEffect(() => {
    const kept = recall(name)
    if (kept === undefined || form.current === null) return
    if (posted.includes(kept.key)) {
      keep(name, undefined)
      return
    }
    for (const field of fieldsOf(form.current)) field.value = kept.fields[field.name] ?? field.value
    setPostKey(kept.key)
    setRecalled(true)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page has loaded
  }, [])

  useEffect(() => {
    if (!posted.includes(postKey) || form.current === null) return
    for (const field of fieldsOf(form.current)) field.value = ''
    form.current.closest('details')?.removeAttribute('open')
    keep(name, undefined)
    setPostKey(newKey)
    setRecalled(false)
  }, [posted, postKey, newKey, name])

  function onInput(): void {
    if (form.current === null) return
    const fields = Object.fromEntries(fieldsOf(form.current).map((field) => [field.name, field.value]))
    const { lesson: _choice, ...typed } = fields
    const isEmpty = Object.values(typed).every((value) => value.trim() === '')
    keep(name, isEmpty ? undefined : { key: postKey, fields })
  }

  return { form, postKey, isRecalled, onInput }
}

/** Lets go of every kept form whose post has come through. */
export function useForgetPosted(viewerKey: string, posted: readonly string[]): void {
  useEffect(() => {
    try {
      for (const name of Object.keys(localStorage)) {
        if (!name.startsWith(prefixOf(viewerKey))) continue
        const kept = recall(name)
        if (kept !== undefined && posted.includes(kept.key)) keep(name, undefined)
      }
    } catch {
      // Storage is switched off: there is nothing to let go of.
    }
  }, [viewerKey, posted])
}
