import { type Editor, useEditorState } from '@tiptap/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { calloutKinds } from '../document'
import { specOf } from '../nodes'
import { areGood, BlockFields, type BlockValues } from './block-fields'
import { tableCommandNames, tableCommands } from './table-commands'
import styles from './writing.module.css'

/** A strip of what belongs to a block; Escape goes back to the text. */
function Strip({ editor, label, children }: { editor: Editor; label: string; children: ReactNode }) {
  const strip = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = strip
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') editor.view.focus()
    }
    current?.addEventListener('keydown', leave)
    return () => current?.removeEventListener('keydown', leave)
  }, [editor])
  return (
    <div ref={strip} className={styles['context']} role="group" aria-label={label} data-strip="">
      {children}
    </div>
  )
}

/** What belongs to the table, box or quotation that the cursor stands in. */
export function ContextBar({ editor }: { editor: Editor }) {
  const t = useOfficeT('editor')
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      table: now.isActive('table'),
      callout: now.isActive('callout') ? String(now.getAttributes('callout')['kind']) : null,
      quote: now.isActive('blockquote') ? (now.getAttributes('blockquote') as BlockValues) : null,
    }),
  })
  const quoteSpec = specOf('blockquote')
  return (
    <>
      {state.table && (
        <Strip editor={editor} label={t('table.label')}>
          {tableCommandNames.map((name) => (
            <button
              key={name}
              type="button"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                tableCommands[name](editor.state, editor.view.dispatch)
                editor.view.focus()
              }}
            >
              {t(`table.${name}`)}
            </button>
          ))}
        </Strip>
      )}
      {state.callout !== null && (
        <Strip editor={editor} label={t('calloutLabel')}>
          {calloutKinds.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={state.callout === kind}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => editor.chain().focus().updateAttributes('callout', { kind }).run()}
            >
              {t(`block.${kind}`)}
            </button>
          ))}
        </Strip>
      )}
      {state.quote !== null && quoteSpec !== undefined && (
        <Strip editor={editor} label={t('quoteLabel')}>
          <BlockFields
            spec={quoteSpec}
            values={state.quote}
            showFaults
            onChange={(next) => {
              if (areGood(quoteSpec, next)) editor.commands.updateAttributes('blockquote', next)
            }}
          />
        </Strip>
      )}
    </>
  )
}
