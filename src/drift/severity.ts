import type {ObjectFacts} from '../catalog/entry.ts'
import type {Severity} from '../model/finding.ts'
import type {Difference} from './difference.ts'

const lower: Readonly<Record<Severity, Severity>> = {
  critical: 'high',
  high: 'medium',
  medium: 'low',
  low: 'info',
  info: 'info',
}

/**
 * Severity of a difference: critical where the live side is open to everyone, else that of the longest prefix of its path that the
 * catalogue names, else medium; one less where undeclared.
 */
export function severityOf(
  facts: ObjectFacts | undefined,
  {path, after, undeclared}: Pick<Difference, 'path' | 'after' | 'undeclared'>,
): Severity {
  if (after !== undefined && facts?.exposes?.(path, after)) return 'critical'
  const bare = path.replaceAll(/\[[^\]]*\]/g, '')
  const named = Object.entries(facts?.severity ?? {})
    .filter(([prefix]) => bare === prefix || bare.startsWith(`${prefix}.`))
    .toSorted(([a], [b]) => b.length - a.length)
  const severity = named[0]?.[1] ?? 'medium'
  return undeclared ? lower[severity] : severity
}
