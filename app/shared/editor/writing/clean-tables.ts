import { named, renamed, unwrap, wordsOf } from './dom'

const cells = (row: Element) => [...row.children].filter(({ tagName }) => tagName === 'TD' || tagName === 'TH')
const span = (cell: Element, name: 'colspan' | 'rowspan') =>
  Math.min(50, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1))

/** In a cell stand paragraphs alone: list items and headings become such. */
function flattenCell(cell: Element): void {
  for (const element of [...cell.querySelectorAll('li, h1, h2, h3, h4, h5, h6, blockquote, pre')]) {
    if (element.querySelector('p') === null && wordsOf(element) !== '') renamed(element, 'p')
    else unwrap(element)
  }
  for (const element of [...cell.querySelectorAll('ul, ol')]) unwrap(element)
}

/**
 * Makes every table plain: one cell for each row and column, no table inside another, as many cells in each row. Tells
 * how many joined cells were split.
 */
export function plainTables(root: Element): number {
  let split = 0
  for (const inner of [...root.querySelectorAll('table table')].reverse()) {
    for (const part of [...inner.querySelectorAll('tbody, thead, tfoot, tr, caption, colgroup, col')]) unwrap(part)
    for (const cell of [...inner.querySelectorAll('td, th')]) renamed(cell, 'p')
    unwrap(inner)
  }
  for (const table of [...root.querySelectorAll('table')]) {
    const rows = [...table.querySelectorAll('tr')]
    rows.forEach((row, index) => {
      for (const cell of cells(row)) {
        const [wide, high] = [span(cell, 'colspan'), span(cell, 'rowspan')]
        if (wide * high > 1) split += 1
        const place = cells(row).indexOf(cell)
        for (let extra = 1; extra < wide; extra += 1) cell.after(named(cell, cell.tagName))
        for (let below = 1; below < high; below += 1) {
          const target = rows[index + below]
          if (target === undefined) break
          const before = cells(target)[place] ?? null
          for (let extra = 0; extra < wide; extra += 1) target.insertBefore(named(cell, cell.tagName), before)
        }
        flattenCell(cell)
      }
    })
    const width = Math.max(0, ...rows.map((row) => cells(row).length))
    for (const row of rows) {
      for (let missing = cells(row).length; missing < width; missing += 1) row.append(named(row, 'td'))
      if (row.closest('thead') !== null) for (const cell of cells(row)) if (cell.tagName === 'TD') renamed(cell, 'th')
    }
    if (width === 0) table.remove()
  }
  return split
}
