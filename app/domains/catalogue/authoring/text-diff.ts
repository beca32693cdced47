export interface DiffLine {
  change: 'same' | 'added' | 'removed'
  text: string
}

/** Beyond this many lines the texts are shown as wholly replaced. */
const MOST = 2000

/** What became of one text in another, line by line: the shortest way from the first to the second. */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const removed = (text: string): DiffLine => ({ change: 'removed', text })
  const added = (text: string): DiffLine => ({ change: 'added', text })
  if (before.length > MOST || after.length > MOST) return [...before.map(removed), ...after.map(added)]
  // common[i][j]: the most lines that before from i and after from j have in common, in order.
  const common = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = common[i]
    if (row === undefined) continue
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const lines: DiffLine[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    const old = before[i]
    const next = after[j]
    if (old !== undefined && old === next) {
      lines.push({ change: 'same', text: old })
      i += 1
      j += 1
    } else if (next === undefined || (old !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      lines.push(removed(old ?? ''))
      i += 1
    } else {
      lines.push(added(next))
      j += 1
    }
  }
  return lines
}

/** The same with long stretches of unchanged lines left out, `around` kept beside each change. */
export function onlyChanges(lines: readonly DiffLine[], around = 1): DiffLine[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ change }) => change !== 'same'),
  )
  return lines.filter((_, index) => near[index])
}
