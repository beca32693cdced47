import { type RefObject, useEffect, useRef, useState } from 'react'

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

/** False when the browser keeps nothing. */
function keep(name: string, kept: Kept | undefined): boolean {
  try {
    if (kept === undefined) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(kept))
    return kept !== undefined
  } catch {
    // Storage is switched off or full: the form works without.
    return false
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
): { form: RefObject<HTMLFormElement>; postKey: string; state: 'empty' | 'kept' | 'recalled'; onInput: () => void } {
  const form = useRef<HTMLFormElement>(null)
  const [postKey, setPostKey] = useState(newKey)
  const [state, setState] = useState<'empty' | 'kept' | 'recalled'>('empty')
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
    setState('recalled')
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page has loaded
  }, [])

  useEffect(() => {
    if (!posted.includes(postKey) || form.current === null) return
    for (const field of fieldsOf(form.current)) field.value = ''
    form.current.closest('details')?.removeAttribute('open')
    keep(name, undefined)
    setPostKey(newKey)
    setState('empty')
  }, [posted, postKey, newKey, name])

  function onInput(): void {
    if (form.current === null) return
    const fields = Object.fromEntries(fieldsOf(form.current).map((field) => [field.name, field.value]))
    const { lesson: _choice, ...typed } = fields
    const isEmpty = Object.values(typed).every((value) => value.trim() === '')
    const isKept = keep(name, isEmpty ? undefined : { key: postKey, fields })
    setState(isKept ? 'kept' : 'empty')
  }

  return { form, postKey, state, onInput }
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
