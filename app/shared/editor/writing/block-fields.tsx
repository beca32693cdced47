import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import { embedAddress, embedHosts } from '../embed-hosts'
import type { Attribute, AttributeValue, BlockSpec } from '../nodes/spec'
import { LibrarySearch } from './library-search'
import styles from './writing.module.css'

export type BlockValues = Record<string, AttributeValue>

type Translate = ReturnType<typeof useOfficeT<'editor'>>

function labelOf(spec: BlockSpec, name: string, t: Translate): string {
  if (spec.name === 'image' && name === 'title') return t('field.caption')
  if (spec.name === 'embed' && name === 'src') return t('field.embedSrc')
  return t(`field.${name as 'src'}`)
}

function faultOf(spec: BlockSpec, name: string, t: Translate): string {
  if (spec.name === 'embed' && name === 'src') {
    const sites = Object.values(embedHosts).map((site) => site.name)
    return t('fieldFault.embedSrc', { sites: sites.join(', ') })
  }
  if (name === 'from' || name === 'to') return t('fieldFault.seconds')
  const known = ['src', 'alt', 'href', 'key', 'tex'] as const
  const own = known.find((one) => one === name)
  return t(own === undefined ? 'fieldFault.text' : `fieldFault.${own}`)
}

function written(attribute: Attribute, value: AttributeValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (attribute.field !== 'seconds') return String(value)
  const seconds = Number(value)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** What a writer has typed, as the block's value; undefined when it cannot be one. */
function valueOf(spec: BlockSpec, name: string, attribute: Attribute, text: string): AttributeValue | undefined {
  const plain = attribute.field === 'lines' ? text : text.trim()
  if (plain === '' && attribute.default === null) return null
  if (attribute.field === 'seconds') {
    const [, minutes, seconds] = /^(?:(\d{1,4}):)?(\d{1,5})$/.exec(plain) ?? []
    return seconds === undefined ? undefined : Number(minutes ?? 0) * 60 + Number(seconds)
  }
  return spec.name === 'embed' && name === 'src' ? (embedAddress(plain) ?? plain) : plain
}

/** Whether a block may stand in a text with these values. */
export function areGood(spec: BlockSpec, values: BlockValues): boolean {
  const each = Object.entries(spec.attributes).every(([name, attribute]) => {
    const value = Object.hasOwn(values, name) ? values[name] : attribute.default
    return value !== undefined && attribute.rule(value) === undefined
  })
  return each && spec.check?.(values) === undefined
}

/** The values with which the fields of a new block begin. */
export function emptyValues(spec: BlockSpec): BlockValues {
  return Object.fromEntries(
    Object.entries(spec.attributes).map(([name, { default: unsaid }]) => [name, unsaid === undefined ? '' : unsaid]),
  )
}

/**
 * The fields of a block. `onChange` gets every change, good or not; `shown` faults are told beside their field. Inside a
 * form Enter would send it, so here it does what `onEnter` says.
 */
export function BlockFields({
  spec,
  values,
  showFaults,
  onChange,
  onEnter,
}: {
  spec: BlockSpec
  values: BlockValues
  showFaults: boolean
  onChange: (values: BlockValues) => void
  onEnter?: () => void
}) {
  const t = useOfficeT('editor')
  const named = Object.entries(spec.attributes).filter(([, attribute]) => attribute.field !== undefined)
  return (
    <div className={styles['fields']}>
      {spec.library !== undefined && (
        <LibrarySearch kind={spec.library} onChoose={(item) => onChange({ ...values, ...item.attributes })} />
      )}
      {named.map(([name, attribute]) => {
        const value = values[name]
        const wrong =
          showFaults &&
          (value === undefined ||
            attribute.rule(value) !== undefined ||
            (name === faultPlace(spec) && spec.check?.(values) !== undefined))
        return (
          <BlockField
            key={name}
            label={labelOf(spec, name, t)}
            attribute={attribute}
            value={value}
            fault={wrong ? faultOf(spec, name, t) : undefined}
            read={(text) => valueOf(spec, name, attribute, text)}
            onChange={(next) => onChange({ ...values, [name]: next })}
            onEnter={onEnter}
          />
        )
      })}
    </div>
  )
}

/** The field beside which a fault across fields is told. */
function faultPlace(spec: BlockSpec): string {
  return spec.name === 'image' ? 'alt' : 'to'
}

interface FieldProps {
  label: string
  attribute: Attribute
  value: AttributeValue | undefined
  fault: string | undefined
  read: (text: string) => AttributeValue | undefined
  onChange: (value: AttributeValue) => void
  onEnter: (() => void) | undefined
}

function BlockField({ label, attribute, value, fault, read, onChange, onEnter }: FieldProps) {
  const id = useId()
  const [text, setText] = useState(() => written(attribute, value))
  useEffect(() => {
    if (value !== text && read(text) !== value) setText(written(attribute, value))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is typed stays; only a value from elsewhere replaces it
  }, [value])
  if (attribute.field === 'flag') {
    return (
      <div className="choice" data-field="">
        <input id={id} type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
        <label htmlFor={id}>{label}</label>
      </div>
    )
  }
  const shared = {
    id,
    className: 'input',
    value: text,
    'aria-invalid': fault === undefined ? undefined : true,
    'aria-describedby': fault === undefined ? undefined : `${id}-fault`,
    onChange: ({ target }: { target: { value: string } }) => {
      setText(target.value)
      onChange(read(target.value) ?? target.value)
    },
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onEnter?.()
  }
  return (
    <div className="field" data-field="">
      <label htmlFor={id}>{label}</label>
      {fault !== undefined && (
        <p className="field-error" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {attribute.field === 'lines' ? (
        <textarea rows={3} spellCheck={false} {...shared} />
      ) : (
        <input type="text" onKeyDown={onKeyDown} {...shared} />
      )}
    </div>
  )
}
