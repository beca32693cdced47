import type { JSONContent } from '@tiptap/core'
import type { RichDocument } from '../document'
import { specOf } from '../nodes'

function tidy(node: JSONContent): JSONContent {
  const spec = specOf(node.type ?? '')
  const said = Object.entries(node.attrs ?? {}).filter(([name, value]) => {
    const attribute = spec?.attributes[name]
    return attribute === undefined || attribute.kept === true || value !== attribute.default
  })
  const { attrs: _all, content, ...rest } = node
  return {
    ...rest,
    ...(said.length === 0 ? {} : { attrs: Object.fromEntries(said) }),
    ...(content === undefined ? {} : { content: content.map(tidy) }),
  }
}

/** The editor's document as it is stored: without attributes that say nothing. */
export function storedForm(json: JSONContent): RichDocument {
  return tidy(json) as RichDocument
}
