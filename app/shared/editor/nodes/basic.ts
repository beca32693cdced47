import { isAllowedHref } from '../addresses'
import { calloutKinds, headingLevels } from '../document'
import { type BlockSpec, flag, lang, oneOf, optionalText, whole } from './spec'

/** Blocks that Markdown has signs of its own for. */
export const basicSpecs: readonly BlockSpec[] = [
  { name: 'paragraph', content: 'inline*', attributes: { lang } },
  { name: 'heading', content: 'inline*', attributes: { level: oneOf(headingLevels), lang } },
  { name: 'bulletList', content: 'listItem+', attributes: { lang } },
  {
    name: 'orderedList',
    content: 'listItem+',
    attributes: { start: whole(0, 10_000, { default: 1, kept: true }), type: oneOf([null], { default: null }), lang },
  },
  { name: 'taskList', content: 'taskItem+', attributes: { lang } },
  { name: 'taskItem', content: 'paragraph block*', attributes: { checked: flag({ kept: true }) } },
  {
    name: 'blockquote',
    content: 'block+',
    attributes: {
      source: optionalText(300),
      href: {
        ...optionalText(2000),
        rule: (value) =>
          value === null || (typeof value === 'string' && isAllowedHref(value)) ? undefined : 'bad-link',
      },
      lang,
    },
  },
  {
    name: 'callout',
    content: '(paragraph|bulletList|orderedList)+',
    attributes: { kind: oneOf(calloutKinds), lang },
  },
]
