import { type NodeViewProps, NodeViewContent, NodeViewWrapper } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import { useOfficeT } from '~/i18n/use-office-t'
import type { MathNode } from '../document'
import { langAttributes } from '../languages'
import { MathView } from '../math-view'
import { specOf } from '../nodes'
import { areGood, BlockFields, type BlockValues } from './block-fields'
import type { InsertableName } from './insertable'
import { leaveBlock } from './ways-out'
import styles from './writing.module.css'

/** The formula as its readers see it; KaTeX is fetched with the first one. */
function FormulaPreview({ tex }: { tex: string }) {
  const [math, setMath] = useState<MathNode>()
  useEffect(() => {
    let stays = true
    void import('../math').then(({ mathOf }) => {
      if (stays) setMath(mathOf(tex))
    })
    return () => {
      stays = false
    }
  }, [tex])
  return <MathView tex={tex} math={math} />
}

/** A block while it is written: its name, its fields, and its content where it has any. Values that are not good stay in their fields until they are. */
export function BlockFrame({ editor, node, getPos, updateAttributes, selected }: NodeViewProps) {
  const t = useOfficeT('editor')
  const spec = specOf(node.type.name)
  const stored = node.attrs as BlockValues
  const [values, setValues] = useState(stored)
  useEffect(() => setValues(node.attrs as BlockValues), [node.attrs])
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = fields
    const leave = (event: KeyboardEvent) => {
      const at = getPos()
      if (event.key === 'Escape' && at !== undefined) leaveBlock(editor, at)
    }
    current?.addEventListener('keydown', leave)
    return () => current?.removeEventListener('keydown', leave)
  }, [editor, getPos])
  if (spec === undefined) return null
  const name = t(`block.${node.type.name as InsertableName}`)
  const hasFields = Object.values(spec.attributes).some(({ field }) => field !== undefined)
  return (
    <NodeViewWrapper
      className={styles['block']}
      data-selected={selected}
      role="group"
      aria-label={name}
      {...langAttributes(typeof stored['lang'] === 'string' ? stored['lang'] : null)}
    >
      <p className={styles['blockName']} contentEditable={false}>
        {name}
      </p>
      {spec.name === 'image' && typeof stored['src'] === 'string' && (
        <img src={stored['src']} alt={String(stored['alt'])} className={styles['preview']} />
      )}
      {spec.name === 'formula' && <FormulaPreview tex={String(stored['tex'])} />}
      {hasFields && (
        <div contentEditable={false} ref={fields} data-fields="">
          <BlockFields
            spec={spec}
            values={values}
            showFaults
            onChange={(next) => {
              setValues(next)
              if (areGood(spec, next)) updateAttributes(next)
            }}
          />
        </div>
      )}
      {spec.content !== undefined && <NodeViewContent className={styles['inside']} data-kind={node.type.name} />}
    </NodeViewWrapper>
  )
}
