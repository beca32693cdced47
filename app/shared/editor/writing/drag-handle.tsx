import type { Editor } from '@tiptap/react'
import { NodeSelection } from '@tiptap/pm/state'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { topBlock } from './extensions'
import styles from './writing.module.css'

/** The block under the pointer can be taken by a handle beside it; by keyboard the same is done with Alt+Shift and an arrow. */
export function DragHandle({ editor, frame }: { editor: Editor; frame: HTMLElement | null }) {
  const t = useOfficeT('editor')
  const handle = useRef<HTMLDivElement>(null)
  const [under, setUnder] = useState<{ at: number; top: number }>()

  useLayoutEffect(() => {
    if (handle.current !== null && under !== undefined) handle.current.style.top = `${under.top}px`
  }, [under])

  useEffect(() => {
    if (frame === null) return
    const { view } = editor
    const follow = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.buttons !== 0) return
      const inside = view.dom.getBoundingClientRect()
      const found = view.posAtCoords({ left: inside.left + 40, top: event.clientY })
      const block =
        found === null ? undefined : topBlock(view.state.doc, found.inside >= 0 ? found.inside + 1 : found.pos)
      const element = block === undefined ? null : view.nodeDOM(block.at)
      if (block === undefined || !(element instanceof HTMLElement)) return setUnder(undefined)
      setUnder({ at: block.at, top: element.getBoundingClientRect().top - frame.getBoundingClientRect().top })
    }
    const leave = () => setUnder(undefined)
    frame.addEventListener('pointermove', follow)
    frame.addEventListener('pointerleave', leave)
    editor.on('update', leave)
    return () => {
      frame.removeEventListener('pointermove', follow)
      frame.removeEventListener('pointerleave', leave)
      editor.off('update', leave)
    }
  }, [editor, frame])

  if (under === undefined) return null
  return (
    <div
      className={styles['handle']}
      ref={handle}
      draggable
      title={t('drag')}
      aria-hidden
      onDragStart={(event) => beginDrag(editor, under.at, event.dataTransfer)}
    >
      ⠿
    </div>
  )
}

/** Gives the block at a position to a drag, which the editor ends as a move. */
function beginDrag({ view }: Editor, at: number, transfer: DataTransfer): void {
  const selection = NodeSelection.create(view.state.doc, at)
  view.dispatch(view.state.tr.setSelection(selection))
  const slice = selection.content()
  const { dom, text } = view.serializeForClipboard(slice)
  transfer.clearData()
  transfer.setData('text/html', dom.innerHTML)
  transfer.setData('text/plain', text)
  transfer.effectAllowed = 'move'
  const element = view.nodeDOM(at)
  if (element instanceof HTMLElement) transfer.setDragImage(element, 0, 0)
  view.dragging = { slice, move: true }
}
