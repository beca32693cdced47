import type { editor as sv } from '../sv/editor'
import type { SameKeys } from '../translate'

export const editor: SameKeys<typeof sv> = {
  toolbar: 'Format the text',
  paragraph: 'Paragraph',
  heading: 'Heading',
  subheading: 'Subheading',
  bold: 'Bold',
  italic: 'Italic',
  bulletList: 'Bullet list',
  orderedList: 'Numbered list',
  quote: 'Quotation',
  callout: 'Box',
  link: 'Link',
  unlink: 'Remove link',
  linkAddress: 'Address of the link',
  linkSave: 'Add the link',
  undo: 'Undo',
  redo: 'Redo',
  keys: 'Ctrl+B bold, Ctrl+I italic, Ctrl+Z undo. Shift+Tab goes to the buttons.',
}
