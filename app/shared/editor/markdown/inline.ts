import type { Token, Tokens } from 'marked'
import { isAllowedHref } from '../addresses'
import type { Inline, Mark } from '../document'
import { fault, type Reading } from './reading'
import { joined } from './runs'

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', '#39': "'" }
export const decode = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (whole, name: string) => entities[name] ?? whole)

function run(text: string, marks: Mark[]): Inline[] {
  const clean = decode(text).replace(/[ \t\r]*\n[ \t\r]*/g, ' ')
  return clean === '' ? [] : [{ type: 'text', text: clean, ...(marks.length === 0 ? {} : { marks }) }]
}

/** Emphasis inside the same emphasis adds nothing; the schema takes each mark once. */
function added(marks: Mark[], mark: Mark): Mark[] {
  return marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]
}

/** Running text. `cell` reads `<br>` as a line break, the only way to break a line in a table. */
export function inlines(tokens: Token[] | undefined, marks: Mark[], reading: Reading, cell = false): Inline[] {
  const found = (tokens ?? []).flatMap((token): Inline[] => {
    switch (token.type) {
      case 'text':
        return 'tokens' in token && token.tokens !== undefined
          ? inlines(token.tokens, marks, reading, cell)
          : run((token as Tokens.Text).text, marks)
      case 'escape':
        return run((token as Tokens.Escape).text, marks)
      case 'strong':
        return inlines((token as Tokens.Strong).tokens, added(marks, { type: 'bold' }), reading, cell)
      case 'em':
        return inlines((token as Tokens.Em).tokens, added(marks, { type: 'italic' }), reading, cell)
      case 'codespan':
        return run((token as Tokens.Codespan).text.replace(/&/g, '&amp;'), added(marks, { type: 'code' }))
      case 'checkbox':
        return []
      case 'br':
        return [{ type: 'hardBreak' }]
      case 'link': {
        const link = token as Tokens.Link
        if (!isAllowedHref(link.href)) {
          fault(
            reading,
            `Länken till ”${link.href}” är inte tillåten.`,
            'Använd https://, mailto: eller en adress inom portalen som börjar med /.',
          )
          return inlines(link.tokens, marks, reading, cell)
        }
        return inlines(link.tokens, added(marks, { type: 'link', attrs: { href: link.href } }), reading, cell)
      }
      case 'image':
        fault(reading, 'En bild står inne i en mening eller lista.', 'Lägg bilden ensam i ett eget stycke.')
        return []
      case 'html':
        if (cell && /^<br ?\/?>$/.test(token.raw)) return [{ type: 'hardBreak' }]
        fault(
          reading,
          `Texten innehåller HTML: ${token.raw.trim().slice(0, 40)}`,
          'Skriv om med Markdown; HTML används inte.',
        )
        return []
      default:
        fault(
          reading,
          `Texten innehåller något som inte används: ${token.raw.trim().slice(0, 40)}`,
          'Skriv om det som vanlig text.',
        )
        return []
    }
  })
  return joined(found)
}
