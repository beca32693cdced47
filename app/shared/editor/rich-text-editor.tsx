import { type Editor, EditorContent, type JSONContent, useEditor, useEditorState } from '@tiptap/react'
import { useId, useState } from 'react'
import { useT } from '~/i18n/use-t'
import { Button } from '~/shared/ui'
import { isAllowedHref } from './addresses'
import type { RichDocument } from './document'
import { writingExtensions } from './writing-extensions'
import styles from './rich-text-editor.module.css'

type Tool =
  'paragraph' | 'heading' | 'subheading' | 'bold' | 'italic' | 'bulletList' | 'orderedList' | 'quote' | 'callout'

const tools: Record<Tool, { run: (editor: Editor) => void; isOn: (editor: Editor) => boolean }> = {
  paragraph: {
    run: (editor) => editor.chain().focus().setParagraph().run(),
    isOn: (editor) => editor.isActive('paragraph'),
  },
  heading: {
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    isOn: (editor) => editor.isActive('heading', { level: 2 }),
  },
  subheading: {
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    isOn: (editor) => editor.isActive('heading', { level: 3 }),
  },
  bold: { run: (editor) => editor.chain().focus().toggleBold().run(), isOn: (editor) => editor.isActive('bold') },
  italic: { run: (editor) => editor.chain().focus().toggleItalic().run(), isOn: (editor) => editor.isActive('italic') },
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
  callout: {
    run: (editor) => editor.chain().focus().toggleWrap('callout', { kind: 'note' }).run(),
    isOn: (editor) => editor.isActive('callout'),
  },
}
const toolNames = Object.keys(tools) as Tool[]

function LinkField({ editor, close }: { editor: Editor; close: () => void }) {
  const t = useT('editor')
  const id = useId()
  const current: unknown = editor.getAttributes('link')['href']
  const [href, setHref] = useState(typeof current === 'string' ? current : 'https://')
  function save() {
    if (!isAllowedHref(href)) return
    editor.chain().focus().extendMarkRange('link').setMark('link', { href }).run()
    close()
  }
  return (
    <div className={styles['link']}>
      <label htmlFor={id}>
        {t('linkAddress')}
        <input
          id={id}
          className="input"
          value={href}
          onChange={(event) => setHref(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close()
            if (event.key !== 'Enter') return
            event.preventDefault()
            save()
          }}
          aria-invalid={isAllowedHref(href) ? undefined : true}
        />
      </label>
      <Button type="button" variant="quiet" onClick={save}>
        {t('linkSave')}
      </Button>
    </div>
  )
}

function Toolbar({ editor }: { editor: Editor }) {
  const t = useT('editor')
  const [linking, setLinking] = useState(false)
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      on: toolNames.filter((name) => tools[name].isOn(now)),
      linked: now.isActive('link'),
      selected: !now.state.selection.empty,
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  })
  return (
    <>
      <div className={styles['toolbar']} role="group" aria-label={t('toolbar')}>
        {toolNames.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={state.on.includes(name)}
            onClick={() => tools[name].run(editor)}
          >
            {t(name)}
          </button>
        ))}
        <button
          type="button"
          aria-expanded={linking}
          disabled={!state.linked && !state.selected}
          onClick={() => setLinking(!linking)}
        >
          {t('link')}
        </button>
        <button
          type="button"
          disabled={!state.linked}
          onClick={() => editor.chain().focus().extendMarkRange('link').unsetMark('link').run()}
        >
          {t('unlink')}
        </button>
        <button type="button" disabled={!state.canUndo} onClick={() => editor.chain().focus().undo().run()}>
          {t('undo')}
        </button>
        <button type="button" disabled={!state.canRedo} onClick={() => editor.chain().focus().redo().run()}>
          {t('redo')}
        </button>
      </div>
      {linking && <LinkField editor={editor} close={() => setLinking(false)} />}
    </>
  )
}

/** A field for rich text: a hidden input `name` holds the document as JSON. Needs scripts; load it only where one writes. */
export function RichTextEditor({
  name,
  label,
  initial,
  error,
  onChange,
}: {
  name: string
  label: string
  initial: RichDocument
  error?: string | undefined
  /** Called at every change. */
  onChange?: ((body: RichDocument) => void) | undefined
}) {
  const t = useT('editor')
  const id = useId()
  const [json, setJson] = useState(() => JSON.stringify(initial))
  const editor = useEditor({
    extensions: writingExtensions,
    content: initial as JSONContent,
    injectCSS: false,
    immediatelyRender: true,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': `${id}-label`,
        'aria-describedby': `${id}-keys${error === undefined ? '' : ` ${id}-error`}`,
      },
    },
    onUpdate: ({ editor: now }) => {
      const text = JSON.stringify(now.getJSON())
      setJson(text)
      onChange?.(JSON.parse(text) as RichDocument)
    },
  })
  return (
    <div className="field" id={`field-${name}`}>
      <strong id={`${id}-label`}>{label}</strong>
      <p className="hint" id={`${id}-keys`}>
        {t('keys')}
      </p>
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className={styles['frame']}>
        <Toolbar editor={editor} />
        <EditorContent editor={editor} className={styles['writing']} />
      </div>
      <input type="hidden" name={name} value={json} />
    </div>
  )
}
