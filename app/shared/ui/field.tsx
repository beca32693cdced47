import { useLocation } from '@remix-run/react'
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useEffect,
  useId,
  useRef,
} from 'react'
import { useT } from '~/i18n/use-t'
import { PlaceLink } from './place-link'

interface FieldText {
  label: ReactNode
  name: string
  error?: string | undefined
  hint?: ReactNode
}

function FieldFrame({ id, label, error, hint, children }: FieldText & { id: string; children: ReactNode }) {
  const t = useT('common')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <span className="visually-hidden">{t('errors.error')}: </span>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

function described(id: string, { error, hint }: Pick<FieldText, 'error' | 'hint'>) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    'aria-describedby': ids === '' ? undefined : ids,
    'aria-invalid': error ? true : undefined,
  }
}

/** The fields' `id` is `field-` and the name; a page on which a name comes twice gives each its own. */
export function TextField({ label, error, hint, ...rest }: FieldText & InputHTMLAttributes<HTMLInputElement>) {
  const id = rest.id ?? `field-${rest.name}`
  return (
    <FieldFrame id={id} label={label} name={rest.name} error={error} hint={hint}>
      <input id={id} className="input" {...described(id, { error, hint })} {...rest} />
    </FieldFrame>
  )
}

export function TextArea({ label, error, hint, ...rest }: FieldText & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = rest.id ?? `field-${rest.name}`
  return (
    <FieldFrame id={id} label={label} name={rest.name} error={error} hint={hint}>
      <textarea id={id} className="input" {...described(id, { error, hint })} {...rest} />
    </FieldFrame>
  )
}

export function SelectField({
  label,
  error,
  hint,
  options,
  ...rest
}: FieldText &
  SelectHTMLAttributes<HTMLSelectElement> & {
    options: readonly { value: string; label: string }[]
  }) {
  const id = rest.id ?? `field-${rest.name}`
  return (
    <FieldFrame id={id} label={label} name={rest.name} error={error} hint={hint}>
      <select id={id} className="input" {...described(id, { error, hint })} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

export function CheckboxField({
  label,
  error,
  hint,
  id: given,
  ...rest
}: FieldText & InputHTMLAttributes<HTMLInputElement>) {
  const own = useId()
  const id = given ?? own
  return (
    <div className="field">
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className="choice">
        <input type="checkbox" id={id} {...described(id, { error, hint })} {...rest} />
        <label htmlFor={id}>{label}</label>
      </div>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

export function RadioGroup({
  legend,
  name,
  options,
  value,
  error,
}: {
  legend: ReactNode
  name: string
  options: readonly { value: string; label: ReactNode }[]
  value?: string
  error?: string | undefined
}) {
  const id = useId()
  return (
    <fieldset className="fieldset" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {options.map((option) => (
        <div className="choice" key={option.value}>
          <input
            type="radio"
            id={`${id}-${option.value}`}
            name={name}
            value={option.value}
            defaultChecked={option.value === value}
          />
          <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
        </div>
      ))}
    </fieldset>
  )
}

/** All faults of a form at its top, each a link to its field; they take the focus when they come. */
export function FormErrorSummary({ errors }: { errors: Record<string, string> | undefined }) {
  const t = useT('common')
  const entries = Object.entries(errors ?? {})
  const summary = useRef<HTMLDivElement>(null)
  const { key } = useLocation()
  const isFaulty = entries.length > 0
  useEffect(() => {
    if (isFaulty) summary.current?.focus()
  }, [key, isFaulty])
  if (entries.length === 0) return null
  return (
    <div className="form-errors" role="alert" ref={summary} tabIndex={-1}>
      <p>
        <strong>{t('errors.summary', { count: entries.length })}</strong>
      </p>
      <ul>
        {entries.map(([name, message]) => (
          <li key={name}>
            <PlaceLink to={`field-${name}`}>{message}</PlaceLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
