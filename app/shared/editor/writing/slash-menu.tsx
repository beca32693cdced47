import { type Editor, useEditorState } from '@tiptap/react'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { insertable, type InsertableName, type PanelBlock } from './insertable'
import { matching, slashQuery } from './slash-query'
import styles from './writing.module.css'

/** What the menu does with a key while it is open; true when the key was meant for it. */
export type KeyTaker = (event: KeyboardEvent) => boolean

interface Props {
  editor: Editor
  frame: HTMLElement | null
  /** Told at each change what takes the keys that are pressed in the text. */
  onKeys: (taker: KeyTaker) => void
  openPanel: (block: PanelBlock) => void
}

/** The list of blocks that opens with a slash on an empty line. The cursor stays in the text; the list is told as one moves in it. */
export function SlashMenu({ editor, frame, onKeys, openPanel }: Props) {
  const t = useOfficeT('editor')
  const id = useId()
  const [index, setIndex] = useState(0)
  const [closedAt, setClosedAt] = useState<number>()
  const query = useEditorState({ editor, selector: ({ editor: now }) => slashQuery(now.state) ?? null })
  const items = insertable.map((item) => ({ ...item, label: t(`block.${item.name}`), also: item.name }))
  const found = query === null ? [] : matching(items, query.query)
  const isOpen = query !== null && query.from !== closedAt && editor.isEditable
  const chosen = Math.min(index, Math.max(0, found.length - 1))
  const activeId = isOpen && found.length > 0 ? `${id}-${chosen}` : undefined

  const menu = useRef<HTMLDivElement>(null)
  const typed = query?.query
  useEffect(() => setIndex(0), [typed])
  useEffect(() => {
    if (typed === undefined) setClosedAt(undefined)
  }, [typed])

  function choose(name: InsertableName): void {
    const item = insertable.find((one) => one.name === name)
    const range = slashQuery(editor.state)
    if (item === undefined || range === undefined) return
    editor.chain().deleteRange(range).run()
    if ('panel' in item) openPanel(item.panel)
    else item.run(editor)
  }

  function takeKey(event: KeyboardEvent): boolean {
    if (!isOpen || event.isComposing) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && found.length > 0) setIndex((chosen + step + found.length) % found.length)
    else if (event.key === 'Escape') setClosedAt(query.from)
    else if ((event.key === 'Enter' || event.key === 'Tab') && found[chosen] !== undefined) choose(found[chosen].name)
    else return false
    return true
  }

  useLayoutEffect(() => {
    const { dom } = editor.view
    if (activeId === undefined) {
      dom.removeAttribute('aria-activedescendant')
      dom.removeAttribute('aria-controls')
    } else {
      dom.setAttribute('aria-controls', `${id}-list`)
      dom.setAttribute('aria-activedescendant', activeId)
      document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
    }
    onKeys(takeKey)
    if (menu.current !== null && query !== null) putAt(menu.current, editor, frame, query.from)
  })

  const current = found[chosen]
  return (
    <>
      <p role="status" className="visually-hidden">
        {isOpen &&
          (current === undefined
            ? t('slash.none')
            : t('slash.announce', { name: current.label, position: chosen + 1, count: found.length }))}
      </p>
      {isOpen && (
        <div className={styles['slash']} ref={menu}>
          {found.length === 0 && <p className="hint">{t('slash.none')}</p>}
          <div role="listbox" id={`${id}-list`} aria-label={t('slash.label')}>
            {found.map((item, each) => (
              // The keyboard works from the text, where the cursor stays.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={item.name}
                id={`${id}-${each}`}
                role="option"
                tabIndex={-1}
                aria-selected={each === chosen}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(item.name)}
              >
                {item.label}
              </div>
            ))}
          </div>
        </div>
      )}
    </>
  )
}

/** Puts the menu under its slash, inside the frame. */
function putAt(menu: HTMLElement, editor: Editor, frame: HTMLElement | null, at: number): void {
  const { left, bottom } = editor.view.coordsAtPos(at)
  const around = frame?.getBoundingClientRect()
  const room = (around?.width ?? 320) - 288
  menu.style.left = `${Math.max(8, Math.min(left - (around?.left ?? 0), room))}px`
  menu.style.top = `${bottom - (around?.top ?? 0) + 6}px`
}
