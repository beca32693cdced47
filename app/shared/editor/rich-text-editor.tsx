import { type Editor, EditorContent, type JSONContent, useEditor } from '@tiptap/react'
import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import type { RichDocument } from './document'
import { CheckPanel } from './writing/check-panel'
import { cleanedHtml } from './writing/clean-paste'
import { ContextBar } from './writing/context-bar'
import { DragHandle } from './writing/drag-handle'
import { writingExtensions } from './writing/extensions'
import type { PanelBlock } from './writing/insertable'
import { KeysHelp } from './writing/keys-help'
import { type EditorLibrary, LibraryProvider } from './writing/library'
import { InsertPanel, LanguagePanel, LinkPanel, NewBlockPanel } from './writing/panels'
import { jumpTo, replacement } from './writing/place'
import { usePortalLibrary } from './writing/portal-library'
import { type KeyTaker, SlashMenu } from './writing/slash-menu'
import { storedForm } from './writing/tidy'
import { type Panel, Toolbar } from './writing/toolbar'
import { enterBlock, isTabOut } from './writing/ways-out'
import styles from './writing/writing.module.css'

export interface RichTextEditorHandle {
  /** The text as it stands, in the form in which it is stored. */
  document: () => RichDocument
  /** Puts another text in its place, changing only what differs; the cursor stays and `onChange` is not called. */
  replace: (document: RichDocument) => void
  /** Puts the cursor at a place, as the accessibility check gives it. */
  jumpTo: (path: readonly number[]) => void
}

interface Props {
  /** The name of a hidden field that holds the document as JSON, for a form; none without it. */
  name?: string
  label: string
  initial: RichDocument
  error?: string | undefined
  /** The language of the text. */
  lang?: string
  /** After every change that the writer makes. */
  onChange?: (document: RichDocument) => void
  /** Where pictures, files and lectures are found; the portal's media library unless another is given. */
  library?: EditorLibrary | undefined
  handle?: Ref<RichTextEditorHandle>
}

const belowToolbar = { top: 180, right: 0, bottom: 60, left: 0 }

type Open = { panel: Panel } | { block: PanelBlock } | undefined

/** An editor for rich text. It needs scripts and is large: load it only where one writes. */
export function RichTextEditor({ name, label, initial, error, lang = 'sv', onChange, library, handle }: Props) {
  const t = useOfficeT('editor')
  const language = useLanguage()
  const id = useId()
  const [json, setJson] = useState(() => JSON.stringify(initial))
  const [ready, setReady] = useState(false)
  const [open, setOpen] = useState<Open>()
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const check = useRef<HTMLElement>(null)
  const slashKeysRef = useRef<KeyTaker>(() => false)
  const portalLibrary = usePortalLibrary()
  const [onKeys] = useState(() => (taker: KeyTaker) => {
    slashKeysRef.current = taker
  })
  const lastKey = useRef('')
  const changedRef = useRef(onChange)
  useEffect(() => {
    changedRef.current = onChange
  }, [onChange])
  const [extensions] = useState(() => writingExtensions(t('placeholder')))
  const editor: Editor = useEditor({
    extensions,
    content: initial as JSONContent,
    injectCSS: false,
    immediatelyRender: true,
    editorProps: {
      attributes: {
        role: 'textbox',
        lang,
        'aria-multiline': 'true',
        'aria-labelledby': `${id}-label`,
        'aria-describedby': `${id}-hint${error === undefined ? '' : ` ${id}-error`}`,
      },
      // The toolbar stays over the text, at the top of the window.
      scrollThreshold: belowToolbar,
      scrollMargin: belowToolbar,
      transformPastedHTML: cleanedHtml,
      handleKeyDown: (_view, event) => {
        if (slashKeysRef.current(event)) return true
        if (isTabOut(event, lastKey)) {
          ;(event.shiftKey ? toolIn(bar.current) : check.current)?.focus()
          return true
        }
        if (!event.altKey) return false
        if (event.key === 'Enter') return enterBlock(editor, head.current)
        if (event.key !== 'F10') return false
        toolIn(bar.current)?.focus()
        return true
      },
    },
    onCreate: () => setReady(true),
    onUpdate: ({ editor: now, transaction }) => {
      const document = storedForm(now.getJSON())
      setJson(JSON.stringify(document))
      if (transaction.getMeta('fromOutside') !== true) changedRef.current?.(document)
    },
  })
  useImperativeHandle(handle, () => handleOf(editor), [editor])
  const [close] = useState(() => () => setOpen(undefined))
  const openPanel = (block: PanelBlock) => setOpen({ block })
  const panel = open !== undefined && 'panel' in open ? open.panel : undefined
  return (
    <LibraryProvider value={library ?? portalLibrary}>
      <div className="field">
        <strong id={`${id}-label`}>{label}</strong>
        <p className="hint" id={`${id}-hint`}>
          {t('placeholder')}
        </p>
        {error !== undefined && (
          <p className="field-error" id={`${id}-error`}>
            {error}
          </p>
        )}
        <div className={styles['frame']} ref={setFrame}>
          <div className={styles['head']} ref={head}>
            <Toolbar
              editor={editor}
              bar={bar}
              panel={panel}
              setPanel={(next) => setOpen(next === undefined ? undefined : { panel: next })}
            />
            <ContextBar editor={editor} />
            {panel === 'link' && <LinkPanel editor={editor} close={close} />}
            {panel === 'insert' && <InsertPanel editor={editor} close={close} openPanel={openPanel} />}
            {panel === 'language' && <LanguagePanel editor={editor} close={close} />}
            {open !== undefined && 'block' in open && (
              <NewBlockPanel key={open.block} editor={editor} block={open.block} close={close} />
            )}
          </div>
          <EditorContent editor={editor} className={styles['writing']} />
          {ready && <DragHandle editor={editor} frame={frame} />}
          {ready && <SlashMenu editor={editor} frame={frame} onKeys={onKeys} openPanel={openPanel} />}
        </div>
        <CheckPanel editor={editor} lang={lang} label={label} name={name} panel={check} />
        <KeysHelp language={language} />
        {name !== undefined && <input type="hidden" name={name} value={json} />}
      </div>
    </LibraryProvider>
  )
}

/** The button of the toolbar that Tab comes to. */
const toolIn = (bar: HTMLElement | null) => bar?.querySelector<HTMLElement>('[tabindex="0"]') ?? null

function handleOf(editor: Editor): RichTextEditorHandle {
  return {
    document: () => storedForm(editor.getJSON()),
    replace: (document) => {
      const change = replacement(editor.state, document)
      if (change !== undefined) editor.view.dispatch(change)
    },
    jumpTo: (path) => jumpTo(editor, path),
  }
}
