/** Small words for changing a tree of elements; they hold in browsers and on the server alike. */

/** The style that an element came with, under its own name or the one that `cleanedHtml` gives it. */
export function styleOf(element: Element): string {
  return (element.getAttribute('data-style') ?? element.getAttribute('style') ?? '').toLowerCase()
}

export function named(beside: Element, name: string): Element {
  return beside.ownerDocument.createElement(name)
}

/** Puts what an element holds in its place. */
export function unwrap(element: Element): void {
  const { parentNode } = element
  if (parentNode === null) return
  for (const child of [...element.childNodes]) parentNode.insertBefore(child, element)
  element.remove()
}

/** Puts another element in the place of one, around what it holds. */
export function renamed(element: Element, name: string): Element {
  const made = named(element, name)
  made.append(...element.childNodes)
  element.replaceWith(made)
  return made
}

/** The text of a tree without what only shows as space. */
export function wordsOf(node: Node): string {
  return (node.textContent ?? '').replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
}
