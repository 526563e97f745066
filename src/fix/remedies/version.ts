/** Whether a version of Terraform or OpenTofu (`1.7.0`, `1.8.0-beta1`) is older than another; one that cannot be read is not. */
export function isBefore(version: string, other: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(other)]
  if (a === undefined || b === undefined) return false
  const at = a.findIndex((number, index) => number !== b[index])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

function numbersOf(version: string): readonly number[] | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version)
  return match?.slice(1).map(Number)
}

/** The newest of them. */
export function newest(versions: Iterable<string>): string | undefined {
  let best: string | undefined
  for (const version of versions) if (best === undefined || isBefore(best, version)) best = version
  return best
}
