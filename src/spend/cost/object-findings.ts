import {compareText, type Finding, type FindingCode} from '../../model/finding.ts'
import {keysOf} from '../../model/path.ts'
import type {CostModel} from './cost-model.ts'

/** Differences between what AWS has now and what Terraform recorded: what is only on its way costs nothing yet. */
const differences: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'drifted',
  'drifted-undeclared',
  'controlled',
  'conflict',
])

export type Difference = Extract<Finding, {readonly before: unknown; readonly after: unknown}>

/** The findings of an object that change what it costs: one for each property, in the order of their paths. */
export function costlyDifferences(findings: readonly Finding[], model: CostModel): readonly Difference[] {
  const byPath = new Map<string, Difference>()
  for (const finding of findings) {
    if (!differences.has(finding.code) || !('before' in finding)) continue
    const [top = ''] = keysOf(finding.path)
    if (model.properties.includes(top.replace(/\[.*$/, '')) && !byPath.has(finding.path))
      byPath.set(finding.path, finding)
  }
  return [...byPath.values()].toSorted((a, b) => compareText(a.path, b.path))
}
