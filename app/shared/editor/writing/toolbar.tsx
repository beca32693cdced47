import { type Editor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { moveBlock, removeBlock } from './move'
import type { Transaction } from '@tiptap/pm/state'
import styles from './writing.module.css'

export type Panel = 'link' | 'insert' | 'language'

interface Tool {
  run: (editor: Editor) => void
  isOn: (editor: Editor) => boolean
}

const heading = (level: 2 | 3 | 4): Tool => ({
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
  isOn: (editor) => editor.isActive('heading', { level }),
})

const blockTools = {
  paragraph: {
    run: (editor) => editor.chain().focus().setParagraph().run(),
    isOn: (editor) => editor.isActive('paragraph'),
  },
  heading2: heading(2),
  heading3: heading(3),
  heading4: heading(4),
  bulletList: {
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  orderedList: {
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  quote: {
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    isOn: (editor) => editor.isActive('blockquote'),
  },
} satisfies Record<string, Tool>
const markTools = {
  bold: { run: (editor) => editor.chain().focus().toggleBold().run(), isOn: (editor) => editor.isActive('bold') },
  italic: { run: (editor) => editor.chain().focus().toggleItalic().run(), isOn: (editor) => editor.isActive('italic') },
  code: { run: (editor) => editor.chain().focus().toggleMark('code').run(), isOn: (editor) => editor.isActive('code') },
} satisfies Record<string, Tool>
type BlockTool = keyof typeof blockTools
type MarkTool = keyof typeof markTools
const blockNames = Object.keys(blockTools) as BlockTool[]
const markNames = Object.keys(markTools) as MarkTool[]

function dispatch(editor: Editor, transaction: Transaction | undefined): void {
  if (transaction === undefined) return
  editor.view.dispatch(transaction)
  editor.view.focus()
}

/** Moves the focus among the buttons of a toolbar; only one of them is reached by Tab. Escape goes back to the text. */
function rove(event: KeyboardEvent<HTMLElement>, editor: Editor): void {
  if (event.key === 'Escape') editor.view.focus()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
  if (to === undefined || at === -1) return
  event.preventDefault()
  buttons[(to + buttons.length) % buttons.length]?.focus()
}

interface Button {
  name: string
  label: string
  run: () => void
  pressed?: boolean
  expanded?: boolean
  disabled?: boolean
}

/** The buttons above the text. Those that cannot be used now stay reachable and say so. */
export function Toolbar({
  editor,
  panel,
  setPanel,
  bar,
}: {
  editor: Editor
  panel: string | undefined
  setPanel: (panel: Panel | undefined) => void
  bar: RefObject<HTMLDivElement>
}) {
  const t = useOfficeT('editor')
  const [at, setAt] = useState('paragraph')
  const [moves, setMoves] = useState(0)
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      on: [
        ...blockNames.filter((name) => blockTools[name].isOn(now)),
        ...markNames.filter((name) => markTools[name].isOn(now)),
      ] as string[],
      linked: now.isActive('link'),
      selected: !now.state.selection.empty,
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
      canMoveUp: moveBlock(now.state, -1) !== undefined,
      canMoveDown: moveBlock(now.state, 1) !== undefined,
    }),
  })
  function move(direction: -1 | 1): void {
    dispatch(editor, moveBlock(editor.state, direction))
    setMoves(moves + 1)
  }
  const toggle = (name: Panel) => setPanel(panel === name ? undefined : name)
  const groups: Button[][] = [
    blockNames.slice(0, 4).map((name) => ({
      name,
      label: t(`block.${name}`),
      run: () => blockTools[name].run(editor),
      pressed: state.on.includes(name),
    })),
    [
      ...markNames.map((name) => ({
        name,
        label: t(name),
        run: () => markTools[name].run(editor),
        pressed: state.on.includes(name),
      })),
      {
        name: 'link',
        label: t('link'),
        run: () => toggle('link'),
        expanded: panel === 'link',
        disabled: !state.linked && !state.selected,
      },
      {
        name: 'unlink',
        label: t('unlink'),
        run: () => editor.chain().focus().extendMarkRange('link').unsetMark('link').run(),
        disabled: !state.linked,
      },
    ],
    blockNames.slice(4).map((name) => ({
      name,
      label: t(`block.${name}`),
      run: () => blockTools[name].run(editor),
      pressed: state.on.includes(name),
    })),
    [
      { name: 'insert', label: t('insert'), run: () => toggle('insert'), expanded: panel === 'insert' },
      { name: 'language', label: t('language'), run: () => toggle('language'), expanded: panel === 'language' },
    ],
    [
      { name: 'moveUp', label: t('moveUp'), run: () => move(-1), disabled: !state.canMoveUp },
      { name: 'moveDown', label: t('moveDown'), run: () => move(1), disabled: !state.canMoveDown },
      { name: 'remove', label: t('remove'), run: () => dispatch(editor, removeBlock(editor.state)) },
    ],
    [
      { name: 'undo', label: t('undo'), run: () => editor.chain().focus().undo().run(), disabled: !state.canUndo },
      { name: 'redo', label: t('redo'), run: () => editor.chain().focus().redo().run(), disabled: !state.canRedo },
    ],
  ]
  return (
    <>
      <div
        ref={bar}
        className={styles['toolbar']}
        role="toolbar"
        aria-label={t('toolbar')}
        onKeyDown={(event) => rove(event, editor)}
      >
        {groups.map((buttons) => (
          <div key={buttons[0]?.name} className={styles['group']}>
            {buttons.map(({ name, label, run, pressed, expanded, disabled }) => (
              <button
                key={name}
                type="button"
                tabIndex={at === name ? 0 : -1}
                aria-pressed={pressed}
                aria-expanded={expanded}
                aria-disabled={disabled === true ? true : undefined}
                onFocus={() => setAt(name)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  if (disabled !== true) run()
                }}
              >
                {label}
              </button>
            ))}
          </div>
        ))}
      </div>
      <p role="status" className="visually-hidden">
        {moves > 0 && <span key={moves}>{t('moved')}</span>}
      </p>
    </>
  )
}
