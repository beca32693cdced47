import { lazy, Suspense } from 'react'
import { TextArea } from '~/shared/ui'
import { SavingLine } from './saving-line'
import { loadEditor, type WrittenText } from './use-written'
import styles from './writing.module.css'

const RichTextEditor = lazy(async () => ({ default: (await loadEditor()).RichTextEditor }))

/** The body of a text: the editor with its saving line where scripts run, else Markdown in a plain field. */
export function WrittenField({
  written,
  label,
  name,
  plainName,
  plain,
  hint,
  error,
  lang,
}: {
  written: WrittenText
  label: string
  name: string
  plainName: string
  /** The text as Markdown. */
  plain: string
  hint: string
  error?: string | undefined
  lang: string
}) {
  const { opened } = written.autosave
  const field = (
    <TextArea
      label={label}
      name={plainName}
      defaultValue={plain}
      hint={hint}
      error={error}
      className={`input ${styles['markdown'] ?? ''}`}
      spellCheck
      lang={lang}
    />
  )
  return (
    <>
      <div className="field" id={`field-${name}`}>
        {opened === undefined ? (
          field
        ) : (
          <Suspense fallback={field}>
            <RichTextEditor
              name={name}
              label={label}
              initial={opened.body}
              error={error}
              lang={lang}
              onChange={written.changeBody}
            />
          </Suspense>
        )}
      </div>
      {opened !== undefined && <SavingLine {...written.autosave} />}
    </>
  )
}
