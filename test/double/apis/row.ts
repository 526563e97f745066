import type {ConfigDocument} from '../world.ts'

/** An item as the row of a query for some columns: its text as a JSON string, as an answer holds it. */
export function rowOf(item: ConfigDocument, columns: readonly string[]): string {
  return JSON.stringify(JSON.stringify(picked(item, columns)))
}

function picked(item: ConfigDocument, columns: readonly string[]): object {
  if (columns.includes('*')) return item
  return Object.fromEntries(columns.filter((name) => item[name] !== undefined).map((name) => [name, item[name]]))
}
