import { type Editor, useEditorState } from '@tiptap/react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { useLanguage } from '~/i18n/use-t'
import { Button, Row } from '~/shared/ui'
import { isAllowedHref } from '../addresses'
import { languageCodes, languageName } from '../languages'
import { specOf } from '../nodes'
import { areGood, BlockFields, emptyValues } from './block-fields'
import { insertable, insertBlock, type PanelBlock } from './insertable'
import styles from './writing.module.css'

/** A strip under the toolbar: its first field has the focus, Escape goes back to the text. */
function PanelFrame({
  editor,
  label,
  close,
  children,
}: {
  editor: Editor
  label: string
  close: () => void
  children: ReactNode
}) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => frame.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus(), [])
  useEffect(() => {
    const { current } = frame
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      close()
      editor.commands.focus()
    }
    current?.addEventListener('keydown', leave)
    return () => current?.removeEventListener('keydown', leave)
  }, [editor, close])
  return (
    <div ref={frame} className={styles['panel']} role="group" aria-label={label}>
      {children}
    </div>
  )
}

export function LinkPanel({ editor, close }: { editor: Editor; close: () => void }) {
  const t = useOfficeT('editor')
  const id = useId()
  const current: unknown = editor.getAttributes('link')['href']
  const [href, setHref] = useState(typeof current === 'string' ? current : 'https://')
  function save(): void {
    if (!isAllowedHref(href)) return
    editor.chain().focus().extendMarkRange('link').setMark('link', { href }).run()
    close()
  }
  return (
    <PanelFrame editor={editor} label={t('link')} close={close}>
      <label htmlFor={id}>{t('linkAddress')}</label>
      <Row>
        <input
          id={id}
          className="input"
          value={href}
          onChange={(event) => setHref(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            save()
          }}
          aria-invalid={isAllowedHref(href) ? undefined : true}
        />
        <Button type="button" variant="quiet" onClick={save}>
          {t('linkSave')}
        </Button>
      </Row>
    </PanelFrame>
  )
}

export function InsertPanel({
  editor,
  close,
  openPanel,
}: {
  editor: Editor
  close: () => void
  openPanel: (block: PanelBlock) => void
}) {
  const t = useOfficeT('editor')
  return (
    <PanelFrame editor={editor} label={t('insert')} close={close}>
      <div className={styles['choices']}>
        {insertable.map((item) => (
          <button
            key={item.name}
            type="button"
            onClick={() => {
              close()
              if ('panel' in item) openPanel(item.panel)
              else item.run(editor)
            }}
          >
            {t(`block.${item.name}`)}
          </button>
        ))}
      </div>
    </PanelFrame>
  )
}

export function LanguagePanel({ editor, close }: { editor: Editor; close: () => void }) {
  const t = useOfficeT('editor')
  const language = useLanguage()
  const id = useId()
  const { $from } = editor.state.selection
  const type = $from.depth > 0 ? $from.parent.type.name : undefined
  const target = type !== undefined && specOf(type)?.attributes['lang'] !== undefined ? type : 'paragraph'
  const current = useEditorState({ editor, selector: ({ editor: now }): unknown => now.getAttributes(target)['lang'] })
  return (
    <PanelFrame editor={editor} label={t('language')} close={close}>
      <label htmlFor={id}>{t('languageLabel')}</label>
      <select
        id={id}
        className="input"
        value={typeof current === 'string' ? current : ''}
        onChange={({ target: { value } }) =>
          editor.commands.updateAttributes(target, { lang: value === '' ? null : value })
        }
      >
        <option value="">{t('languageNone')}</option>
        {languageCodes.map((code) => (
          <option key={code} value={code}>
            {languageName(code, language)}
          </option>
        ))}
      </select>
    </PanelFrame>
  )
}

/** Asks for what a block needs before it can stand in the text. */
export function NewBlockPanel({ editor, block, close }: { editor: Editor; block: PanelBlock; close: () => void }) {
  const t = useOfficeT('editor')
  const spec = specOf(block)
  const [values, setValues] = useState(() => (spec === undefined ? {} : emptyValues(spec)))
  const [tried, setTried] = useState(false)
  if (spec === undefined) return null
  const asked = spec
  function add(): void {
    setTried(true)
    if (!areGood(asked, values)) return
    close()
    const content = asked.content === undefined ? {} : { content: [{ type: 'paragraph' }] }
    insertBlock(editor, { type: block, attrs: values, ...content })
  }
  return (
    <PanelFrame editor={editor} label={t(`block.${block}`)} close={close}>
      <strong>{t(`block.${block}`)}</strong>
      <BlockFields spec={spec} values={values} showFaults={tried} onChange={setValues} onEnter={add} />
      <Row>
        <Button type="button" onClick={add}>
          {t('add')}
        </Button>
        <Button
          type="button"
          variant="quiet"
          onClick={() => {
            close()
            editor.commands.focus()
          }}
        >
          {t('cancel')}
        </Button>
      </Row>
    </PanelFrame>
  )
}
