import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** A new key for a question: letters and digits, unlikely to meet again. */
export function newPromptKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return `f${[...bytes].map((byte) => (byte % 36).toString(36)).join('')}`
}

/** A copied question is a question of its own: the later of two with one key gets a new one. */
export const PromptKeys = Extension.create({
  name: 'promptKeys',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction(transactions, _before, state) {
          if (!transactions.some(({ docChanged }) => docChanged)) return null
          const seen = new Set<unknown>()
          const { tr } = state
          state.doc.descendants((node, at) => {
            if (node.type.name !== 'prompt') return
            const key: unknown = node.attrs['key']
            if (seen.has(key)) tr.setNodeAttribute(at, 'key', newPromptKey())
            seen.add(key)
          })
          return tr.docChanged ? tr : null
        },
      }),
    ]
  },
})
