import type { ReactNode } from 'react'
import { isExternal } from './addresses'
import type { Inline, Mark } from './document'

function Marked({ mark, children }: { mark: Mark; children: ReactNode }): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{children}</strong>
    case 'italic':
      return <em>{children}</em>
    case 'code':
      return <code>{children}</code>
    case 'link': {
      const { href } = mark.attrs
      return isExternal(href) ? (
        <a href={href} rel="noopener noreferrer">
          {children}
        </a>
      ) : (
        <a href={href}>{children}</a>
      )
    }
  }
}

function sameMark(one: Mark | undefined, other: Mark | undefined): boolean {
  if (one?.type === 'link' && other?.type === 'link') return one.attrs.href === other.attrs.href
  return one?.type === other?.type
}

function markAt(node: Inline, depth: number): Mark | undefined {
  return node.type === 'text' ? node.marks?.[depth] : undefined
}

/** Neighbours under the same mark share one element, so that a link with emphasis in it stays one link. */
export function Inlines({ content = [], depth = 0 }: { content?: Inline[] | undefined; depth?: number }) {
  const groups: Inline[][] = []
  for (const node of content) {
    const last = groups.at(-1)
    const mark = markAt(node, depth)
    if (last?.[0] !== undefined && mark !== undefined && sameMark(markAt(last[0], depth), mark)) last.push(node)
    else groups.push([node])
  }
  return groups.map((group, index) => {
    const [first] = group
    const mark = first && markAt(first, depth)
    if (mark !== undefined) {
      return (
        <Marked key={index} mark={mark}>
          <Inlines content={group} depth={depth + 1} />
        </Marked>
      )
    }
    return first?.type === 'text' ? first.text : <br key={index} />
  })
}
