import { useSubmit } from '@remix-run/react'
import { type RefObject, useEffect, useState } from 'react'

/** Where a dragged lesson would land: in a module (empty: before the first), in front of a lesson there or last. */
interface Landing {
  moduleId: string
  beforeId: string
}

const rowOf = (event: DragEvent) =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-lesson]') : null
const groupOf = (event: DragEvent) =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-module]') : null

/**
 * Lets the rows with `data-lesson` be dragged over the groups with `data-module` inside `root`. Answers where the dragged
 * one would land. Whoever does not drag has the buttons and forms of each row.
 */
export function useDragging(root: RefObject<HTMLElement | null>, enabled: boolean): Landing | undefined {
  const [landing, setLanding] = useState<Landing>()
  const submit = useSubmit()
  useEffect(() => {
    const element = root.current
    if (element === null || !enabled) return
    let lessonId: string | undefined
    let at: Landing | undefined
    const show = (next: Landing | undefined) => {
      if (next?.moduleId !== at?.moduleId || next?.beforeId !== at?.beforeId) setLanding(next)
      at = next
    }
    const listeners = {
      dragstart: (event: DragEvent) => {
        lessonId = rowOf(event)?.dataset['lesson']
        if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move'
      },
      dragover: (event: DragEvent) => {
        const group = groupOf(event)
        if (lessonId === undefined || group === null) return
        event.preventDefault()
        show({ moduleId: group.dataset['module'] ?? '', beforeId: rowOf(event)?.dataset['lesson'] ?? '' })
      },
      drop: (event: DragEvent) => {
        event.preventDefault()
        if (lessonId !== undefined && at !== undefined) {
          submit({ intent: 'place', lessonId, ...at }, { method: 'post', preventScrollReset: true })
        }
      },
      dragend: () => {
        lessonId = undefined
        show(undefined)
      },
    }
    const names = ['dragstart', 'dragover', 'drop', 'dragend'] as const
    for (const name of names) element.addEventListener(name, listeners[name])
    return () => {
      for (const name of names) element.removeEventListener(name, listeners[name])
    }
  }, [root, enabled, submit])
  return landing
}
