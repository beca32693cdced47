import { type RefObject, useEffect, useRef, useState } from 'react'
import type { SaverState } from '~/shared/saver'
import { useSaver } from '~/shared/use-saver'

interface Kept {
  text: string
  /** The saved time of the text that was being changed. */
  base: string | null
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
}

export interface LeftText {
  /** A text from this device beside one that has changed elsewhere; undefined when there is none. */
  other: string | undefined
  appendOther: () => void
  dropOther: () => void
}

export interface KeptText {
  area: RefObject<HTMLTextAreaElement>
  state: SaverState
  write: (text: string, delayMs: number) => void
  /** Stops sending, when the form itself is sent. */
  stop: () => void
  left: LeftText
}

/**
 * A text field whose text is kept on this device from the first key until the server has it. A copy that the server has
 * not seen comes back when the page is opened, and is offered beside the text when that has changed elsewhere.
 * `message` is sent along with each text; `url` and `key` stay the same while the field is shown.
 */
export function useKeptText(
  { url, key, message }: { url: string; key: string; message: Record<string, unknown> },
  saved: { text: string; savedAt: string | null },
  onWrite: (text: string) => void = () => undefined,
): KeptText {
  const area = useRef<HTMLTextAreaElement>(null)
  const [other, setOther] = useState<string>()
  const saver = useSaver<Kept>(url, key, saved.savedAt)

  function write(text: string, delayMs: number): void {
    onWrite(text)
    saver.put({ ...message, text, base: saver.state.savedAt }, delayMs)
  }

  function replace(text: string): void {
    if (area.current !== null) area.current.value = text
    write(text, 0)
  }

  useEffect(() => {
    const field = area.current
    if (field === null) return
    const left = saver.recall()
    if (isKept(left) && left.text === saved.text) saver.forget()
    if (isKept(left) && left.text !== saved.text) {
      if (left.base === saved.savedAt) replace(left.text)
      else setOther(left.text)
    } else if (field.value !== saved.text) write(field.value, 0)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the page has loaded
  }, [])

  return {
    area,
    state: saver.state,
    write,
    stop: saver.stop,
    left: {
      other,
      appendOther: () => {
        replace(`${area.current?.value ?? ''}\n\n${other ?? ''}`.trim())
        setOther(undefined)
      },
      dropOther: () => {
        if (saver.pending() === undefined) saver.forget()
        setOther(undefined)
      },
    },
  }
}
