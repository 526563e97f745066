/** Items shown, and by type how many are not, for lists that would bury the rest of the report. */
export interface Limited<T> {
  readonly shown: readonly T[]
  readonly left: ReadonlyMap<string, readonly T[]>
}

/** Keeps the order and the first `limit` of each type; one more is shown rather than replaced by a line that says "1 more". */
export function limitByType<T>(items: readonly T[], limit: number, typeOf: (item: T) => string): Limited<T> {
  const sizes = new Map<string, number>()
  for (const item of items) sizes.set(typeOf(item), (sizes.get(typeOf(item)) ?? 0) + 1)
  const seen = new Map<string, number>()
  const isShown = (item: T): boolean => {
    const type = typeOf(item)
    seen.set(type, (seen.get(type) ?? 0) + 1)
    return (sizes.get(type) ?? 0) <= limit + 1 || (seen.get(type) ?? 0) <= limit
  }
  const [shown, left]: [T[], T[]] = [[], []]
  for (const item of items) (isShown(item) ? shown : left).push(item)
  return {shown, left: Map.groupBy(left, typeOf)}
}
