/** Terraform sorts by Unicode code points, as the bytes of UTF-8 do; JavaScript by UTF-16 units, which differs beyond U+FFFF. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return Buffer.compare(left, right)
}

/** A map's keys, as Terraform iterates them. */
export function sortedKeys(map: {readonly [key: string]: unknown}): readonly string[] {
  return Object.keys(map).toSorted(byCodePoint)
}
