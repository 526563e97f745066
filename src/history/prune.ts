import type {RunName} from './run-file.ts'

/** Which runs are to stay; a run stays that any of them keeps. */
export interface Retention {
  /** The newest so many of each scope. */
  readonly last?: number
  /** All from this time on. ISO 8601. */
  readonly from?: string
}

/**
 * Runs that may go: never the last one of a scope, with which the next is compared, and none that somebody was told of last.
 *
 * @param names sorted by time
 */
export function prunable(
  names: readonly RunName[],
  {last = 1, from}: Retention,
  told: ReadonlySet<string> = new Set(),
): readonly RunName[] {
  const byScope = [...Map.groupBy(names, ({scope}) => scope).values()]
  const candidates = byScope.flatMap((of) => of.slice(0, -Math.max(1, last)))
  return candidates.filter(({file, at}) => !told.has(file) && (from === undefined || at < from))
}
