import {type ChargeColumn, tagsNotInBill} from './charge-line.ts'
import type {SourceColumns} from './source-columns.ts'
import {quoteText} from './sql.ts'

/** Columns of a Cost and Usage Report that hold one tag key each: `resourceTags/user:Team`, and `resource_tags_user_team` in Parquet. */
const oneKey = /^resource(?:Tags\/|_tags_)(?<key>.+)$/

/**
 * SQL that gives all tags of a line as JSON with the keys as the bill spells them. CUR 2.0 has the map `resource_tags` and, since 2025,
 * `tags`, whose keys say whose tag it is (`resourceTag/`, `accountTag/`). A bill without any such column says nothing of tags, unless it
 * is a legacy one: that has a column for each key that is activated, so none means that no key is.
 */
export function curTags(columns: SourceColumns, missing: Map<ChargeColumn, readonly string[]>): string {
  const keys = columns.all.flatMap((column) => {
    const key = oneKey.exec(column.name)?.groups?.['key']
    return key === undefined ? [] : [[key, column] as const]
  })
  const maps = ['resource_tags', 'tags'].flatMap((name) => columns.cur(name) ?? [])
  const parts = [
    ...(keys.length > 0 ? [columns.dialect.jsonOfColumns(keys)] : []),
    ...maps.map((map) => columns.dialect.jsonOfMap(map)),
  ]
  if (parts.length === 0) {
    if (columns.all.some(({name}) => name.includes('/'))) return "''"
    missing.set('tags', ['resource_tags'])
    return quoteText(tagsNotInBill)
  }
  if (parts.length === 1) return parts[0] ?? "''"
  return `'[' || ${parts.map((part) => `COALESCE(NULLIF(${part}, ''), 'null')`).join(" || ',' || ")} || ']'`
}
