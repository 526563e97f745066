import type {AttributeCoverage, SkipReason, TypeCoverage} from '../model/coverage.ts'
import {compareText} from '../model/finding.ts'

export type CounterOf = (type: string, confidence: TypeCoverage['confidence']) => TypeCounter

/** Counts attributes of one Terraform type. */
export class TypeCounter {
  readonly type: string
  readonly confidence: TypeCoverage['confidence']
  resources = 0
  compared = 0
  notMapped = 0
  readonly #skipped = new Map<SkipReason, number>()
  readonly #notMappedAttributes = new Set<string>()

  constructor(type: string, confidence: TypeCoverage['confidence']) {
    this.type = type
    this.confidence = confidence
  }

  skip(reason: SkipReason): void {
    this.#skipped.set(reason, (this.#skipped.get(reason) ?? 0) + 1)
  }

  miss(attribute: string): void {
    this.notMapped += 1
    this.#notMappedAttributes.add(attribute)
  }

  absorb(other: TypeCounter): void {
    this.resources += other.resources
    this.compared += other.compared
    this.notMapped += other.notMapped
    for (const [reason, count] of other.#skipped) this.#skipped.set(reason, (this.#skipped.get(reason) ?? 0) + count)
    for (const attribute of other.#notMappedAttributes) this.#notMappedAttributes.add(attribute)
  }

  result(): TypeCoverage {
    return {
      type: this.type,
      confidence: this.confidence,
      resources: this.resources,
      compared: this.compared,
      skipped: Object.fromEntries([...this.#skipped].toSorted(([a], [b]) => compareText(a, b))),
      notMapped: this.notMapped,
      notMappedAttributes: [...this.#notMappedAttributes].toSorted(compareText),
    }
  }
}

/** The sum over all types. */
export function totalCoverage(types: readonly TypeCoverage[]): AttributeCoverage {
  const skipped: Partial<Record<SkipReason, number>> = {}
  let compared = 0
  let notMapped = 0
  for (const type of types) {
    compared += type.compared
    notMapped += type.notMapped
    for (const [reason, count] of Object.entries(type.skipped) as [SkipReason, number][]) {
      skipped[reason] = (skipped[reason] ?? 0) + count
    }
  }
  return {compared, skipped, notMapped}
}
