import { type BlockSpec, lang, textThat } from './spec'

const KEY = /^[a-z0-9][a-z0-9-]{0,39}$/

/** A question to think about, with the reader's own answer under a key that stays when the words change. */
export const promptSpec: BlockSpec = {
  name: 'prompt',
  content: '(paragraph|bulletList|orderedList)+',
  directive: true,
  attributes: { key: textThat((v) => KEY.test(v), 'bad-attribute'), lang },
}
