import { isAllowedPicture } from '../addresses'
import { type BlockSpec, flag, isText, lang, optionalText, textThat, whole } from './spec'

const pixels = whole(1, 10_000, { default: null, kept: true })

/** A picture says what it shows, unless its writer has said that it only decorates. */
export const pictureSpec: BlockSpec = {
  name: 'image',
  library: 'picture',
  attributes: {
    src: textThat(isAllowedPicture, 'bad-picture'),
    alt: textThat((v) => isText(v, 500), 'missing-alt'),
    decorative: flag(),
    title: optionalText(500, { kept: true }),
    credit: optionalText(300),
    width: pixels,
    height: pixels,
    lang,
  },
  check: ({ alt, decorative }) => (decorative !== true && String(alt).trim() === '' ? 'missing-alt' : undefined),
}
