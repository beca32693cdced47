import { useEffect, useRef, useState } from 'react'
import { useStudyT } from '~/i18n/use-study-t'
import type { FieldProps } from './field-props'
import styles from './questions.module.css'
import { useDragging } from './use-dragging'

type Places = Record<string, string>

function placesIn(entries: readonly string[]): Places {
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const [key = '', place = ''] = entry.split('=')
      return key === '' || place === '' ? [] : [[key, place]]
    }),
  )
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from)
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)]
}

/**
 * Items to put in order. A number is chosen for each; with scripts they also move by buttons and by dragging, and then
 * stand in the order that they have. Nothing is answered until something has been moved.
 */
export function OrderingField({ question, name, given, faultId }: FieldProps<'ordering'>) {
  const t = useStudyT('question')
  const list = useRef<HTMLOListElement>(null)
  const [scripted, setScripted] = useState(false)
  const [items, setItems] = useState(question.items)
  const [places, setPlaces] = useState(() => placesIn(given))
  const [said, setSaid] = useState('')
  const touched = useRef(false)
  const speaking = useRef(false)

  // What was chosen before scripts had loaded stands in the page; the list takes the order of its numbers.
  useEffect(() => {
    const chosen = placesIn([...(list.current?.querySelectorAll('select') ?? [])].map((select) => select.value))
    const placeOf = (key: string) => Number(chosen[key] ?? 99)
    setPlaces(chosen)
    setItems((before) => [...before].sort((a, b) => placeOf(a.key) - placeOf(b.key)))
    setScripted(true)
  }, [])

  // A form is told of changes by its fields, so a move speaks as the field would.
  useEffect(() => {
    if (!touched.current) return
    speaking.current = true
    list.current?.querySelector('select')?.dispatchEvent(new Event('change', { bubbles: true }))
    speaking.current = false
  }, [places])

  function move(from: number, to: number): void {
    if (to < 0 || to >= items.length) return
    const next = moved(items, from, to)
    touched.current = true
    setItems(next)
    setPlaces(Object.fromEntries(next.map((item, index) => [item.key, String(index + 1)])))
    setSaid(t('order.said', { text: items[from]?.text ?? '', place: to + 1, total: items.length }))
  }

  useDragging(list, move)

  return (
    <>
      <ol className={styles['rows']} ref={list}>
        {items.map((item, index) => {
          const id = `${name}-${item.key}`
          return (
            <li key={item.key} className={styles['item']} draggable={scripted}>
              <select
                id={id}
                name={name}
                className="input"
                value={places[item.key] === undefined ? '' : `${item.key}=${places[item.key] ?? ''}`}
                onChange={(event) => {
                  const place = Number(event.target.value.split('=')[1] ?? '')
                  if (!speaking.current && place > 0) move(index, place - 1)
                }}
                aria-describedby={faultId}
              >
                <option value="">–</option>
                {items.map((_, at) => (
                  <option key={at} value={`${item.key}=${at + 1}`}>
                    {at + 1}
                  </option>
                ))}
              </select>
              <label htmlFor={id}>
                {item.text} <span className="visually-hidden">{t('order.place')}</span>
              </label>
              {scripted && (
                <span className={styles['moves']}>
                  {([-1, 1] as const).map((step) => (
                    <button
                      key={step}
                      type="button"
                      aria-disabled={index + step < 0 || index + step >= items.length}
                      onClick={() => move(index, index + step)}
                    >
                      <span aria-hidden="true">{step < 0 ? '↑' : '↓'}</span>
                      <span className="visually-hidden">
                        {t(step < 0 ? 'order.up' : 'order.down', { text: item.text })}
                      </span>
                    </button>
                  ))}
                </span>
              )}
            </li>
          )
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  )
}
