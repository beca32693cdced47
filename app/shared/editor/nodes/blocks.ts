import { isAllowedPicture } from '../addresses'
import { isAllowedEmbed } from '../embed-hosts'
import { type BlockSpec, lang, optionalText, text, textThat, whole } from './spec'

export const definitionSpec: BlockSpec = {
  name: 'definition',
  content: '(paragraph|bulletList|orderedList)+',
  directive: true,
  attributes: { term: text(120), lang },
}

export const detailsSpec: BlockSpec = {
  name: 'details',
  content: 'block+',
  directive: true,
  attributes: { summary: text(200), lang },
}

export const columnsSpecs: readonly BlockSpec[] = [
  { name: 'columns', content: 'column column', attributes: {}, directive: true },
  { name: 'column', content: 'block+', attributes: {}, directive: true },
]

export const fileSpec: BlockSpec = {
  name: 'file',
  directive: true,
  library: 'file',
  attributes: {
    src: textThat(isAllowedPicture, 'bad-picture'),
    name: text(200),
    kind: optionalText(40),
    size: whole(0, 10_000_000_000, { default: null }),
  },
}

const seconds = whole(0, 86_400, { default: null, field: 'seconds' })

/** A recorded lecture, whole or from one second to another. */
export const lectureSpec: BlockSpec = {
  name: 'lecture',
  directive: true,
  library: 'lecture',
  attributes: {
    slug: textThat((v) => /^[a-z0-9][a-z0-9-]{0,99}$/.test(v), 'bad-attribute'),
    title: text(200),
    from: seconds,
    to: seconds,
  },
  check: ({ from, to }) => (typeof to === 'number' && to <= Number(from ?? 0) ? 'bad-attribute' : undefined),
}

export const embedSpec: BlockSpec = {
  name: 'embed',
  directive: true,
  attributes: { src: textThat(isAllowedEmbed, 'bad-embed'), title: text(200) },
}

/** A formula in TeX; `description` says it in words for those who do not see it. */
export const formulaSpec: BlockSpec = {
  name: 'formula',
  directive: true,
  attributes: { tex: text(2000, { field: 'lines' }), description: optionalText(500) },
}
