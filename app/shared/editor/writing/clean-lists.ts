import { named, styleOf, unwrap } from './dom'

interface WordItem {
  level: number
  ordered: boolean
  start: number
}

/** Word writes list items as paragraphs that know their level and carry their sign as text. */
function wordItem(element: Element): WordItem | undefined {
  const found = /mso-list:\s*l\d+\s+level(\d+)/.exec(styleOf(element))
  if (found === null || element.tagName !== 'P') return undefined
  const sign = [...element.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/i.test(styleOf(span)))
  const text = (sign?.textContent ?? '').trim()
  sign?.remove()
  const number = /^(\d+)[.)]/.exec(text)
  return {
    level: Math.min(3, Number(found[1])),
    ordered: number !== null || /^[a-zA-Z]{1,4}[.)]/.test(text),
    start: number === null ? 1 : Number(number[1]),
  }
}

/** Word's paragraphs that are list items become lists. */
export function gatherWordLists(root: Element): void {
  let open: { list: Element; level: number }[] = []
  let before: Element | undefined
  for (const element of [...root.querySelectorAll('p')]) {
    const item = wordItem(element)
    if (item === undefined) continue
    if (before === undefined || element.previousElementSibling !== before) open = []
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > item.level) open.pop()
    let list = open.at(-1)
    if (list === undefined || list.level < item.level) {
      const made = named(element, item.ordered ? 'ol' : 'ul')
      if (item.ordered && item.start !== 1) made.setAttribute('start', String(item.start))
      const around = list?.list.lastElementChild
      if (around === undefined || around === null) {
        element.parentNode?.insertBefore(made, element)
        before = made
      } else around.append(made)
      list = { list: made, level: item.level }
      open.push(list)
    }
    const li = named(element, 'li')
    const paragraph = named(element, 'p')
    paragraph.append(...element.childNodes)
    li.append(paragraph)
    list.list.append(li)
    element.remove()
  }
}

/** A list that stands straight in a list belongs to the item before it. */
export function nestLists(root: Element): void {
  for (const list of [...root.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')]) {
    const before = list.previousElementSibling
    if (before?.tagName === 'LI') before.append(list)
    else {
      const li = named(list, 'li')
      list.parentNode?.insertBefore(li, list)
      li.append(list)
    }
  }
  for (const stray of [...root.querySelectorAll('li')]) {
    if (!/^[OU]L$/.test(stray.parentElement?.tagName ?? '')) unwrap(stray)
  }
}
