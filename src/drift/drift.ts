import type {Catalog} from '../catalog/catalog.ts'
import type {JoinedObject} from '../join/joined.ts'
import type {AttributeCoverage, TypeCoverage} from '../model/coverage.ts'
import type {DeclaredResource} from '../model/declared.ts'
import {compareText, type Finding} from '../model/finding.ts'
import {classify} from './classify.ts'
import {compareObject} from './compare-object.ts'
import {totalCoverage, TypeCounter, type CounterOf} from './coverage-counter.ts'
import {duplicateOwners} from './duplicate-owners.ts'
import {Fates, type Fate, type FateCounts} from './fates.ts'
import {missingFindings, withoutRepeats} from './missing.ts'
import {objectFinder, type ObjectFinder} from './object-finder.ts'
import {unseenParts} from './unseen-parts.ts'

export interface DriftResult {
  readonly findings: readonly Finding[]
  readonly resources: FateCounts
  readonly attributes: AttributeCoverage
  readonly byType: readonly TypeCoverage[]
}

/** Two-way verdicts on all joined objects: what the state records against what is live. */
export function findDrift(objects: readonly JoinedObject[], catalog: Catalog): DriftResult {
  const run = new DriftRun(catalog)
  const find = objectFinder(objects)
  for (const object of objects) run.add(object, find)
  return run.result()
}

/** The same, object by object, however many there are: what is kept is findings and counts. */
export class DriftRun {
  readonly #catalog: Catalog
  readonly #findings: Finding[] = []
  readonly #counters = new Map<string, TypeCounter>()
  readonly #counterOf: CounterOf
  readonly #fates = new Fates()

  constructor(catalog: Catalog) {
    this.#catalog = catalog
    this.#counterOf = (type, confidence) => {
      let counter = this.#counters.get(type)
      if (!counter) this.#counters.set(type, (counter = new TypeCounter(type, confidence)))
      return counter
    }
  }

  /** @param find finds what the object may be a part of, or belong to */
  add(object: JoinedObject, find: ObjectFinder): void {
    const context = {find, catalog: this.#catalog}
    if (object.shares.length === 0) {
      const finding = classify(object, context)
      if (finding) this.#findings.push(finding)
      return
    }
    this.#findings.push(...duplicateOwners(object, this.#catalog))
    const outcome = outcomeOf(object)
    const unseen = outcome === 'compared' ? unseenParts(object, this.#catalog) : []
    for (const share of object.shares) {
      if (!share.aside) this.#fates.add(share.resource, unseen.includes(share) ? 'notLookedAt' : outcome)
    }
    if (outcome === 'missing') this.#findings.push(...missingFindings(object, this.#catalog))
    else if (outcome === 'compared') this.#findings.push(...compareObject(object, context, this.#counterOf))
  }

  /** @param findings what it found, as it was judged since */
  absorb(other: DriftRun, findings: readonly Finding[]): void {
    for (const finding of findings) this.#findings.push(finding)
    for (const counter of other.#counters.values()) this.#counterOf(counter.type, counter.confidence).absorb(counter)
    this.#fates.absorb(other.#fates)
  }

  /** Lets go of the resources that all was said of. */
  settle(pending: ReadonlySet<DeclaredResource>): void {
    this.#fates.settle(pending)
  }

  result(): DriftResult {
    const byType = [...this.#counters.values()]
      .map((counter) => counter.result())
      .toSorted((a, b) => compareText(a.type, b.type))
    return {
      findings: withoutRepeats(this.#findings),
      resources: this.#fates.counts(),
      attributes: totalCoverage(byType),
      byType,
    }
  }
}

function outcomeOf(object: JoinedObject): Fate {
  if (object.live && object.live.deleting === undefined) return 'compared'
  return object.notLookedAt === undefined ? 'missing' : 'notLookedAt'
}
