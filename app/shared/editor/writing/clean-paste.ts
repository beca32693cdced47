import { cleanTree } from './clean-html'

/** What is pasted, made clean; a piece of the editor's own text is left as it is. */
export function cleanedHtml(html: string): string {
  if (html.includes('data-pm-slice')) return html
  // The page's security policy complains of style attributes, even in a document that is only read.
  const quiet = html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='))
  const { body } = new DOMParser().parseFromString(quiet, 'text/html')
  cleanTree(body)
  return body.innerHTML
}
