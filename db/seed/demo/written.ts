import type { Schema, Tx } from '~db/schema'
import { insertMany } from './insert'

export type Row = Record<string, unknown>
type Columns<T extends keyof Schema & string> = readonly (keyof Schema[T] & string)[]

/** Rows of everything that gatherings leave behind, gathered for few statements. */
export class Written {
  readonly rows = new Map<string, Row[]>()
  add(table: keyof Schema & string, row: Row): void {
    const rows = this.rows.get(table) ?? []
    rows.push(row)
    this.rows.set(table, rows)
  }
  async insert<T extends keyof Schema & string>(tx: Tx, table: T, columns: Columns<T>): Promise<void> {
    await insertMany(tx, table, columns, (this.rows.get(table) ?? []) as never)
  }
}
