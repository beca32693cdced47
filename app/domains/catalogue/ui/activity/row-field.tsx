import type { InputHTMLAttributes, SelectHTMLAttributes } from 'react'

export interface Choice {
  value: string
  label: string
}

/** A field of a form in which a name occurs once a row; the id says which row. */
export function RowField({
  label,
  row,
  name,
  ...rest
}: { label: string; row: number; name: string } & InputHTMLAttributes<HTMLInputElement>) {
  const id = row === 0 ? `field-${name}` : `field-${name}-${row + 1}`
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="input" name={name} {...rest} />
    </div>
  )
}

export function RowSelect({
  label,
  row,
  name,
  options,
  ...rest
}: { label: string; row: number; name: string; options: readonly Choice[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = row === 0 ? `field-${name}` : `field-${name}-${row + 1}`
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" name={name} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
