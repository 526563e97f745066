import type {ObjectFacts} from '../catalog/entry.ts'
import type {Severity} from '../model/finding.ts'

const lower: Readonly<Record<Severity, Severity>> = {
  critical: 'high',
  high: 'medium',
  medium: 'low',
  low: 'info',
  info: 'info',
}

/** Severity of a difference at a canonical path: the longest prefix that the catalogue names, else medium; one less where undeclared. */
export function severityOf(facts: ObjectFacts | undefined, path: string, undeclared: boolean): Severity {
  const bare = path.replaceAll(/\[[^\]]*\]/g, '')
  const named = Object.entries(facts?.severity ?? {})
    .filter(([prefix]) => bare === prefix || bare.startsWith(`${prefix}.`))
    .toSorted(([a], [b]) => b.length - a.length)
  const severity = named[0]?.[1] ?? 'medium'
  return undeclared ? lower[severity] : severity
}
