import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject} from '../join/joined.ts'
import type {AttributeCoverage, TypeCoverage} from '../model/coverage.ts'
import {compareText, type Finding} from '../model/finding.ts'
import {classify} from './classify.ts'
import {compareObject} from './compare-object.ts'
import {totalCoverage, TypeCounter} from './coverage-counter.ts'
import {duplicateOwners} from './duplicate-owners.ts'
import {objectFinder} from './object-finder.ts'
import {unseenParts} from './unseen-parts.ts'
import {missingFindings, withoutRepeats} from './missing.ts'

export interface DriftResult {
  readonly findings: readonly Finding[]
  readonly resources: {readonly compared: number; readonly missing: number; readonly notLookedAt: number}
  readonly attributes: AttributeCoverage
  readonly byType: readonly TypeCoverage[]
}

/** Two-way verdicts on all joined objects: what the state records against what is live. */
export function findDrift(objects: readonly JoinedObject[], catalog: Catalog): DriftResult {
  const findings: Finding[] = []
  const counters = new Map<string, TypeCounter>()
  const fate = {compared: new Set<unknown>(), missing: new Set<unknown>(), notLookedAt: new Set<unknown>()}
  const counterOf = (type: string, confidence: TypeCoverage['confidence']): TypeCounter => {
    let counter = counters.get(type)
    if (!counter) counters.set(type, (counter = new TypeCounter(type, confidence)))
    return counter
  }
  const context = {find: objectFinder(objects), catalog}
  for (const object of objects) {
    if (object.shares.length === 0) {
      const finding = classify(object, context)
      if (finding) findings.push(finding)
      continue
    }
    findings.push(...duplicateOwners(object, catalog))
    const outcome = outcomeOf(object)
    const unseen = outcome === 'compared' ? unseenParts(object, catalog) : []
    for (const share of object.shares) {
      if (!share.aside) fate[unseen.includes(share) ? 'notLookedAt' : outcome].add(share.resource)
    }
    if (outcome === 'missing') findings.push(...missingFindings(object, catalog))
    else if (outcome === 'compared') findings.push(...compareObject(object, context, counterOf))
  }
  const byType = [...counters.values()]
    .map((counter) => counter.result())
    .toSorted((a, b) => compareText(a.type, b.type))
  return {findings: withoutRepeats(findings), resources: countFates(fate), attributes: totalCoverage(byType), byType}
}

type Fate = 'compared' | 'missing' | 'notLookedAt'

function outcomeOf(object: JoinedObject): Fate {
  if (object.live && object.live.deleting === undefined) return 'compared'
  return object.notLookedAt === undefined ? 'missing' : 'notLookedAt'
}

/** Each resource counts once: one that spreads over several objects is compared where any of them was. */
function countFates(fate: Readonly<Record<Fate, ReadonlySet<unknown>>>): DriftResult['resources'] {
  const missing = [...fate.missing].filter((resource) => !fate.compared.has(resource))
  const unseen = [...fate.notLookedAt].filter((resource) => !fate.compared.has(resource) && !fate.missing.has(resource))
  return {compared: fate.compared.size, missing: missing.length, notLookedAt: unseen.length}
}
