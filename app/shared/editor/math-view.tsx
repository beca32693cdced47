import { createElement, type ReactNode } from 'react'
import type { MathNode } from './document'
import styles from './document-view.module.css'

function element(node: MathNode | string, key: number): ReactNode {
  if (typeof node === 'string') return node
  return createElement(node.tag, { key, ...node.attrs }, ...node.children.map(element))
}

/** A formula as MathML, which browsers draw and screen readers read without scripts; as TeX where it was not made. */
export function MathView({
  tex,
  description,
  math,
}: {
  tex: string
  description?: string | null | undefined
  math?: MathNode | undefined
}) {
  const said = typeof description === 'string' ? { role: 'img', 'aria-label': description } : {}
  return (
    <div className={styles['formula']} {...said}>
      {math === undefined ? <code>{tex}</code> : element(math, 0)}
    </div>
  )
}
