import { Extension, InputRule } from '@tiptap/core'

/** Units after which a number belongs to the same line; only those that are no words of their own. */
const units = 'kr|kg|km|cm|mm|ml|dl|MB|GB|kB|kWh|%'

/** What is typed, and what Swedish typography writes instead; the whole match is replaced. */
export const typographyRules: readonly { find: RegExp; replace: string }[] = [
  { find: /\.\.\.$/, replace: '…' },
  { find: /--$/, replace: '–' },
  { find: /"$/, replace: '”' },
  { find: /'$/, replace: '’' },
  { find: new RegExp(`(\\d) (${units})([\\s.,;:!?)])$`), replace: '$1\u00a0$2$3' },
]

/** Writes Swedish typographic signs as one types; Backspace straight after gives what was typed. */
export const SwedishTypography = Extension.create({
  name: 'swedishTypography',
  addInputRules() {
    return typographyRules.map(
      ({ find, replace }) =>
        new InputRule({
          find,
          handler: ({ state, range, match }) => {
            state.tr.insertText(match[0].replace(find, replace), range.from, range.to)
          },
        }),
    )
  },
})
