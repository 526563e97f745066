/** What is to be true of the tags of one object; null takes a key away. */
export interface Wanted {
  readonly arn: string
  readonly account: string
  readonly region: string
  readonly tags: Readonly<Record<string, string | null>>
}

/** Objects of one account and region that want the very same: one call serves all of them. */
export interface Batch {
  readonly account: string
  readonly region: string
  readonly tags: Wanted['tags']
  readonly objects: readonly Wanted[]
}

export function batchesOf(wanted: readonly Wanted[], size: number): readonly Batch[] {
  const alike = Map.groupBy(wanted, ({account, region, tags}) => JSON.stringify([account, region, sorted(tags)]))
  return [...alike.values()].flatMap((objects) => {
    const [first] = objects
    if (!first) return []
    const {account, region, tags} = first
    const parts = Array.from({length: Math.ceil(objects.length / size)}, (_, index) =>
      objects.slice(index * size, (index + 1) * size),
    )
    return parts.map((part) => ({account, region, tags, objects: part}))
  })
}

/** The same tags, in whatever order, give the same text. */
function sorted(tags: Wanted['tags']): readonly (readonly [string, string | null])[] {
  const keys = Object.keys(tags).toSorted()
  return keys.map((key) => [key, tags[key] ?? null])
}
