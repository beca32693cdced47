export interface Words {
  change: 'same' | 'ins' | 'del'
  text: string
}

export interface Difference {
  change: 'same' | 'added' | 'removed' | 'changed' | 'moved'
  /** The type of block. */
  kind: string
  /** In reading order; of a line that was added, removed or moved one part. */
  words: Words[]
  /** A changed line whose words are the same: its form or an address in it is another. */
  onlyForm: boolean
}

/** Whether anything separates the two. */
export function isDifferent(differences: readonly Difference[]): boolean {
  return differences.some(({ change }) => change !== 'same')
}
