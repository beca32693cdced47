import { useRef } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { LONGEST_POST } from '../../discussion/model'
import styles from './discussion.module.css'
import { useNames } from './use-names'

/** The text of a post. With scripts it suggests names after an `@`; without them a name is written in full. */
export function PostField(props: {
  course: string
  id: string
  label: string
  text: string
  error: string | undefined
  rows?: number
}) {
  const t = useOfficeT('discussion')
  const field = useRef<HTMLTextAreaElement>(null)
  const choice = useNames(props.course, field)
  const { id, error } = props
  const isOpen = choice.names.length > 0
  const optionId = (index: number) => `${id}-namn-${index}`
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <p className="hint" id={`${id}-hint`}>
        {t('textHint')}
      </p>
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className={styles['writing']}>
        <textarea
          ref={field}
          id={id}
          name="text"
          data-kept
          className="input"
          rows={props.rows ?? 5}
          maxLength={LONGEST_POST}
          defaultValue={props.text}
          aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
          aria-invalid={error === undefined ? undefined : true}
          aria-autocomplete="list"
          aria-controls={isOpen ? `${id}-namn` : undefined}
          aria-activedescendant={isOpen ? optionId(choice.at) : undefined}
          onInput={choice.look}
          onKeyDown={choice.onKeyDown}
          onBlur={choice.close}
        />
        {isOpen && (
          <div role="listbox" id={`${id}-namn`} aria-label={t('names.list')} className={styles['names']}>
            {choice.names.map((name, index) => (
              // The keys are the field's, which keeps the focus.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={name}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === choice.at}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choice.take(name)}
              >
                {name}
              </div>
            ))}
          </div>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {isOpen && t('names.count', { count: choice.names.length })}
      </p>
    </div>
  )
}
