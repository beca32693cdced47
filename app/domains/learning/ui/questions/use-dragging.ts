import { type RefObject, useEffect, useRef } from 'react'

/** Lets the rows of a list be dragged to another row's place, as a way beside its buttons. */
export function useDragging(list: RefObject<HTMLOListElement>, move: (from: number, to: number) => void): void {
  const latest = useRef(move)
  useEffect(() => {
    latest.current = move
  })
  useEffect(() => {
    const element = list.current
    if (element === null) return
    let from = -1
    const rowOf = (event: Event) => {
      const row = event.target instanceof Element ? event.target.closest('li') : null
      return row === null ? -1 : [...element.children].indexOf(row)
    }
    const start = (event: DragEvent) => {
      from = rowOf(event)
      event.dataTransfer?.setData('text/plain', '')
    }
    const over = (event: DragEvent) => event.preventDefault()
    const drop = (event: DragEvent) => {
      event.preventDefault()
      const to = rowOf(event)
      if (from >= 0 && to >= 0 && from !== to) latest.current(from, to)
      from = -1
    }
    element.addEventListener('dragstart', start)
    element.addEventListener('dragover', over)
    element.addEventListener('drop', drop)
    return () => {
      element.removeEventListener('dragstart', start)
      element.removeEventListener('dragover', over)
      element.removeEventListener('drop', drop)
    }
  }, [list])
}
