import type {ConfigDocument} from './world.ts'

/** The columns of a query, of an item. */
export function picked(item: ConfigDocument, columns: readonly string[]): object {
  if (columns.includes('*')) return item
  return Object.fromEntries(columns.filter((name) => item[name] !== undefined).map((name) => [name, item[name]]))
}
