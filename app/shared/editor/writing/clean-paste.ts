import { cleanTree } from './clean-html'

/** What is pasted, made clean; a piece of the editor's own text is left as it is. */
export function cleanedHtml(html: string): string {
  if (html.includes('data-pm-slice')) return html
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  cleanTree(body)
  return body.innerHTML
}
